import type { Line, Story, StoryEvent } from "../../../src/games/story/state.ts";
import type { About, Laws } from "./law.ts";
import { othersOf } from "./moves.ts";

const isPast = ({ number: now, phase }: Story, { number }: About, name: string): boolean =>
  now > number || phase.name === "podium" || (now === number && phase.name !== name);

/** Other authors of what is voted on, where they are not known, and other votes. */
const disguise = (state: Story, turn: number): Story => {
  const { phase, turns } = state;
  if (phase.name !== "choosing") return state;
  const count = phase.candidates.length;
  const votes = new Map([...phase.votes].map(([player, choice]) => [player, (choice + turn) % count]));
  const candidates = phase.candidates.map(({ text }, place) => {
    const { player, name } = phase.candidates[(place + turn) % count] as Line;
    return { text, player, name };
  });
  return { ...state, phase: { ...phase, votes, candidates: turns === "votes" ? candidates : phase.candidates } };
};

export const storyLaws: Laws<Story, StoryEvent> = {
  reaches: ["countdown", "writing", "choosing", "chosen", "podium", "sentence", "vote", "points"],
  landmarks: ({ players }) => ([...players.values()].some(({ score }) => score > 0) ? ["points"] : []),
  secrets: [
    {
      name: "what somebody proposes",
      moves: (command, { turns, number }, about) =>
        turns === "votes" && number === about.number ? othersOf("sentence")(command) : [],
      isTold: (state, _viewer, about) => isPast(state, about, "writing"),
    },
    {
      name: "what somebody has voted for",
      moves: (command, { phase, number }, about) =>
        phase.name === "choosing" && number === about.number ? othersOf("vote")(command) : [],
      isTold: ({ number: now, phase }, _viewer, { number }) =>
        now > number || phase.name === "chosen" || phase.name === "podium",
    },
  ],
  disguise,
  brought: (event, { phase, lines, turns }) => {
    if (event.type !== "chosen") return [];
    const candidates =
      phase.name === "choosing"
        ? phase.candidates
        : phase.name === "writing" && turns === "votes"
          ? phase.proposals
          : lines;
    return event.outcomes.flatMap(({ index, points }) => {
      const author = candidates[index]?.player;
      return author === undefined ? [] : [[author, points] as const];
    });
  },
  holds: ({ lines, sentences }) => {
    if (lines.length > sentences) throw new Error(`${lines.length} of ${sentences} sentences`);
  },
};
