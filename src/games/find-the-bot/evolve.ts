import { scored } from "./scoring.ts";
import { hereOf } from "./deal.ts";
import type { FindTheBot, FindTheBotEvent, Round, Standing, Waiting } from "./state.ts";
import { linesOf } from "./talking.ts";

/** Records an event. An event that does not fit the phase changes nothing. */
export const evolve = (state: FindTheBot | undefined, event: FindTheBotEvent): FindTheBot => {
  if (event.type === "started") return begun(event);
  if (state === undefined) throw new Error(`a game begins with "started", not "${event.type}"`);
  const { phase, round } = state;
  switch (event.type) {
    case "entered": {
      const { player, name, bot } = event;
      const known = state.players.get(player) ?? { score: 0, right: 0 };
      return withPlayer(state, player, { ...known, name, bot, presence: "here" });
    }
    case "departed": {
      const known = state.players.get(event.player);
      if (known === undefined) return state;
      return withPlayer(state, event.player, { ...known, presence: event.gone ? "gone" : "away" });
    }
    case "opened": {
      const { prompt, aliases, at, endsAt } = event;
      return {
        ...state,
        number: state.number + 1,
        used: [...state.used, ...aliases.map(({ name }) => name)],
        round: { prompt, aliases, openedAt: at, lines: [] },
        deals: [
          ...state.deals,
          {
            from: { round: state.number + 1, here: hereOf(state.players) },
            drawn: { prompt, seats: aliases.map(({ player }) => player) },
          },
        ],
        phase: { name: "talking", endsAt, shownAt: at, written: 0, waiting: [] },
      };
    }
    case "wrote": {
      if (phase.name !== "talking") return state;
      const { alias, text, from, until } = event;
      const waiting = [...phase.waiting, { alias, text, from, until }];
      return { ...state, phase: { ...phase, written: phase.written + 1, waiting } };
    }
    case "beat": {
      if (phase.name !== "talking" || round === undefined) return state;
      const isTold = ({ until }: Waiting) => until <= event.at;
      const waiting = phase.waiting.filter((one) => !isTold(one));
      const told = withLines(round, phase.waiting.filter(isTold), event.at);
      return { ...state, round: told, phase: { ...phase, shownAt: event.at, waiting } };
    }
    case "hushed": {
      if (phase.name !== "talking" || round === undefined) return state;
      const told = withLines(round, phase.waiting, event.at);
      return { ...state, round: told, phase: { name: "voting", endsAt: event.endsAt, votes: new Map() } };
    }
    case "voted": {
      if (phase.name !== "voting") return state;
      return { ...state, phase: { ...phase, votes: new Map(phase.votes).set(event.player, event.bots) } };
    }
    case "unmasked": {
      const { marks, fooled, endsAt } = event;
      return { ...state, players: scored(state.players, marks), phase: { name: "unmasked", endsAt, marks, fooled } };
    }
    case "scored":
      return { ...state, phase: { name: "scores", endsAt: event.endsAt } };
    case "ended":
      return { ...state, phase: { name: "podium", standings: event.standings, counts: event.counts } };
  }
};

const begun = (event: FindTheBotEvent & { readonly type: "started" }): FindTheBot => {
  const { seed, rounds, talkMs, voteMs, beatMs, timings, players, endsAt } = event;
  return {
    seed,
    rounds,
    talkMs,
    voteMs,
    beatMs,
    timings,
    number: 0,
    players: new Map(players.map(({ id, name, bot }) => [id, { name, bot, score: 0, right: 0, presence: "here" }])),
    used: [],
    round: undefined,
    deals: [],
    phase: { name: "countdown", endsAt },
  };
};

const withPlayer = (state: FindTheBot, player: Parameters<FindTheBot["players"]["get"]>[0], standing: Standing) => ({
  ...state,
  players: new Map(state.players).set(player, standing),
});

const withLines = (round: Round, told: readonly Waiting[], at: number): Round =>
  told.length === 0 ? round : { ...round, lines: [...round.lines, ...linesOf(round, told, at)] };
