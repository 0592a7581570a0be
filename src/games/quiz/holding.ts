import type { PlayerId } from "../../core/ids.ts";
import type { Hold, Phase, QuizEvent } from "./state.ts";

type Asking = Phase & { readonly name: "question" };

/** Nobody gets back more than this, in ms: so long a page shows what was understood before it sends it. */
const mostGivenBackMs = 1500;

/** Stands by a choice before it is given (rule A8). The first one stays: who could change it would hold a guess at any time. */
export const held = (
  phase: Asking,
  { player, question, choice }: Pick<QuizEvent & { readonly type: "held" }, "player" | "question" | "choice">,
  now: number,
): readonly QuizEvent[] =>
  phase.held?.has(player) === true ? [] : [{ type: "held", player, question, choice, time: now - phase.openedAt }];

/** How long an answer took: less the time that was spent on seeing what was understood, if it is what was held. */
export const timeTaken = (phase: Asking, player: PlayerId, choice: number, now: number): number => {
  const time = now - phase.openedAt;
  const hold: Hold | undefined = phase.held?.get(player);
  return hold === undefined || hold.choice !== choice ? time : Math.max(hold.time, time - mostGivenBackMs);
};
