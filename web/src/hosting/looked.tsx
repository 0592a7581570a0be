import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import type { PackQuestion } from "../packs/pack.ts";
import { QuestionText } from "../packs/question-text.tsx";
import { lobby } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { dropQuestion, keepAsPack, looked } from "./preview.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

type Props = {
  readonly onEdit: (question: PackQuestion) => void;
  readonly onClose: () => void;
};

const refusals = () => ({ not_found: say("host:looked.gone"), not_available: say("host:looked.needsOne") });

/** The questions in the order in which they are asked. */
export const Looked = ({ onEdit, onClose }: Props) => {
  const drop = useSending(refusals());
  const questions = looked.value;
  if (questions === undefined) return <p role="status">{say("play:page.moment")}</p>;
  const count = questions.length;
  const isMore = (lobby.value?.building.total ?? 0) > 0;
  return (
    <>
      <p class="muted" role="status" data-testid="looked-count">
        {isMore ? say("host:looked.countAndMore", { count }) : say("host:looked.count", { count })}
      </p>
      <ol class="looked">
        {questions.map((question, index) => (
          <li key={question.id} data-testid="looked">
            <QuestionText question={question} withAnswers />
            <div class="row-tools" role="group" aria-label={say("host:question.number", { number: index + 1 })}>
              <button class="quiet small" data-testid="edit-looked" onClick={() => onEdit(question)}>
                {say("host:act.edit")}
              </button>
              {questions.length > 1 && (
                <SureButton
                  class="quiet small"
                  sure={say("host:act.reallyDrop")}
                  busy={drop.busy}
                  testId="drop-looked"
                  onSure={() => void drop.run(() => dropQuestion(question.id))}
                >
                  {say("host:looked.drop")}
                </SureButton>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p class="fault" role="alert">
        {drop.fault}
      </p>
      <div class="actions">
        <button class="primary" onClick={onClose}>
          {say("host:act.done")}
        </button>
        <KeepAsPack />
      </div>
    </>
  );
};

const KeepAsPack = () => {
  const [pack, setPack] = useState("");
  const { busy, fault, run } = useSending();
  const title = lobby.value?.topic || say("play:lobbies.mixed");
  if (pack !== "")
    return (
      <a class="button" href={`/packs/${pack}`} target="_blank" rel="noopener" data-testid="kept-pack">
        {sayRich("host:looked.open", {}, parts)}
      </a>
    );
  return (
    <>
      <button
        data-testid="keep-as-pack"
        aria-disabled={busy}
        onClick={() => void run(async () => setPack(await keepAsPack(title)))}
      >
        {say("host:looked.keep")}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
