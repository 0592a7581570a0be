import { letterOf } from "../../game/marks.ts";
import { QuestionPicture } from "../../game/picture.tsx";
import { Shape } from "../../game/shape.tsx";
import { Timer } from "../../game/timer.tsx";
import { useFit } from "../../screen/use-fit.ts";
import { lobby } from "../../store.ts";
import { parts } from "../../text/parts.tsx";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { nameOf } from "../view.ts";
import { BuzzLine } from "./buzzer.tsx";
import { triedBy } from "./choices.tsx";
import { Track } from "./track.tsx";

/** A question that is open, on the big screen. */
export const Wall = () => {
  const { game } = lobby.value ?? {};
  const board = useFit<HTMLDivElement>(`${game?.phase} ${game?.question.id}`);
  if (game === undefined) return null;
  const { question, number, total } = game;
  return (
    <div class="board open buzz-board" ref={board}>
      <div class="board-line">
        <span>{sayRich("play:question.of", { number, total }, parts)}</span>
        {question.category && <span class="muted">{question.category}</span>}
      </div>
      <Timer />
      <h2 class={question.prompt.length > 90 ? "prompt long" : "prompt medium"} data-testid="prompt">
        {question.prompt}
      </h2>
      {question.image && <QuestionPicture key={question.id} url={question.image} />}
      <BuzzLine />
      <ol class="options medium" aria-label={say("play:question.answers")}>
        {question.choices.map((text, index) => (
          <Option key={text} index={index} text={text} />
        ))}
      </ol>
      <Track />
    </div>
  );
};

const Option = ({ index, text }: { readonly index: number; readonly text: string }) => {
  const tried = triedBy(index);
  return (
    <li class={`option mark-${index % 6}${tried === undefined ? "" : " not-right"}`}>
      <span class="mark" aria-hidden="true">
        <Shape choice={index} />
      </span>
      <span class="letter">{letterOf(index)}</span>
      <span class="text">{text}</span>
      {tried !== undefined && <span class="count">{say("modeRace:tried", { name: nameOf(tried) })}</span>}
    </li>
  );
};
