import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup, PlayMessage, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { seededRandom, shuffle } from "../../core/random.ts";
import { evolve } from "./evolve.ts";
import { correct } from "./correct.ts";
import { held, timeTaken } from "./holding.ts";
import { pointsFor, ranking, streakBonus } from "./scoring.ts";
import type { Outcome, Phase, Quiz, QuizEvent } from "./state.ts";

type Verdict = Decision<QuizEvent, GameReason>;

/** While a question is awaited, it is looked for no more often than this, in ms. */
const leastWait = 100;

/** Shuffles each question's choices, each from a stream of its own (rule A7). */
const dealt = (question: Question, seed: string): Question => {
  const order = shuffle(
    question.choices.map((_, index) => index),
    seededRandom(`${seed}/${question.id}`),
  );
  return {
    ...question,
    choices: order.map((index) => question.choices[index] as string),
    key: order.indexOf(question.key),
  };
};

export const start = (setup: GameSetup): readonly QuizEvent[] => [
  {
    type: "started",
    questions: setup.questions.map((question) => dealt(question, setup.seed)),
    more: setup.more,
    seed: setup.seed,
    limit: setup.seconds * 1000,
    timings: setup.timings,
    players: setup.players.map(({ id }) => id),
    endsAt: setup.timings.countdown,
  },
];

export const decide = (quiz: Quiz, command: GameCommand, now: number): Verdict => {
  switch (command.type) {
    case "enter":
      return enter(quiz, command.player);
    case "depart":
      return depart(quiz, command.player, command.gone, now);
    case "play":
      return answer(quiz, command.player, command.message, now);
    case "move":
      return refuse("no_such_ask");
    case "tick":
      return tick(quiz, now);
    case "skip":
      return quiz.phase.name === "podium" ? refuse("wrong_phase") : accept(advance(quiz, now));
    case "stop":
      return quiz.phase.name === "podium" ? refuse("wrong_phase") : accept([ended(quiz, false)]);
    case "extend":
      return extend(quiz, command.questions, command.last);
    case "correct":
      return correctIn(quiz, command.question, command.key, now);
  }
};

/** More questions than were awaited are welcome, but a game never grows beyond what it was announced to be. */
const extend = (quiz: Quiz, questions: readonly Question[], last: boolean): Verdict => {
  if (quiz.phase.name === "podium" || quiz.more === 0) return accept([]);
  const known = new Set(quiz.questions.map(({ id }) => id));
  const fresh = questions.filter(({ id }) => !known.has(id)).slice(0, quiz.more);
  if (fresh.length === 0 && !last) return accept([]);
  const dealtNow = fresh.map((question) => dealt(question, quiz.seed));
  return accept([{ type: "extended", questions: dealtNow, more: last ? 0 : quiz.more - fresh.length }]);
};

/** An open question that is struck out is over at once, since there is nothing to wait for. */
const correctIn = (quiz: Quiz, question: string, key: number | null, now: number): Verdict => {
  const verdict = correct(quiz, question, key);
  if (!verdict.ok || verdict.events.length === 0) return verdict;
  const after = verdict.events.reduce(evolve, quiz);
  const { phase } = after;
  const isOpen = phase.name === "question" && after.questions[after.current]?.id === question;
  return isOpen && key === null
    ? accept([...verdict.events, closed(after, phase, Math.min(now, phase.endsAt))])
    : verdict;
};

const enter = (quiz: Quiz, player: PlayerId): Verdict =>
  quiz.players.get(player)?.presence === "here" ? accept([]) : accept([{ type: "entered", player }]);

const depart = (quiz: Quiz, player: PlayerId, gone: boolean, now: number): Verdict => {
  const standing = quiz.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  const departed: QuizEvent = { type: "departed", player, gone };
  return accept([departed, ...closeIfAllAnswered(evolve(quiz, departed), now)]);
};

