import { computed } from "@preact/signals";
import { letterOf } from "./game/marks.ts";
import { answer, link, lobby, result } from "./store.ts";
import { ordinal } from "./game/ordinal.ts";

/** What has just become of the game and of one's own answer, in a sentence. */
export const announcement = computed((): string => {
  const at = lobby.value;
  if (at === undefined) return "";
  if (link.value.state === "lost") return "The connection is lost. Reconnecting.";
  const { game, status } = at;
  if (status === "building") return "The questions are being made.";
  if (status === "ready") return "The questions are ready.";
  if (status === "failed") return "There will be no game.";
  if (at.degraded) return "The server can't save anything just now. The game waits.";
  if (game.paused) return "The game is paused.";
  switch (game.phase) {
    case "countdown":
      return "Get ready. The game is about to start.";
    case "question":
      return ownAnswer() || `Question ${game.number} of ${game.total}: ${game.question.prompt}`;
    case "reveal":
      return revealed();
    case "scores":
      return result.value === undefined
        ? ""
        : `You are ${ordinal(result.value.rank)} with ${result.value.total} points.`;
    case "podium":
      return `The game is over. ${at.players.find(({ rank }) => rank === 1)?.name ?? "Nobody"} has won.`;
    default:
      return "";
  }
});

const ownAnswer = (): string => {
  const mine = answer.value;
  if (mine === undefined || mine.question !== lobby.value?.game.question.id || mine.state !== "locked") return "";
  return `Locked in: ${letterOf(mine.choice)}.`;
};

const revealed = (): string => {
  const { question, reveal } = lobby.value?.game ?? {};
  if (question === undefined || reveal === undefined) return "";
  const right = `The answer is ${letterOf(reveal.key)}: ${question.choices[reveal.key] ?? ""}.`;
  if (reveal.struck) return `This question was struck out and counts for nobody. ${right}`;
  const mine = result.value;
  if (mine === undefined || mine.question !== question.id) return right;
  const verdict = mine.choice === null ? "You gave no answer." : mine.right ? "Right!" : "Wrong.";
  return `${verdict} ${right} ${mine.points} points. You are ${ordinal(mine.rank)}.`;
};
