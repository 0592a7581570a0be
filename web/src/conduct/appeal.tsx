import { useState } from "preact/hooks";
import type { AppealState } from "../../../src/conduct/conduct.ts";
import { useSending } from "../account/sending.ts";
import { formOf, formText } from "../home/form-text.ts";
import { sendAppeal } from "./record.ts";

const longest = 1000;
const words = {
  conflict: "You have appealed against this already, or it has been taken back.",
  too_late: "This was over too long ago to appeal against it.",
  not_found: "There is nothing here to appeal against any more.",
};
const said: Readonly<Record<Exclude<AppealState, "none">, string>> = {
  open: "Your appeal is waiting: somebody who looks after this server reads it.",
  allowed: "Your appeal was allowed: this has been taken back.",
  denied: "Your appeal was read and refused: it stays as it is.",
};

type Props = {
  readonly sanction: string;
  readonly state: AppealState;
  /** Called once it has been sent. */
  readonly onSent: () => void;
  readonly onCancel?: () => void;
};

/** What has become of an appeal, or the way to make one. */
export const Appeal = ({ sanction, state, onSent, onCancel }: Props) => {
  const { busy, fault, run } = useSending(words);
  const [sent, setSent] = useState(false);
  const shown = sent && state === "none" ? "open" : state;
  if (shown !== "none")
    return (
      <p class="appeal-state" role="status" data-testid="appeal-state" data-state={shown}>
        {said[shown]}
      </p>
    );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = formText(formOf(event), "appeal");
    if (text === "" || !(await run(() => sendAppeal(sanction, text)))) return;
    setSent(true);
    onSent();
  };
  return (
    <form class="appeal" onSubmit={(event) => void submit(event)}>
      <div class="field">
        <label for={`appeal-${sanction}`}>Was this a mistake? Say why</label>
        <textarea
          id={`appeal-${sanction}`}
          name="appeal"
          rows={3}
          maxLength={longest}
          required
          aria-describedby={`appeal-${sanction}-hint`}
        />
        <p id={`appeal-${sanction}-hint`} class="muted hint">
          You may appeal once. A person reads it, with what you had written.
        </p>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      <div class="actions">
        <button class="primary" data-testid="send-appeal" aria-disabled={busy}>
          {busy ? "Sending…" : "Send the appeal"}
        </button>
        {onCancel !== undefined && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
};
