import { SureButton } from "../sure-button.tsx";
import { say } from "../text/say.ts";
import type { PackQuestion } from "./pack.ts";
import { QuestionText } from "./question-text.tsx";

/** What happens to a question in the list. */
export type Act = "edit" | "up" | "down" | "anew" | "remove";

type Props = {
  readonly question: PackQuestion;
  readonly place: number;
  readonly of: number;
  readonly busy: boolean;
  /** Whether another one is being made in its place. */
  readonly isMade: boolean;
  readonly onAct: (what: Act) => void;
};

/** A question of one's own pack, and what can be done with it. */
export const QuestionItem = ({ question, place, of, busy, isMade, onAct }: Props) => (
  <li class="card" data-testid="question">
    <QuestionText question={question} withAnswers />
    {isMade && (
      <div role="status">
        <label for="making-anew">{say("host:editor.makingAnew")}</label>
        <progress id="making-anew" />
      </div>
    )}
    <div class="row-tools" role="group" aria-label={say("host:question.number", { number: place })}>
      <button class="quiet small" data-testid="edit-question" onClick={() => onAct("edit")}>
        {say("host:act.edit")}
      </button>
      <button
        class="quiet small"
        data-focus={`up-${question.id}`}
        aria-label={say("host:editor.up")}
        aria-disabled={busy || place === 1}
        onClick={() => onAct("up")}
      >
        ↑
      </button>
      <button
        class="quiet small"
        data-focus={`down-${question.id}`}
        aria-label={say("host:editor.down")}
        aria-disabled={busy || place === of}
        onClick={() => onAct("down")}
      >
        ↓
      </button>
      <SureButton class="quiet small" sure={say("host:editor.reallyReplace")} busy={busy} onSure={() => onAct("anew")}>
        {say("host:editor.replace")}
      </SureButton>
      <SureButton class="quiet small" sure={say("host:act.reallyDelete")} busy={busy} onSure={() => onAct("remove")}>
        {say("host:packs.delete")}
      </SureButton>
    </div>
  </li>
);
