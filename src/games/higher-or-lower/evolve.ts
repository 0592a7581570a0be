import type { PlayerId } from "parlor/kit";
import type { HigherOrLower, HigherOrLowerEvent, Outcome, Standing } from "./state.ts";

const fresh: Standing = { score: 0, right: 0, chain: 0, presence: "here" };

/** Records an event. An event that does not fit the phase changes nothing. */
export const evolve = (state: HigherOrLower | undefined, event: HigherOrLowerEvent): HigherOrLower => {
  if (event.type === "started") {
    const { rounds, limit, timed, timings, endsAt } = event;
    const players = new Map(event.players.map((player) => [player, fresh]));
    return { rounds, limit, timed, timings, players, number: 0, phase: { name: "countdown", endsAt } };
  }
  if (state === undefined) throw new Error(`a game begins with "started", not "${event.type}"`);
  const { phase } = state;
  switch (event.type) {
    case "entered":
      return withPlayer(state, event.player, { presence: "here" });
    case "departed":
      return withPlayer(state, event.player, { presence: event.gone ? "gone" : "away" });
    case "opened": {
      const { at, endsAt } = event;
      const guessing = { name: "guessing", openedAt: at, endsAt, guesses: new Map() } as const;
      return { ...state, number: state.number + 1, phase: guessing };
    }
    case "guessed": {
      if (phase.name !== "guessing") return state;
      return { ...state, phase: { ...phase, guesses: new Map(phase.guesses).set(event.player, event.guess) } };
    }
    case "shown": {
      const { outcomes, endsAt } = event;
      return { ...outcomes.reduce(withOutcome, state), phase: { name: "shown", endsAt, outcomes } };
    }
    case "scored":
      return { ...state, phase: { name: "scores", endsAt: event.endsAt } };
    case "ended":
      return { ...state, phase: { name: "podium", standings: event.standings, counts: event.counts } };
  }
};

const withPlayer = (state: HigherOrLower, player: PlayerId, changes: Partial<Standing>): HigherOrLower => {
  const standing = { ...(state.players.get(player) ?? fresh), ...changes };
  return { ...state, players: new Map(state.players).set(player, standing) };
};

const withOutcome = (state: HigherOrLower, { player, right, points }: Outcome): HigherOrLower => {
  const { score, right: before, chain } = state.players.get(player) ?? fresh;
  const changes = { score: score + points, right: before + (right ? 1 : 0), chain: right ? chain + 1 : 0 };
  return withPlayer(state, player, changes);
};
