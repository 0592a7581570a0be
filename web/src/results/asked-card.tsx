import { letterOf, shapeOf } from "../game/marks.ts";
import { countText, secondsText } from "../people/words.ts";
import type { Asked } from "./summary.ts";

/** A question that was asked: who chose what, what was right, and what became of one's own answer. */
export const AskedCard = ({ asked, number }: { readonly asked: Asked; readonly number: number }) => {
  const { prompt, choices, key, explanation, category, struck, counts, silent, own } = asked;
  const given = counts.reduce((sum, count) => sum + count, 0);
  return (
    <li class={struck ? "card asked struck-out" : "card asked"} data-testid="asked">
      <p class="progress-line">
        <span>Question {number}</span>
        {category !== "" && <bdi class="muted">{category}</bdi>}
      </p>
      <h3>{prompt}</h3>
      {struck && (
        <p class="struck">
          <strong>Struck out.</strong> This question counts for nobody.
        </p>
      )}
      <ul class="tally">
        {choices.map((text, index) => (
          <Chosen
            // Two choices may read the same.
            key={`${asked.id} ${index}`}
            index={index}
            text={text}
            count={counts[index] ?? 0}
            of={given}
            isRight={index === key}
            isOwn={own?.choice === index}
          />
        ))}
      </ul>
      {silent > 0 && <p class="muted">{countText(silent, "player")} gave no answer.</p>}
      {own !== undefined && <OwnLine asked={asked} />}
      {explanation !== "" && <p class="explanation">{explanation}</p>}
    </li>
  );
};

type ChosenProps = {
  readonly index: number;
  readonly text: string;
  readonly count: number;
  readonly of: number;
  readonly isRight: boolean;
  readonly isOwn: boolean;
};

const Chosen = ({ index, text, count, of, isRight, isOwn }: ChosenProps) => (
  <li class={`mark-${index % 6} ${isRight ? "right" : ""}`}>
    <span class="mark" aria-hidden="true">
      {shapeOf(index)}
    </span>
    <span class="grow">
      <span class="letter">{letterOf(index)}</span> <bdi>{text}</bdi>
      <span class="chosen-line">
        <span class="muted">{countText(count, "player")}</span>
        {isRight && <span class="good-word">✓ Right answer</span>}
        {isOwn && <strong>Yours</strong>}
      </span>
      <span class="share-bar" aria-hidden="true">
        <span style={{ width: `${of === 0 ? 0 : ((100 * count) / of).toFixed(1)}%` }} />
      </span>
    </span>
  </li>
);

const OwnLine = ({ asked: { own, struck } }: { readonly asked: Asked }) => {
  if (own === undefined) return null;
  if (own.choice === null) return <p>You gave no answer.</p>;
  const verdict = struck ? "You answered" : own.right ? "✓ You were right" : "✗ You were wrong";
  return (
    <p data-testid="own-line">
      {verdict} after {secondsText(own.time)}
      {own.points > 0 && `: ${countText(own.points, "point")}`}.
    </p>
  );
};
