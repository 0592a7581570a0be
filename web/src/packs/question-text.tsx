import { letterOf } from "../game/marks.ts";
import type { PackQuestion } from "./pack.ts";

type Props = { readonly question: PackQuestion; readonly withAnswers: boolean };

/** A question as it is read in a pack. */
export const QuestionText = ({ question, withAnswers }: Props) => {
  const { prompt, choices, key, category, difficulty, explanation, image } = question;
  return (
    <div class="question-text">
      <p class="asked">{prompt}</p>
      {image !== "" && <img src={image} alt="Picture for this question" loading="lazy" decoding="async" />}
      <ul>
        {choices.map((choice, index) => (
          <li key={`${index} ${choice}`} class={withAnswers && index === key ? "is-right" : ""}>
            <span aria-hidden="true">{letterOf(index)}</span> {choice}
            {withAnswers && index === key && (
              <>
                <span aria-hidden="true"> ✓</span>
                <span class="for-ears"> (right answer)</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="muted about">
        {[category, difficulty].filter(Boolean).join(" · ")}
        {withAnswers && explanation !== "" && <span> — {explanation}</span>}
      </p>
    </div>
  );
};
