import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import type { PackQuestion } from "../packs/pack.ts";
import { QuestionText } from "../packs/question-text.tsx";
import { lobby } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { dropQuestion, keepAsPack, looked } from "./preview.ts";

type Props = {
  readonly onEdit: (question: PackQuestion) => void;
  readonly onClose: () => void;
};

const words = { not_found: "That question is gone already.", not_available: "A game needs one question." };

/** The questions in the order in which they are asked. */
export const Looked = ({ onEdit, onClose }: Props) => {
  const drop = useSending(words);
  const questions = looked.value;
  if (questions === undefined) return <p role="status">One moment…</p>;
  const isMore = (lobby.value?.building.total ?? 0) > 0;
  return (
    <>
      <p class="muted" role="status" data-testid="looked-count">
        {questions.length === 1 ? "One question" : `${questions.length} questions`}
        {isMore ? ", and more are being made." : "."}
      </p>
      <ol class="looked">
        {questions.map((question, index) => (
          <li key={question.id} data-testid="looked">
            <QuestionText question={question} withAnswers />
            <div class="row-tools" role="group" aria-label={`Question ${index + 1}`}>
              <button class="quiet small" data-testid="edit-looked" onClick={() => onEdit(question)}>
                Edit
              </button>
              {questions.length > 1 && (
                <SureButton
                  class="quiet small"
                  sure="Really drop it?"
                  busy={drop.busy}
                  testId="drop-looked"
                  onSure={() => void drop.run(() => dropQuestion(question.id))}
                >
                  Drop
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
          Done
        </button>
        <KeepAsPack />
      </div>
    </>
  );
};

const KeepAsPack = () => {
  const [pack, setPack] = useState("");
  const { busy, fault, run } = useSending();
  const title = lobby.value?.topic || "Mixed trivia";
  if (pack !== "")
    return (
      <a class="button" href={`/packs/${pack}`} target="_blank" rel="noopener" data-testid="kept-pack">
        Open the pack<span class="for-ears"> (in a new tab)</span>
      </a>
    );
  return (
    <>
      <button
        data-testid="keep-as-pack"
        aria-disabled={busy}
        onClick={() => void run(async () => setPack(await keepAsPack(title)))}
      >
        Keep them as a pack
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
