import type { Game } from "../../core/game.ts";
import { redealt } from "./deal.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import type { Deal, FindTheBot, FindTheBotEvent } from "./state.ts";
import { dueIn } from "./talking.ts";
import { asks, notices, own, recall, view } from "./view.ts";

/** Find the bot: a talk under other names, and a vote on who is no human. Its rules are in RULES.md. */
export const findTheBot: Game<FindTheBot, FindTheBotEvent> = {
  mode: "find-the-bot",
  options,
  needsNoQuestions: true,
  start,
  decide,
  evolve,
  nextDeadline: ({ phase }) =>
    phase.name === "podium" ? undefined : phase.name === "talking" ? dueIn(phase) : phase.endsAt,
  view,
  viewFor: () => ({ answer: null, result: null }),
  asks,
  own,
  recall,
  notices,
  record: () => [],
  asked: () => [],
  drawn: ({ deals }) => deals,
  redrawn: ({ seed }, from) => redealt(seed, from as Deal["from"]),
  mayGather: (event) => event.type === "wrote" || event.type === "voted",
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
