import type { Game } from "../../core/game.ts";
import { allOptions } from "../../core/options.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { openingFor } from "./openings.ts";
import { options } from "./options.ts";
import type { Story, StoryEvent } from "./state.ts";
import { asks, forget, kept, own, view } from "./view.ts";

/** The story: written together a sentence at a time, and kept. Its rules are in RULES.md. */
export const story: Game<Story, StoryEvent> = {
  mode: "story",
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
  story: kept,
  forget,
  notices: () => [],
  mayGather: (event) => event.type === "voted",
  record: () => [],
  asked: () => [],
  drawn: ({ opening, language }) => [{ from: language, drawn: opening }],
  redrawn: ({ seed, setup }) => openingFor(seed, allOptions(options, setup.options).language),
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
