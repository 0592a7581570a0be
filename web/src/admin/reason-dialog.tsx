import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { Dialog } from "../dialog.tsx";

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

const staffWords = {
  not_owner: "You may not do that: it takes a higher role than yours.",
  no_such_player: "That can’t be done to a bot.",
  no_such_message: "This line is not there any more.",
  lobby_not_found: "This lobby is not running any more.",
  malformed: "The server did not understand that.",
} as const;

/** Asks for the reason before something is done. */
export const ReasonDialog = ({ title, children, act, onSure, onClose, ...rest }: Props) => {
  const { label = "Reason", hint = "", optional = false, grave = false, longest = 500, words = {} } = rest;
  const [reason, setReason] = useState("");
  const { busy, fault, setFault, run } = useSending({ ...staffWords, ...words });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!optional && reason.trim() === "") return setFault("Write down why: it is kept in the audit log.");
    if (await run(() => onSure(reason.trim()))) onClose();
  };
  return (
    <Dialog title={title} testId="reason-dialog" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {children}
        <div class="field">
          <label for="reason">{optional ? `${label} (may be left out)` : label}</label>
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
            {busy ? "One moment…" : act}
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
};
