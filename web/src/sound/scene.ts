import { serverNow } from "../clock.ts";
import { answer, lines, link, lobby, result, seat, stoodFrom } from "../store.ts";
import type { Scene } from "./cues.ts";

/** What sounds depend on, as the store has it now; undefined while there is no lobby. */
export const sceneNow = (): Scene | undefined => {
  const at = lobby.value;
  if (at === undefined) return undefined;
  const { game, status, players } = at;
  const mine = answer.value;
  const told = result.value;
  const line = lines.value.findLast((one) => one.type === "chat" && one.player !== seat.value);
  const isPlaying = status === "in-progress";
  return {
    code: at.code,
    isOpen: link.value.state === "open",
    isSeated: seat.value !== "",
    isPaused: game.paused || stoodFrom.value !== undefined,
    isPlaying,
    phase: isPlaying || status === "completed" ? game.phase : "",
    question: game.question.id,
    secondsLeft: Math.ceil(Math.max(0, game.phaseEndsAt - serverNow()) / 1000),
    players: players.length,
    locked: mine?.state === "locked" ? mine.question : "",
    result: {
      question: told?.question ?? "",
      right: told?.right ?? false,
      isNone: told?.choice === null,
      streak: told?.streak ?? 0,
    },
    line: line?.id ?? "",
  };
};
