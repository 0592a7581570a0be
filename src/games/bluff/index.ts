import type { Game } from "../../core/game.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import type { Bluff, BluffEvent } from "./state.ts";
import { suits } from "./suits.ts";
import { notices, record } from "./told.ts";
import { asks, own, view, viewFor } from "./view.ts";

/** Bluff: everybody writes a lie beside a strange truth, and all vote on which it is. Its rules are in RULES.md. */
export const bluff: Game<Bluff, BluffEvent> = {
  mode: "bluff",
  options,
  suits,
  isNoMeasure: true,
  writtenChoices: true,
  prefers: "Strange but true",
  start,
  decide,
  evolve,
  nextDeadline: ({ phase }) => (phase.name === "podium" ? undefined : phase.endsAt),
  view,
  viewFor,
  asks,
  own,
  notices,
  record,
  asked: ({ questions, current }) => questions.slice(0, current + 1),
  mayGather: (event) => event.type === "wrote" || event.type === "voted",
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
