import { letterOf } from "../game/marks.ts";
import { Shape } from "../game/shape.tsx";
import { secondsText } from "../people/words.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";
import type { Asked } from "./summary.ts";

/** A question that was asked: who chose what, what was right, and what became of one's own answer. */
export const AskedCard = ({ asked, number }: { readonly asked: Asked; readonly number: number }) => {
  const { prompt, choices, key, also = [], explanation, category, struck, counts, silent, own } = asked;
  const given = counts.reduce((sum, count) => sum + count, 0);
  return (
    <li class={struck ? "card asked struck-out" : "card asked"} data-testid="asked">
      <p class="progress-line">
        <span>{say("results:asked.number", { number })}</span>
        {category !== "" && <bdi class="muted">{category}</bdi>}
      </p>
      <h3>{prompt}</h3>
      {struck && <p class="struck">{sayRich("results:asked.struck", {}, parts)}</p>}
      {asked.number !== undefined && (
        <p class="good-word">
          {say("play:told.number", { number: inFigures(asked.number.value), unit: asked.number.unit })}
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
            isRight={index === key || also.includes(index)}
            isOwn={own?.choice === index}
          />
        ))}
      </ul>
      {silent > 0 && <p class="muted">{say("results:asked.silent", { count: silent })}</p>}
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
      <Shape choice={index} />
    </span>
    <span class="grow">
      <span class="letter">{letterOf(index)}</span> <bdi>{text}</bdi>
      <span class="chosen-line">
        <span class="muted">{say("results:asked.chosenBy", { count })}</span>
        {isRight && <span class="good-word">{say("results:asked.right")}</span>}
        {isOwn && <strong>{say("results:asked.yours")}</strong>}
      </span>
      <span class="share-bar" aria-hidden="true">
        <span style={{ width: `${of === 0 ? 0 : ((100 * count) / of).toFixed(1)}%` }} />
      </span>
    </span>
  </li>
);

const OwnLine = ({ asked: { own, struck } }: { readonly asked: Asked }) => {
  if (own === undefined) return null;
  if (own.number !== undefined) {
    const { number: guess, points } = own;
    return <p data-testid="own-line">{say("results:asked.ownGuess", { guess: inFigures(guess), points })}</p>;
  }
  if (own.choice === null) return <p>{say("results:asked.ownNone")}</p>;
  return <p data-testid="own-line">{ownText(own, struck)}</p>;
};

const ownText = ({ right, points, time: took }: NonNullable<Asked["own"]>, struck: boolean): string => {
  const time = secondsText(took);
  if (struck) return say("results:asked.ownStruck", { time });
  if (!right) return say("results:asked.ownWrong", { time });
  return points > 0 ? say("results:asked.ownPoints", { time, points }) : say("results:asked.ownRight", { time });
};
