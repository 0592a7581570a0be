import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { type Reason, ReasonForm } from "../reason-form.tsx";
import { say } from "../text/say.ts";

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
  const { busy, fault, run } = useSending({ too_fast: say("conduct:report.tooFast") });
  const send = async (words: string): Promise<void> => {
    if (words !== "") setDone(await run(() => order("report", { ...what, reason: words })));
  };
  if (isDone)
    return (
      <>
        <p role="status" data-testid="report-thanks">
          {say("conduct:report.thanks")}
        </p>
        <div class="actions">
          <button class="primary" ref={(button) => button?.focus()} onClick={onClose}>
            {say("conduct:close")}
          </button>
        </div>
      </>
    );
  const sending = { busy, fault, onSend: (words: string) => void send(words), onCancel: onClose };
  return <ReasonForm legend={say("conduct:report.what")} reasons={reasons} {...sending} />;
};
