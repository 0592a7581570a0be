import type { Bluff, BluffEvent } from "../../../src/games/bluff/state.ts";
import type { About, Laws } from "./law.ts";
import { othersOf } from "./moves.ts";

const isPast = ({ current, phase }: Bluff, { number }: About, ...names: readonly string[]): boolean =>
  current + 1 > number || phase.name === "podium" || (current + 1 === number && !names.includes(phase.name));

/** Another truth, other authors, other votes: as far as they are no more than a secret yet. */
const disguise = (state: Bluff, turn: number): Bluff => {
  const { phase, current } = state;
  if (phase.name !== "writing" && phase.name !== "voting") return state;
  const questions = state.questions.map((question, index) =>
    index < current
      ? question
      : { ...question, key: (question.key + 1) % question.choices.length, explanation: "something else" },
  );
  if (phase.name === "writing") return { ...state, questions };
  const count = phase.options.length;
  const moved = (place: number): number => (place + turn) % count;
  const options = phase.options.map(({ text }, place) => ({
    text,
    authors: phase.options[moved(place)]?.authors ?? [],
  }));
  const votes = new Map([...phase.votes].map(([player, vote]) => [player, { ...vote, choice: moved(vote.choice) }]));
  return { ...state, questions, phase: { ...phase, options, votes, key: moved(phase.key) } };
};

export const bluffLaws: Laws<Bluff, BluffEvent> = {
  reaches: ["countdown", "writing", "voting", "unmask", "scores", "podium", "lie", "truth", "struck", "fooled"],
  landmarks: ({ struck, closed }) => [
    ...(struck.size > 0 ? ["struck"] : []),
    ...(closed.at(-1)?.outcomes.some(({ fooled }) => fooled > 0) === true ? ["fooled"] : []),
  ],
  secrets: [
    {
      name: "what somebody has made up",
      moves: (command, { current }, { number }) => (current + 1 === number ? othersOf("lie")(command) : []),
      isTold: (state, _viewer, about) => isPast(state, about, "writing"),
    },
    {
      name: "what somebody has voted for",
      moves: (command, { current }, { number }) => (current + 1 === number ? othersOf("truth")(command) : []),
      isTold: (state, _viewer, about) => isPast(state, about, "writing", "voting"),
    },
  ],
  disguise,
  isVeiled: ({ phase }) => phase.name === "unmask",
};
