import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";

const reasons = [
  "It is hurtful: hate, an insult, or a threat",
  "It is sexual",
  "It is spam or advertising",
  "It tells of somebody's private life",
] as const;
const longest = 200;

type What = { readonly message: string } | { readonly player: string };

/** Asks what is wrong with a line or with somebody, and thanks for it. */
export const ReportForm = ({ what, onClose }: { readonly what: What; readonly onClose: () => void }) => {
  const [reason, setReason] = useState("");
  const [isDone, setDone] = useState(false);
  const { busy, fault, run } = useSending({ too_fast: "You have reported a lot just now. Try again later." });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = reason === "other" ? formText(formOf(event), "words") : reason;
    if (words !== "") setDone(await run(() => order("report", { ...what, reason: words })));
  };
  if (isDone)
    return (
      <>
        <p role="status" data-testid="report-thanks">
          Thank you. The people who look after this server will see it. Nobody here is told who reported it.
        </p>
        <div class="actions">
          <button class="primary" ref={(button) => button?.focus()} onClick={onClose}>
            Close
          </button>
        </div>
      </>
    );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>What is wrong?</legend>
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
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
};
