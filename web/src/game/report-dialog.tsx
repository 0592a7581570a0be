import { useState } from "preact/hooks";
import { reportQuestion } from "../actions.ts";
import { Dialog } from "../dialog.tsx";
import { type Reason, ReasonForm } from "../reason-form.tsx";
import { lobby, reported } from "../store.ts";
import { say } from "../text/say.ts";
import type { Reported } from "./reporting.tsx";

/** What is sent, for the staff in one language, and how it is said here. */
const reasons: readonly Reason[] = [
  { value: "The answer marked as right is wrong", words: "play:report.wrongKey" },
  { value: "More than one answer is right", words: "play:report.manyRight" },
  { value: "It can't be understood", words: "play:report.unclear" },
  { value: "It is hurtful or rude", words: "play:report.hurtful" },
];

type Props = { readonly question: Reported; readonly onClose: () => void };

/** Asks what is wrong with a question, and thanks for it. */
export const ReportDialog = ({ question, onClose: close }: Props) => {
  const { game } = lobby.value ?? {};
  return (
    <Dialog title={say("play:tools.report")} testId="report-dialog" onClose={close}>
      <p class="muted">{question.prompt}</p>
      <p role="status" class="hurry">
        {game?.phase === "question" && game.question.id !== question.id ? say("play:report.next") : ""}
      </p>
      {reported.value.has(question.id) ? (
        <>
          <p role="status" data-testid="report-thanks">
            {say("play:report.thanks")}
          </p>
          <div class="actions">
            <button class="primary" ref={focus} onClick={close}>
              {say("play:dialog.close")}
            </button>
          </div>
        </>
      ) : (
        <ReportForm question={question.id} onCancel={close} />
      )}
    </Dialog>
  );
};

const focus = (button: HTMLButtonElement | null): void => button?.focus();

const ReportForm = ({ question, onCancel }: { readonly question: string; readonly onCancel: () => void }) => {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const send = async (reason: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(await reportQuestion(question, reason));
    setBusy(false);
  };
  const sending = { busy, fault, onSend: (reason: string) => void send(reason), onCancel };
  return <ReasonForm legend={say("play:report.legend")} reasons={reasons} {...sending} />;
};
