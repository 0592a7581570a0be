import type { Decider } from "../../src/core/decider.ts";
import type { GameCommand, GameReason, GameSetup, Player, Question } from "../../src/core/game.ts";
import type { GameId, PlayerId, QuestionId } from "../../src/core/ids.ts";
import { fold } from "../../src/core/decider.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import type { Quiz, QuizEvent } from "../../src/games/quiz/state.ts";
import { Story } from "./given.ts";

export const ana = "ana" as PlayerId;
export const ben = "ben" as PlayerId;
export const cai = "cai" as PlayerId;

/** `count` questions of four choices, the first being right before they are shuffled. */
export const questions = (count: number): readonly Question[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `q${index + 1}` as QuestionId,
    prompt: `Question ${index + 1}?`,
    choices: [`right ${index + 1}`, `wrong ${index + 1}a`, `wrong ${index + 1}b`, `wrong ${index + 1}c`],
    key: 0,
    category: "Tests",
    difficulty: "easy",
    explanation: `because ${index + 1}`,
    image: "",
  }));

/** Somebody as a game knows them. */
export const asPlayer = (id: PlayerId, bot: unknown = false): Player => ({ id, name: id, bot: bot === true });

export const enter = (player: PlayerId): GameCommand => ({ type: "enter", player, name: player, bot: false });

const setup = (changes: Partial<GameSetup> = {}): GameSetup => ({
  id: "game" as GameId,
  questions: questions(2),
  more: 0,
  count: 2,
  seconds: 10,
  players: [ana, ben].map(asPlayer),
  options: {},
  seed: "seed",
  timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  ...changes,
});

export const startedQuiz = (changes: Partial<GameSetup> = {}): Quiz => {
  const [first, ...more] = quiz.start(setup(changes));
  if (first === undefined) throw new Error("a quiz starts with an event");
  return fold<Quiz, QuizEvent>(quiz.evolve, quiz.evolve(undefined, first), more);
};

/** The quiz as a decider of its own, from its start on. */
const quizDecider = (changes: Partial<GameSetup> = {}): Decider<Quiz, GameCommand, QuizEvent, GameReason> => ({
  initial: startedQuiz(changes),
  decide: quiz.decide,
  evolve: quiz.evolve,
  nextDeadline: quiz.nextDeadline,
});

export const tick: GameCommand = { type: "tick" };

export const givenQuiz = (changes: Partial<GameSetup> = {}) => {
  const decider = quizDecider(changes);
  return new Story(decider, decider.initial, 0);
};

/** The instant at which the first question opens. */
export const opened = 3000;

export const answer = (player: PlayerId, choice: number, question = "q1"): GameCommand => ({
  type: "play",
  player,
  message: { type: "answer", question, choice },
});

export const keyOf = (state: Quiz, index = state.current): number => {
  const key = state.questions[index]?.key;
  if (key === undefined) throw new Error("no such question");
  return key;
};

/** A choice that is not right. */
export const wrongOf = (state: Quiz): number => (keyOf(state) + 1) % 4;
