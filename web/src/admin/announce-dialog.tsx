import { useState } from "preact/hooks";
import { ReasonDialog } from "./reason-dialog.tsx";
import { say } from "./saying.ts";

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
    say("It has been announced.");
  };
  return (
    <ReasonDialog title={title} act="Announce" label="Reason for the log" optional onSure={send} onClose={onClose}>
      <div class="field">
        <label for="announcement">What everybody there will read</label>
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
