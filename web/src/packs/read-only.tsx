import { useState } from "preact/hooks";
import { say } from "../text/say.ts";
import type { Pack } from "./pack.ts";
import { QuestionText } from "./question-text.tsx";
import { useShowMore } from "./show-more.tsx";

/** Somebody else's pack. Who wants to play it need not see the answers. */
export const ReadOnly = ({ opened: { questions } }: { readonly opened: Pack }) => {
  const [withAnswers, setWithAnswers] = useState(false);
  const { shown, more } = useShowMore(questions.length);
  return (
    <section class="questions" aria-labelledby="questions-title">
      <div class="questions-head">
        <h2 id="questions-title">{say("host:editor.title")}</h2>
        <button class="small" aria-pressed={withAnswers} onClick={() => setWithAnswers(!withAnswers)}>
          {withAnswers ? say("host:editor.hideAnswers") : say("host:editor.showAnswers")}
        </button>
      </div>
      <ol class="question-list" data-testid="questions">
        {questions.slice(0, shown).map((question) => (
          <li key={question.id} class="card">
            <QuestionText question={question} withAnswers={withAnswers} />
          </li>
        ))}
      </ol>
      {more}
    </section>
  );
};
