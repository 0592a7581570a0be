import type { PlayerId } from "../../core/ids.ts";
import { seededRandom, shuffle } from "../../core/random.ts";
import { outcomesOf, bestOf, ranking } from "./scoring.ts";
import type { Line, Story, StoryEvent } from "./state.ts";

/** A vote of the reader's is looked at longer than the right one of four answers. */
const chosenReveals = 2;

/** Ends the current phase at the instant `at`. */
export const advance = (state: Story, at: number): readonly StoryEvent[] => {
  const { phase, number, sentences, turns } = state;
  const next = (): StoryEvent => (number < sentences ? turned(state, number + 1, at) : ended(state, true));
  switch (phase.name) {
    case "countdown":
      return [next()];
    case "writing":
      if (turns === "votes") return [afterProposals(state, phase.proposals, at) ?? next()];
      return [number < sentences ? next() : (offered(state, state.lines, at) ?? next())];
    case "choosing":
      return [chosen(state, phase.candidates, phase.votes, at)];
    case "chosen":
      return [turns === "votes" ? next() : ended(state, true)];
    case "podium":
      return [];
  }
};

/** The turn of this number, and whose it is. */
export const turned = (state: Story, number: number, at: number): StoryEvent => ({
  type: "turned",
  number,
  writer: state.turns === "seats" ? writerAfter(state) : null,
  endsAt: at + state.writeMs,
});

/** The next in the order of the seats among those who are here (rule W1). */
const writerAfter = ({ players, last }: Story): PlayerId | null => {
  const seats = [...players.keys()];
  const from = last === null ? 0 : seats.indexOf(last) + 1;
  const inOrder = [...seats.slice(from), ...seats.slice(0, from)];
  return inOrder.find((player) => players.get(player)?.presence === "here") ?? null;
};

/** One sentence needs no vote; with none the turn is over. */
const afterProposals = (state: Story, proposals: readonly Line[], at: number): StoryEvent | undefined => {
  if (proposals.length !== 1) return offered(state, proposals, at);
  return chosen(state, proposals, new Map(), at);
};

/** A vote, where there is something to choose from (rule V3). */
const offered = (state: Story, lines: readonly Line[], at: number): StoryEvent | undefined => {
  if (new Set(lines.map(({ player }) => player)).size < 2) return undefined;
  const places = [...lines.keys()];
  // By votes, the order in which they came would tell who wrote them.
  const order = state.turns === "votes" ? shuffle(places, seededRandom(`${state.seed}/${state.number}`)) : places;
  return { type: "offered", order, endsAt: at + state.writeMs };
};

const chosen = (
  { turns, timings }: Story,
  candidates: readonly Line[],
  votes: ReadonlyMap<PlayerId, number>,
  at: number,
): StoryEvent => {
  const outcomes = outcomesOf(candidates, votes);
  const taken = turns === "votes" ? bestOf(outcomes) : null;
  return { type: "chosen", outcomes, taken, endsAt: at + chosenReveals * timings.reveal };
};

export const ended = ({ players }: Story, counts: boolean): StoryEvent => ({
  type: "ended",
  standings: ranking(players),
  counts,
});
