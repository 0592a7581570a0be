import { choose } from "../actions.ts";
import { answer, link, lobby, plays, result } from "../store.ts";
import { alsoRight } from "../modes/view.ts";
import { letterOf } from "./marks.ts";
import { Shape } from "./shape.tsx";
import { say } from "../text/say.ts";

/** One answer to choose from; after the reveal, what became of it. */
export const Choice = ({ index, text }: { readonly index: number; readonly text: string }) => {
  const { game, degraded } = lobby.value ?? {};
  if (game === undefined) return null;
  const mine = chosen();
  const revealed = game.phase !== "question";
  const stands = game.paused || degraded === true;
  const open = !revealed && !stands && mine === undefined && plays.value && link.value.state === "open";
  const isRight = revealed && (game.reveal.key === index || alsoRight().includes(index));
  const isMine = mine?.choice === index;
  const count = game.reveal.counts[index] ?? 0;
  const all = Math.max(
    1,
    game.reveal.counts.reduce((sum, one) => sum + one, 0),
  );
  const marks = [
    "choice",
    `mark-${index % 6}`,
    isMine && "mine",
    isMine && mine.state === "sent" && "sent",
    isRight && "right",
    revealed && !isRight && "not-right",
  ];
  return (
    // Not `disabled`: a button that is disabled under the focus drops it, and who plays by keyboard starts over.
    <button
      class={marks.filter(Boolean).join(" ")}
      data-testid={`choice-${index}`}
      aria-disabled={!open}
      aria-pressed={isMine}
      onClick={() => choose(index)}
    >
      <span class="mark" aria-hidden="true">
        <Shape choice={index} />
      </span>
      <span class="body">
        <span class="letter">{letterOf(index)}</span>
        <span class="text" dir="auto">
          {text}
        </span>
        <span class="outcome">
          {isMine && !revealed && <span>{say(mine.state === "sent" ? "play:choice.sent" : "play:choice.locked")}</span>}
          {isRight && <span>{say("play:choice.right")}</span>}
          {isMine && revealed && !isRight && <span>{say("play:choice.wrong")}</span>}
          {isMine && isRight && <span>{say("play:choice.yours")}</span>}
          {revealed && (
            <span class="chosen-by" data-testid={`count-${index}`}>
              {say("play:choice.by", { count })}
            </span>
          )}
        </span>
      </span>
      {revealed && (
        <span class="share" aria-hidden="true" style={{ inlineSize: `${((count / all) * 100).toFixed(1)}%` }} />
      )}
    </button>
  );
};

const chosen = () => {
  const question = lobby.value?.game.question.id;
  if (answer.value?.question === question) return answer.value;
  // After a return only the result still knows what was answered.
  const told = result.value;
  return told?.question === question && typeof told?.choice === "number"
    ? { choice: told.choice, state: "locked" as const }
    : undefined;
};
