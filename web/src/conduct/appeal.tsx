import { useState } from "preact/hooks";
import type { AppealState } from "../../../src/conduct/conduct.ts";
import { useSending } from "../account/sending.ts";
import { formOf, formText } from "../home/form-text.ts";
import { say } from "../text/say.ts";
import { sendAppeal } from "./record.ts";

const longest = 1000;

type Props = {
  readonly sanction: string;
  readonly state: AppealState;
  /** Called once it has been sent. */
  readonly onSent: () => void;
  readonly onCancel?: () => void;
};

/** What has become of an appeal, or the way to make one. */
export const Appeal = ({ sanction, state, onSent, onCancel }: Props) => {
  const { busy, fault, run } = useSending({
    conflict: say("conduct:appeal.again"),
    too_late: say("conduct:appeal.late"),
    not_found: say("conduct:appeal.gone"),
  });
  const [sent, setSent] = useState(false);
  const shown = sent && state === "none" ? "open" : state;
  if (shown !== "none")
    return (
      <p class="appeal-state" role="status" data-testid="appeal-state" data-state={shown}>
        {say(`conduct:appeal.${shown}`)}
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
        <label for={`appeal-${sanction}`}>{say("conduct:appeal.ask")}</label>
        <textarea
          id={`appeal-${sanction}`}
          name="appeal"
          rows={3}
          maxLength={longest}
          required
          aria-describedby={`appeal-${sanction}-hint`}
        />
        <p id={`appeal-${sanction}-hint`} class="muted hint">
          {say("conduct:appeal.hint")}
        </p>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      <div class="actions">
        <button class="primary" data-testid="send-appeal" aria-disabled={busy}>
          {busy ? say("conduct:appeal.sending") : say("conduct:appeal.send")}
        </button>
        {onCancel !== undefined && (
          <button type="button" onClick={onCancel}>
            {say("conduct:cancel")}
          </button>
        )}
      </div>
    </form>
  );
};
