import { useState } from "preact/hooks";
import { formOf, formText } from "./home/form-text.ts";
import { type Key, say } from "./text/say.ts";

/** A reason as it is sent, and the text by which people know it. */
export type Reason = { readonly value: string; readonly words: Key };

const longest = 200;
const other: Reason = { value: "other", words: "play:report.other" };

type Props = {
  readonly legend: string;
  readonly reasons: readonly Reason[];
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
    onSend(reason === other.value ? formText(formOf(event), "words") : reason);
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{legend}</legend>
        {[...reasons, other].map(({ value, words }) => (
          <label key={value} class="check">
            <input type="radio" name="reason" value={value} required onChange={() => setReason(value)} />
            {say(words)}
          </label>
        ))}
      </fieldset>
      {reason === other.value && (
        <div class="field">
          <label for="report-words">{say("play:report.ownWords")}</label>
          <textarea id="report-words" name="words" rows={3} maxLength={longest} required />
        </div>
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
      <div class="actions">
        <button class="primary" data-testid="send-report" aria-disabled={busy}>
          {say(busy ? "play:dialog.sending" : "play:dialog.send")}
        </button>
        <button type="button" onClick={onCancel}>
          {say("play:dialog.cancel")}
        </button>
      </div>
    </form>
  );
};
