import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup, PlayMessage, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { dealt } from "./deal.ts";
import { evolve } from "./evolve.ts";
import { correct } from "./correct.ts";
import { held, timeTaken } from "./holding.ts";
import { entering } from "./late.ts";
import { moved } from "./moving.ts";
import { unusual } from "./options.ts";
import { judged } from "./outcomes.ts";
import { ranking } from "./scoring.ts";
import type { Phase, Quiz, QuizEvent } from "./state.ts";
import { mayWager, wagerMs } from "./wager.ts";

type Verdict = Decision<QuizEvent, GameReason>;

/** While a question is awaited, it is looked for no more often than this, in ms. */
const leastWait = 100;

/** Where nothing ends a question but its answers, something has to, in ms. */
const untimedMost = 600_000;

export const start = (setup: GameSetup): readonly QuizEvent[] => {
  const options = unusual(setup.options);
  return [
    {
      type: "started",
      questions: setup.questions.map((question) => dealt(question, setup.seed, options)),
      ...(options === undefined ? {} : { options }),
      more: setup.more,
      seed: setup.seed,
      limit: options?.untimed === true ? untimedMost : setup.seconds * 1000,
      timings: setup.timings,
      players: setup.players.map(({ id }) => id),
      endsAt: setup.timings.countdown,
    },
  ];
};

export const decide = (quiz: Quiz, command: GameCommand, now: number): Verdict => {
  switch (command.type) {
    case "enter":
      return accept(entering(quiz, command.player));
    case "depart":
      return depart(quiz, command.player, command.gone, now);
    case "play":
      return answer(quiz, command.player, command.message, now);
    case "move":
      return move(quiz, command, now);
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
  const dealtNow = fresh.map((question) => dealt(question, quiz.seed, quiz.options));
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

const depart = (quiz: Quiz, player: PlayerId, gone: boolean, now: number): Verdict => {
  const standing = quiz.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  const departed: QuizEvent = { type: "departed", player, gone };
  return accept([departed, ...goOnIfAllAre(evolve(quiz, departed), now)]);
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
  if (asked.typed === true || asked.choices[choice] === undefined) return refuse("no_such_choice");
  if (hold === true) return accept(held(phase, { player, question: asked.id, choice }, now));
  const time = timeTaken(phase, player, choice, now);
  const answered: QuizEvent = { type: "answered", player, question: asked.id, choice, time };
  return accept(withAnswer(quiz, answered, now));
};

const withAnswer = (
  quiz: Quiz,
  answered: QuizEvent & { readonly player: PlayerId },
  now: number,
): readonly QuizEvent[] =>
  isLastToAnswer(quiz, answered.player) ? [answered, ...goOnIfAllAre(evolve(quiz, answered), now)] : [answered];

/** What is typed, guessed or staked. */
const move = (quiz: Quiz, command: GameCommand & { readonly type: "move" }, now: number): Verdict => {
  const event = moved(quiz, command, now);
  return typeof event === "string" ? refuse(event) : accept(withAnswer(quiz, event, now));
};

/** Whether everybody else who is here has answered; looks no further than the first who has not. */
const isLastToAnswer = ({ players, phase }: Quiz, player: PlayerId): boolean => {
  if (phase.name !== "question") return phase.name === "wager";
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
      if (quiz.current + 1 < quiz.questions.length) return mayStake(quiz) ? [wagering(at)] : [asked(quiz, at)];
      // The next question is still being made: the scores stay a while longer.
      if (quiz.more > 0) return [{ type: "scored", endsAt: at + Math.max(leastWait, quiz.timings.scores) }];
      return [ended(quiz, true)];
    case "wager":
      return [asked(quiz, at)];
    case "podium":
      return [];
  }
};

/** Whether the next question is the last, and somebody has something to stake on it. */
const mayStake = (quiz: Quiz): boolean =>
  quiz.options?.wager === true &&
  isLast(quiz, quiz.current + 1) &&
  [...quiz.players.values()].some((standing) => standing.presence === "here" && mayWager(standing));

const isLast = ({ questions, more }: Quiz, index: number): boolean => more === 0 && index === questions.length - 1;

const wagering = (at: number): QuizEvent => ({ type: "wagering", endsAt: at + wagerMs });

const asked = (quiz: Quiz, at: number): QuizEvent => {
  const question = quiz.questions[quiz.current + 1];
  if (question === undefined) return ended(quiz, true);
  const last = quiz.options !== undefined && isLast(quiz, quiz.current + 1) ? ({ last: true } as const) : {};
  return { type: "asked", question: question.id, at, endsAt: at + quiz.limit, ...last };
};

const ended = (quiz: Quiz, counts: boolean): QuizEvent => ({
  type: "ended",
  standings: ranking(quiz.players),
  counts,
});

/** A question closes, and wagers end, as soon as nobody who is here is waited for. */
const goOnIfAllAre = (quiz: Quiz, now: number): readonly QuizEvent[] => {
  const { phase, wagers } = quiz;
  const here = [...quiz.players].filter(([, standing]) => standing.presence === "here");
  if (here.length === 0) return [];
  if (phase.name === "wager") {
    const isOver = here.every(([player, standing]) => !mayWager(standing) || wagers?.has(player) === true);
    return isOver ? [asked(quiz, Math.min(now, phase.endsAt))] : [];
  }
  if (phase.name !== "question") return [];
  const allAnswered = here.every(([player]) => phase.answers.has(player));
  return allAnswered ? [closed(quiz, phase, Math.min(now, phase.endsAt))] : [];
};

const closed = (quiz: Quiz, phase: Phase & { readonly name: "question" }, at: number): QuizEvent => {
  const question = quiz.questions[quiz.current] as Question;
  const isFinal = quiz.last === quiz.current;
  const given = [...quiz.players].flatMap(([player, standing]) => {
    const answered = phase.answers.get(player);
    if (answered === undefined && standing.presence === "gone") return [];
    const { choice = null, time = quiz.limit, number } = answered ?? {};
    const wager = isFinal ? quiz.wagers?.get(player) : undefined;
    return [
      {
        player,
        choice,
        time,
        ...(number === undefined ? {} : { number }),
        ...(wager === undefined ? {} : { wager }),
      },
    ];
  });
  const before = (player: PlayerId) => quiz.players.get(player) ?? { streak: 0, score: 0 };
  const outcomes = judged(quiz, quiz.current, quiz.struck.has(question.id), given, before);
  return { type: "closed", question: question.id, outcomes, endsAt: at + quiz.timings.reveal };
};
