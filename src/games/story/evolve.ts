import type { PlayerId } from "../../core/ids.ts";
import { scored } from "./scoring.ts";
import type { Line, Phase, Standing, Story, StoryEvent } from "./state.ts";

/** Records an event. An event that does not fit the phase changes nothing. */
export const evolve = (state: Story | undefined, event: StoryEvent): Story => {
  if (event.type === "started") return begun(event);
  if (state === undefined) throw new Error(`a game begins with "started", not "${event.type}"`);
  const { phase } = state;
  switch (event.type) {
    case "entered":
      return withPlayer(state, event.player, { name: event.name, presence: "here" });
    case "departed":
      return withPlayer(state, event.player, { presence: event.gone ? "gone" : "away" });
    case "turned": {
      const { number, writer, endsAt } = event;
      const last = writer ?? state.last;
      return { ...state, number, last, phase: { name: "writing", endsAt, writer, proposals: [] } };
    }
    case "wrote": {
      if (phase.name !== "writing") return state;
      const name = state.players.get(event.player)?.name ?? "";
      const line: Line = { player: event.player, name, text: event.text };
      if (state.turns === "seats") return { ...state, lines: [...state.lines, line] };
      return { ...state, phase: { ...phase, proposals: [...phase.proposals, line] } };
    }
    case "offered": {
      const all = phase.name === "writing" && state.turns === "votes" ? phase.proposals : state.lines;
      const candidates = event.order.flatMap((place) => all[place] ?? []);
      return { ...state, phase: { name: "choosing", endsAt: event.endsAt, candidates, votes: new Map() } };
    }
    case "voted": {
      if (phase.name !== "choosing") return state;
      return { ...state, phase: { ...phase, votes: new Map(phase.votes).set(event.player, event.choice) } };
    }
    case "chosen": {
      const { outcomes, taken, endsAt } = event;
      const candidates = candidatesIn(phase);
      const line = taken === null ? undefined : candidates[taken];
      return {
        ...state,
        lines: line === undefined ? state.lines : [...state.lines, line],
        players: scored(state.players, candidates, outcomes),
        phase: { name: "chosen", endsAt, candidates, outcomes },
      };
    }
    case "ended":
      return { ...state, phase: { name: "podium", standings: event.standings, counts: event.counts } };
  }
};

const candidatesIn = (phase: Phase): readonly Line[] =>
  phase.name === "choosing" ? phase.candidates : phase.name === "writing" ? phase.proposals : [];

const begun = ({ players, endsAt, ...event }: StoryEvent & { readonly type: "started" }): Story => {
  const { seed, turns, sentences, writeMs, language, keep, timings, opening } = event;
  return {
    seed,
    turns,
    sentences,
    writeMs,
    language,
    keep,
    timings,
    opening,
    lines: [],
    number: 0,
    last: null,
    players: new Map(players.map(({ id, name }) => [id, { name, score: 0, presence: "here" }])),
    phase: { name: "countdown", endsAt },
  };
};

const withPlayer = (state: Story, player: PlayerId, changes: Partial<Standing>): Story => {
  const known = state.players.get(player) ?? { name: "", score: 0, presence: "here" };
  return { ...state, players: new Map(state.players).set(player, { ...known, ...changes }) };
};
