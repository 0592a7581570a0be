import { computed } from "@preact/signals";
import { letterOf } from "./game/marks.ts";
import { answer, link, lobby, result } from "./store.ts";
import { partOf } from "./modes/view.ts";
import { inFigures } from "./text/figures.ts";
import { say } from "./text/say.ts";

/** What has just become of the game and of one's own answer, in a sentence. */
export const announcement = computed((): string => {
  const at = lobby.value;
  if (at === undefined) return "";
  if (link.value.state === "lost") return say("play:told.lost");
  const { game, status } = at;
  if (status === "building") return say("play:told.making");
  if (status === "ready") return say("play:told.ready");
  if (status === "failed") return say("play:told.failed");
  if (at.degraded) return say("play:notice.degraded");
  if (game.paused) return say("play:told.paused");
  switch (game.phase) {
    case "countdown":
      return say("play:told.countdown");
    case "question":
      return (
        ownAnswer() ||
        say("play:told.question", { number: game.number, total: game.total, prompt: game.question.prompt })
      );
    case "reveal":
      return revealed();
    case "scores":
      return result.value === undefined
        ? ""
        : say("play:told.standing", { rank: result.value.rank, points: result.value.total });
    case "podium":
      return wonBy(at.players.find(({ rank }) => rank === 1)?.name);
    default:
      return "";
  }
});

const wonBy = (name: string | undefined): string =>
  name === undefined ? say("play:told.nobody") : say("play:told.over", { name });

const ownAnswer = (): string => {
  const mine = answer.value;
  if (mine === undefined || mine.question !== lobby.value?.game.question.id || mine.state !== "locked") return "";
  return say("play:told.locked", { letter: letterOf(mine.choice) });
};

const revealed = (): string => {
  const { question, reveal } = lobby.value?.game ?? {};
  if (question === undefined || reveal === undefined) return "";
  const right =
    reveal.key < 0
      ? sought()
      : say("play:told.answer", { letter: letterOf(reveal.key), text: question.choices[reveal.key] ?? "" });
  if (reveal.struck) return `${say("play:told.struck")} ${right}`;
  const mine = result.value;
  if (mine === undefined || mine.question !== question.id) return right;
  const verdict = say(mine.choice === null ? "play:told.none" : mine.right ? "play:told.right" : "play:told.wrong");
  return `${verdict} ${right} ${say("play:told.result", { points: mine.points, rank: mine.rank })}`;
};

/** The number that was to be guessed. */
const sought = (): string => {
  const spread = partOf("spread") as { readonly value: number; readonly unit: string } | undefined;
  return spread === undefined ? "" : say("play:told.number", { number: inFigures(spread.value), unit: spread.unit });
};
