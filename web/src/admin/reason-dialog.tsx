import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { Dialog } from "../dialog.tsx";
import { say } from "../text/say.ts";

type Props = {
  readonly title: string;
  /** What will happen, and to whom. */
  readonly children?: ComponentChildren;
  /** What the button says that does it. */
  readonly act: string;
  readonly label?: string;
  readonly hint?: string;
  /** Whether it may be done without a word about why. */
  readonly optional?: boolean;
  /** For what can't be undone. */
  readonly grave?: boolean;
  readonly longest?: number;
  readonly words?: Readonly<Record<string, string>>;
  readonly onSure: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

const staffWords = () => ({
  not_owner: say("admin:refused.rank"),
  no_such_player: say("admin:refused.bot"),
  no_such_message: say("admin:refused.line"),
  lobby_not_found: say("admin:refused.lobby"),
  malformed: say("admin:refused.malformed"),
});

/** Asks for the reason before something is done. */
export const ReasonDialog = ({ title, children, act, onSure, onClose, ...rest }: Props) => {
  const { hint = "", optional = false, grave = false, longest = 500, words = {} } = rest;
  const { label = say(optional ? "admin:reason.optional" : "admin:reason.label") } = rest;
  const [reason, setReason] = useState("");
  const { busy, fault, setFault, run } = useSending({ ...staffWords(), ...words });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!optional && reason.trim() === "") return setFault(say("admin:reason.needed"));
    if (await run(() => onSure(reason.trim()))) onClose();
  };
  return (
    <Dialog title={title} testId="reason-dialog" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {children}
        <div class="field">
          <label for="reason">{label}</label>
          <textarea
            id="reason"
            data-testid="reason"
            rows={2}
            maxLength={longest}
            value={reason}
            aria-describedby="reason-hint"
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <p id="reason-hint" class="muted hint">
            {hint}
          </p>
        </div>
        <p class="fault" role="alert">
          {fault}
        </p>
        <div class="actions">
          <button class={grave ? "grave" : "primary"} data-testid="sure" aria-disabled={busy}>
            {busy ? say("admin:wait") : act}
          </button>
          <button type="button" onClick={onClose}>
            {say("admin:cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
