import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { type Reason, ReasonForm } from "../reason-form.tsx";

/** What is sent, for the staff in one language, and how it is said here. */
const reasons: readonly Reason[] = [
  { value: "It is hurtful: hate, an insult, or a threat", words: "play:report.hate" },
  { value: "It is sexual", words: "play:report.sexual" },
  { value: "It is spam or advertising", words: "play:report.spam" },
  { value: "It tells of somebody's private life", words: "play:report.private" },
];

type What = { readonly message: string } | { readonly player: string };

/** Asks what is wrong with a line or with somebody, and thanks for it. */
export const ReportForm = ({ what, onClose }: { readonly what: What; readonly onClose: () => void }) => {
  const [isDone, setDone] = useState(false);
  const { busy, fault, run } = useSending({ too_fast: "You have reported a lot just now. Try again later." });
  const send = async (words: string): Promise<void> => {
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
  const sending = { busy, fault, onSend: (words: string) => void send(words), onCancel: onClose };
  return <ReasonForm legend="What is wrong?" reasons={reasons} {...sending} />;
};
