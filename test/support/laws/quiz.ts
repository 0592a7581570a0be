import type { GameSetup, Question } from "../../../src/core/game.ts";
import type { Quiz, QuizEvent } from "../../../src/games/quiz/state.ts";
import type { About, Laws, Secret } from "./law.ts";
import { othersOf } from "./moves.ts";

const rotated = ({ choices }: Question, place: number): number => (place + 1) % Math.max(1, choices.length);

/** The same to look at, with another answer. */
const altered = (question: Question): Question => ({
  ...question,
  explanation: "something else",
  ...(question.choices.length === 0 ? {} : { key: rotated(question, question.key) }),
  ...(question.also === undefined ? {} : { also: question.also.map((place) => rotated(question, place)) }),
  ...(question.accept === undefined ? {} : { accept: ["Nothing of that"] }),
  ...(question.number === undefined ? {} : { number: { ...question.number, value: question.number.value + 7 } }),
});

/** The same game with another answer to one of its questions. */
export const otherKey = (setup: GameSetup, { number }: About): GameSetup => ({
  ...setup,
  questions: setup.questions.map((question, index) => (index === number - 1 ? altered(question) : question)),
});

/** What a quiz keeps to itself, also one inside another mode. */
export const quizSecrets = <State>(quizOf: (state: State) => Quiz | undefined): readonly Secret<State>[] => {
  const isClosed = (state: State, number: number): boolean => (quizOf(state)?.closed.length ?? 0) >= number;
  const answers = othersOf("play", "answer", "closest");
  const stakes = othersOf("wager");
  return [
    {
      name: "the right answer",
      setup: otherKey,
      isTold: (state, _viewer, { number }) => isClosed(state, number),
    },
    {
      name: "what somebody has answered",
      moves: (command, state, { number }) => ((quizOf(state)?.current ?? -1) + 1 === number ? answers(command) : []),
      isTold: (state, _viewer, { number }) => isClosed(state, number) || quizOf(state)?.phase.name === "podium",
    },
    {
      name: "what somebody has staked",
      moves: stakes,
      isTold: (state) => {
        const { last, phase } = quizOf(state) ?? {};
        return phase?.name === "podium" || (last !== undefined && isClosed(state, last + 1));
      },
    },
  ];
};

export const quizLaws: Laws<Quiz, QuizEvent> = {
  reaches: [
    "countdown",
    "question",
    "reveal",
    "scores",
    "wager",
    "podium",
    "answer",
    "closest",
    "gift",
    "lost",
    "held",
    "struck",
  ],
  landmarks: ({ players, closed, phase, struck }) => [
    ...([...players.values()].some(({ gift }) => gift !== undefined) ? ["gift"] : []),
    ...(closed.at(-1)?.some(({ points }) => points < 0) === true ? ["lost"] : []),
    ...(phase.name === "question" && phase.held !== undefined ? ["held"] : []),
    ...(struck.size > 0 ? ["struck"] : []),
  ],
  secrets: quizSecrets((state) => state),
  mayLose: ({ options }) => options?.scoring === "negative" || options?.wager === true,
  holds: ({ players }) => {
    for (const [player, { score }] of players) if (score < 0) throw new Error(`${player} has ${score} points`);
  },
};