const answer = (quiz: Quiz, player: PlayerId, { question, choice, hold }: PlayMessage, now: number): Verdict => {
  const standing = quiz.players.get(player);
  if (standing === undefined || standing.presence === "gone") return refuse("not_a_player");
  const { phase } = quiz;
  const asked = quiz.questions[quiz.current];
  if (asked === undefined) return refuse("no_open_question");
  if (phase.name !== "question") return refuse(question === asked.id ? "too_late" : "no_open_question");
  if (question !== asked.id) return refuse("wrong_question");
  if (now >= phase.endsAt) return refuse("too_late");
  if (phase.answers.has(player)) return refuse("already_answered");
  if (asked.choices[choice] === undefined) return refuse("no_such_choice");
  if (hold === true) return accept(held(phase, { player, question: asked.id, choice }, now));
  const time = timeTaken(phase, player, choice, now);
  const answered: QuizEvent = { type: "answered", player, question: asked.id, choice, time };
  return isLastToAnswer(quiz, player)
    ? accept([answered, ...closeIfAllAnswered(evolve(quiz, answered), now)])
    : accept([answered]);
};

/** Whether everybody else who is here has answered; looks no further than the first who has not. */
const isLastToAnswer = ({ players, phase }: Quiz, player: PlayerId): boolean => {
  if (phase.name !== "question") return false;
  for (const [other, { presence }] of players) {
    if (presence === "here" && other !== player && !phase.answers.has(other)) return false;
  }
  return true;
};

const tick = (quiz: Quiz, now: number): Verdict =>
  quiz.phase.name === "podium" || now < quiz.phase.endsAt ? accept([]) : accept(advance(quiz, now));

/** Ends the current phase at the instant `at`. */
const advance = (quiz: Quiz, at: number): readonly QuizEvent[] => {
  const { phase } = quiz;
  switch (phase.name) {
    case "countdown":
      return [asked(quiz, at)];
    case "question":
      return [closed(quiz, phase, at)];
    case "reveal":
      return [{ type: "scored", endsAt: at + quiz.timings.scores }];
    case "scores":
      if (quiz.current + 1 < quiz.questions.length) return [asked(quiz, at)];
      // The next question is still being made: the scores stay a while longer.
      if (quiz.more > 0) return [{ type: "scored", endsAt: at + Math.max(leastWait, quiz.timings.scores) }];
      return [ended(quiz, true)];
    case "podium":
      return [];
  }
};

const asked = (quiz: Quiz, at: number): QuizEvent => {
  const question = quiz.questions[quiz.current + 1];
  if (question === undefined) return ended(quiz, true);
  return { type: "asked", question: question.id, at, endsAt: at + quiz.limit };
};

const ended = (quiz: Quiz, counts: boolean): QuizEvent => ({
  type: "ended",
  standings: ranking(quiz.players),
  counts,
});

const closeIfAllAnswered = (quiz: Quiz, now: number): readonly QuizEvent[] => {
  const { phase } = quiz;
  if (phase.name !== "question") return [];
  const here = [...quiz.players].filter(([, standing]) => standing.presence === "here");
  const allAnswered = here.length > 0 && here.every(([player]) => phase.answers.has(player));
  return allAnswered ? [closed(quiz, phase, Math.min(now, phase.endsAt))] : [];
};

const closed = (quiz: Quiz, phase: Phase & { readonly name: "question" }, at: number): QuizEvent => {
  const question = quiz.questions[quiz.current] as Question;
  const outcomes = [...quiz.players].flatMap(([player, standing]): Outcome[] => {
    const given = phase.answers.get(player);
    if (given === undefined && standing.presence === "gone") return [];
    const struck = quiz.struck.has(question.id);
    const right = !struck && given?.choice === question.key;
    const streak = right ? standing.streak + 1 : struck ? standing.streak : 0;
    const points = right ? pointsFor(given.time, quiz.limit) + streakBonus(streak) : 0;
    return [{ player, choice: given?.choice ?? null, right, points, streak, time: given?.time ?? quiz.limit }];
  });
  return { type: "closed", question: question.id, outcomes, endsAt: at + quiz.timings.reveal };
};
