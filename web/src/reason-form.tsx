import { useState } from "preact/hooks";
import { formOf, formText } from "./home/form-text.ts";

const longest = 200;

type Props = {
  readonly legend: string;
  readonly reasons: readonly string[];
  readonly busy: boolean;
  readonly fault: string;
  readonly onSend: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks for one of some reasons, or for another in the reporter's own words. */
export const ReasonForm = ({ legend, reasons, busy, fault, onSend, onCancel }: Props) => {
  const [reason, setReason] = useState("");
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSend(reason === "other" ? formText(formOf(event), "words") : reason);
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{legend}</legend>
        {[...reasons, "other"].map((one) => (
          <label key={one} class="check">
            <input type="radio" name="reason" value={one} required onChange={() => setReason(one)} />
            {one === "other" ? "Something else" : one}
          </label>
        ))}
      </fieldset>
      {reason === "other" && (
        <div class="field">
          <label for="report-words">In your own words</label>
          <textarea id="report-words" name="words" rows={3} maxLength={longest} required />
        </div>
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
      <div class="actions">
        <button class="primary" data-testid="send-report" aria-disabled={busy}>
          {busy ? "Sending…" : "Send"}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};
