import type { Game } from "../../core/game.ts";
import { drawnOf } from "./buzzing.ts";
import { decide, nextDeadline, start, suits } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import type { BuzzDraw, Race, RaceEvent } from "./state.ts";
import { notices, record, viewFor } from "./telling.ts";
import { asks, view } from "./view.ts";

/** The race: buzz first, answer right, and be first to the goal. Its rules are in RULES.md. */
export const race: Game<Race, RaceEvent> = {
  mode: "race",
  options,
  suits,
  isNoMeasure: true,
  start,
  decide,
  evolve,
  nextDeadline,
  view,
  viewFor,
  asks,
  notices,
  record,
  drawn: ({ draws }) => draws,
  redrawn: ({ seed }, from) => drawnOf(seed, from as BuzzDraw["from"]),
  asked: ({ questions, current }) => questions.slice(0, current + 1),
  // A press shows nothing to anybody but who pressed.
  mayGather: ({ type }) => type === "pressed",
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
