import { letterOf } from "../game/marks.ts";
import { inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";
import type { Difficulty, PackQuestion } from "./pack.ts";

type Props = { readonly question: PackQuestion; readonly withAnswers: boolean };

/** A question as it is read in a pack. */
export const QuestionText = ({ question, withAnswers }: Props) => {
  const { prompt, choices, key, category, difficulty, explanation, image, imageAlt, also = [], number } = question;
  const isRight = (index: number): boolean => withAnswers && (index === key || also.includes(index));
  return (
    <div class="question-text">
      <p class="asked">{prompt}</p>
      {image !== "" && (
        <img src={image} alt={imageAlt ?? say("host:question.pictureFor")} loading="lazy" decoding="async" />
      )}
      <ul>
        {choices.map((choice, index) => (
          <li key={`${index} ${choice}`} class={isRight(index) ? "is-right" : ""}>
            <span aria-hidden="true">{letterOf(index)}</span> {choice}
            {isRight(index) && (
              <>
                <span aria-hidden="true"> ✓</span>
                <span class="for-ears"> {say("host:question.rightAnswer")}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {number && <p>{withAnswers ? `${inFigures(number.value, { useGrouping: false })} ${number.unit}` : "?"}</p>}
      <p class="muted about">
        {[category, difficultyText(difficulty)].filter(Boolean).join(" · ")}
        {withAnswers && explanation !== "" && <span> — {explanation}</span>}
      </p>
    </div>
  );
};

const difficultyText = (difficulty: Difficulty): string => {
  switch (difficulty) {
    case "easy":
      return say("host:question.isEasy");
    case "medium":
      return say("host:question.isMedium");
    case "hard":
      return say("host:question.isHard");
  }
};
