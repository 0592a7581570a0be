import { scored } from "./scoring.ts";
import type { Bluff, BluffEvent } from "./state.ts";

/** Records an event. An event that does not fit the phase changes nothing. */
export const evolve = (state: Bluff | undefined, event: BluffEvent): Bluff => {
  if (event.type === "started") return begun(event);
  if (state === undefined) throw new Error(`a game begins with "started", not "${event.type}"`);
  const { phase } = state;
  switch (event.type) {
    case "entered": {
      const known = state.players.get(event.player) ?? { score: 0, right: 0 };
      const standing = { ...known, name: event.name, presence: "here" } as const;
      return { ...state, players: new Map(state.players).set(event.player, standing) };
    }
    case "departed": {
      const known = state.players.get(event.player);
      if (known === undefined) return state;
      const standing = { ...known, presence: event.gone ? "gone" : "away" } as const;
      return { ...state, players: new Map(state.players).set(event.player, standing) };
    }
    case "opened":
      return {
        ...state,
        current: state.current + 1,
        phase: { name: "writing", endsAt: event.endsAt, lies: new Map() },
      };
    case "wrote":
      if (phase.name !== "writing") return state;
      return { ...state, phase: { ...phase, lies: new Map(phase.lies).set(event.player, event.text) } };
    case "laid": {
      const { options, key, at, endsAt } = event;
      const lies = phase.name === "writing" ? phase.lies : new Map();
      return { ...state, phase: { name: "voting", openedAt: at, endsAt, lies, options, key, votes: new Map() } };
    }
    case "voted": {
      if (phase.name !== "voting") return state;
      const votes = new Map(phase.votes).set(event.player, { choice: event.choice, time: event.time });
      return { ...state, phase: { ...phase, votes } };
    }
    case "closed": {
      const closed = [...state.closed, event.round];
      const players = scored(state.players, closed, state.struck);
      return { ...state, closed, players, phase: { name: "unmask", endsAt: event.endsAt } };
    }
    case "scored":
      return { ...state, phase: { name: "scores", endsAt: event.endsAt } };
    case "extended":
      return { ...state, questions: [...state.questions, ...event.questions], more: event.more };
    case "struck": {
      const struck = new Set(state.struck).add(event.question);
      return { ...state, struck, players: scored(state.players, state.closed, struck) };
    }
    case "ended":
      return { ...state, phase: { name: "podium", standings: event.standings, counts: event.counts } };
  }
};

const begun = (event: BluffEvent & { readonly type: "started" }): Bluff => {
  const { questions, more, seed, writeMs, voteMs, decoys, timings, players, endsAt } = event;
  return {
    questions,
    more,
    seed,
    writeMs,
    voteMs,
    decoys,
    timings,
    struck: new Set(),
    current: -1,
    players: new Map(players.map(({ id, name }) => [id, { name, score: 0, right: 0, presence: "here" }])),
    closed: [],
    phase: { name: "countdown", endsAt },
  };
};
