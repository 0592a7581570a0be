import { letterOf } from "../game/marks.ts";
import { Shape } from "../game/shape.tsx";
import { QuestionPicture } from "../game/picture.tsx";
import { Timer } from "../game/timer.tsx";
import { alsoRight } from "../modes/view.ts";
import { lobby } from "../store.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { useFit } from "./use-fit.ts";

/** Longer prompts and choices are set smaller, so that everything stays on the wall. */
const sizeOf = (text: string, medium: number, long: number): string => {
  if (text.length > long) return "long";
  return text.length > medium ? "medium" : "short";
};

/** A question while it is open, and its solution afterwards. Nothing here can be pressed: answers come from phones. */
export const Board = () => {
  const { game } = lobby.value ?? {};
  const board = useFit<HTMLDivElement>(`${game?.phase} ${game?.question.id}`);
  if (game === undefined) return null;
  const { question, reveal } = game;
  const isOpen = game.phase === "question";
  const longest = question.choices.toSorted((one, other) => other.length - one.length)[0] ?? "";
  const marks = ["board", isOpen ? "open" : "closed", question.image && "with-picture", reveal.struck && "struck-out"];
  return (
    <div class={marks.filter(Boolean).join(" ")} ref={board}>
      <div class="board-line">
        <span>{sayRich("screen:board.number", { number: game.number, total: game.total }, parts)}</span>
        {question.category && <span class="muted">{question.category}</span>}
        {isOpen ? <Answered /> : <span class="muted">{say("screen:board.answer")}</span>}
      </div>
      {isOpen && <Timer />}
      <h2 class={`prompt ${sizeOf(question.prompt, 70, 150)}`} data-testid="prompt">
        {question.prompt}
      </h2>
      {question.image && <QuestionPicture key={question.id} url={question.image} />}
      <ol class={`options ${sizeOf(longest, 24, 60)}`} aria-label={say("screen:board.answers")}>
        {question.choices.map((text, index) => (
          <Option key={`${question.id} ${index}`} index={index} text={text} />
        ))}
      </ol>
      {!isOpen && reveal.struck && <p class="struck">{say("screen:board.struck")}</p>}
      {!isOpen && reveal.explanation && (
        <p class="explanation">
          <span>{reveal.explanation}</span>
        </p>
      )}
    </div>
  );
};

const Answered = () => {
  const players = (lobby.value?.players ?? []).filter(({ connected, seen }) => connected && !seen);
  const answered = lobby.value?.game.answered ?? 0;
  return (
    <span class="answered" data-testid="answered">
      {sayRich("screen:board.answered", { answered, players: players.length }, parts)}
    </span>
  );
};

/** One choice; after the reveal with how many took it, and whether it was right. */
const Option = ({ index, text }: { readonly index: number; readonly text: string }) => {
  const { phase, reveal } = lobby.value?.game ?? { phase: "", reveal: { key: -1, counts: [] } };
  const isRevealed = phase !== "question";
  const isRight = isRevealed && (reveal.key === index || alsoRight().includes(index));
  const count = reveal.counts[index] ?? 0;
  const most = Math.max(1, ...reveal.counts);
  const marks = ["option", `mark-${index % 6}`, isRight && "right", isRevealed && !isRight && "not-right"];
  return (
    <li class={marks.filter(Boolean).join(" ")} data-testid={`choice-${index}`}>
      <span class="mark" aria-hidden="true">
        <Shape choice={index} />
      </span>
      <span class="letter">{letterOf(index)}</span>
      <span class="text">{text}</span>
      {isRevealed && (
        <>
          {isRight && (
            <span class="verdict">
              <span aria-hidden="true">✓</span>
              <span class="for-ears">{say("screen:board.right")}</span>
            </span>
          )}
          <span class="count" data-testid={`count-${index}`}>
            {sayRich("screen:board.chosenBy", { count }, parts)}
          </span>
          <span class="share" aria-hidden="true" style={{ inlineSize: `${((count / most) * 100).toFixed(1)}%` }} />
        </>
      )}
    </li>
  );
};
