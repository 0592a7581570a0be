import { useState } from "preact/hooks";
import { say } from "../text/say.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { mention } from "./saying.ts";

type Props = {
  readonly title: string;
  readonly onSend: (body: { readonly text: string; readonly why: string }) => Promise<unknown>;
  readonly onClose: () => void;
};

/** A word from the staff that everybody there sees. */
export const AnnounceDialog = ({ title, onSend, onClose }: Props) => {
  const [text, setText] = useState("");
  const send = async (why: string) => {
    await onSend({ text: text.trim(), why });
    mention(say("admin:announce.done"));
  };
  return (
    <ReasonDialog
      title={title}
      act={say("admin:announce.act")}
      label={say("admin:reason.logOptional")}
      optional
      onSure={send}
      onClose={onClose}
    >
      <div class="field">
        <label for="announcement">{say("admin:announce.text")}</label>
        <textarea
          id="announcement"
          data-testid="announcement"
          rows={3}
          maxLength={500}
          required
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
    </ReasonDialog>
  );
};
