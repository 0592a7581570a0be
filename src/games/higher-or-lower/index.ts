import type { Game } from "parlor/kit";
import { deal } from "./deal.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import type { HigherOrLower, HigherOrLowerEvent } from "./state.ts";
import { asks, own, view } from "./view.ts";

/** Higher or lower: of two things one number is known, and the other is guessed. Its rules are in RULES.md. */
export const higherOrLower: Game<HigherOrLower, HigherOrLowerEvent> = {
  mode: "higher-or-lower",
  options,
  needsNoQuestions: true,
  start,
  decide,
  evolve,
  nextDeadline: ({ phase }) => (phase.name === "podium" ? undefined : phase.endsAt),
  view,
  viewFor: () => ({ answer: null, result: null }),
  asks,
  own,
  notices: () => [],
  mayGather: (event) => event.type === "guessed",
  record: () => [],
  asked: () => [],
  drawn: ({ rounds, number }) => rounds.slice(0, number).map((pair, round) => ({ from: round, drawn: pair })),
  redrawn: ({ seed, setup }, round) => deal(seed, setup.count)[Number(round)],
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
