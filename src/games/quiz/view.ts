import type {
  GameView,
  PlayerView,
  GameNotice,
  PrivateView,
  PublicQuestion,
  Question,
  QuestionRecord,
  Reveal,
} from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { correctionNotices } from "../../core/correction-notices.ts";
import { scoringAt } from "./outcomes.ts";
import { partsOf } from "./parts.ts";
import { ranking } from "./scoring.ts";
import type { Dealt, Outcome, Phase, Quiz, QuizEvent } from "./state.ts";
import { wagerMs } from "./wager.ts";

/** What everybody may see: the question without its key, and the key only in and after its reveal (rule A6). */
export const view = (quiz: Quiz): GameView => {
  const { phase } = quiz;
  const asked = quiz.questions[quiz.current];
  const more = partsOf(quiz);
  return {
    number: quiz.current + 1,
    total: quiz.questions.length + quiz.more,
    phase: phase.name,
    phaseEndsAt: phase.name === "podium" || isEndless(quiz) ? undefined : phase.endsAt,
    phaseMs: phaseMs(quiz),
    stopped: phase.name === "podium" && !phase.counts,
    question: asked !== undefined && isShown(phase) ? publicQuestion(asked, phase.name === "question") : undefined,
    reveal: asked === undefined ? undefined : revealOf(quiz, asked),
    players: playersOf(quiz),
    ...(more === undefined ? {} : { more }),
  };
};

const isShown = ({ name }: Phase): boolean => name !== "podium" && name !== "wager";

/** What ends a question without a time is hidden: nobody should wait for it. */
const isEndless = ({ phase, options }: Quiz): boolean => phase.name === "question" && options?.untimed === true;

const phaseMs = (quiz: Quiz): number => {
  const { phase, timings, limit } = quiz;
  switch (phase.name) {
    case "question":
      return isEndless(quiz) ? 0 : limit;
    case "wager":
      return wagerMs;
    case "podium":
      return 0;
    default:
      return timings[phase.name];
  }
};

const nothingShown: readonly string[] = [];

const publicQuestion = (
  { id, prompt, choices, category, difficulty, image, typed }: Dealt,
  open: boolean,
): PublicQuestion => ({
  id,
  prompt,
  choices: open && typed === true ? nothingShown : choices,
  category,
  difficulty,
  image,
});

const revealOf = (quiz: Quiz, asked: Question): Reveal | undefined => {
  const { phase } = quiz;
  if (phase.name !== "reveal") return undefined;
  const counts = asked.choices.map((_, index) => phase.outcomes.filter(({ choice }) => choice === index).length);
  return { key: asked.key, explanation: asked.explanation, counts, struck: quiz.struck.has(asked.id) };
};

const playersOf = (quiz: Quiz): ReadonlyMap<PlayerId, PlayerView> => {
  return new Map(
    ranking(quiz.players).map(({ player, score, rank }) => [
      player,
      {
        score,
        rank,
        streak: quiz.players.get(player)?.streak ?? 0,
        answered: hasAnswered(quiz, player),
      },
    ]),
  );
};

const hasAnswered = ({ phase, wagers }: Quiz, player: PlayerId): boolean =>
  phase.name === "question" ? phase.answers.has(player) : phase.name === "wager" && wagers?.has(player) === true;

/** A player's own answer to the question shown, and their result once it is revealed. */
export const viewFor = (quiz: Quiz, player: PlayerId): PrivateView => {
  const { phase } = quiz;
  const question = quiz.questions[quiz.current]?.id ?? "";
  if (phase.name === "question") {
    const given = phase.answers.get(player);
    return { answer: chosen(question, given?.choice), result: null };
  }
  if (phase.name !== "reveal") return { answer: null, result: null };
  const outcome = phase.outcomes.find((one) => one.player === player);
  if (outcome === undefined) return { answer: null, result: null };
  return { answer: chosen(question, outcome.choice), result: resultOf(quiz, outcome, ranksOf(quiz)) };
};

const chosen = (question: string, choice: number | null = null): PrivateView["answer"] =>
  choice === null || choice < 0 ? null : { question, choice };

/** What has happened in each question that is closed. */
export const record = (quiz: Quiz): readonly QuestionRecord[] =>
  quiz.closed.map((outcomes, index) => {
    const question = quiz.questions[index] as Dealt;
    const { id, prompt, choices, key, explanation, category, difficulty, also, number, typed } = question;
    const scoring = scoringAt(quiz, index);
    return {
      id,
      prompt,
      choices,
      key,
      explanation,
      category,
      difficulty,
      ...(quiz.struck.has(id) ? { struck: true } : {}),
      ...(also === undefined ? {} : { also }),
      ...(number === undefined ? {} : { number }),
      ...(typed === undefined ? {} : { typed }),
      ...(scoring === undefined ? {} : { scoring }),
      ...(index > 0 ? {} : giftsIn(quiz)),
      limit: quiz.limit,
      outcomes: outcomes.map(recorded),
    };
  });

const recorded = ({ player, choice, right, points, time, number, wager }: Outcome) => ({
  player,
  choice,
  right,
  points,
  time,
  ...(number === undefined ? {} : { number }),
  ...(wager === undefined ? {} : { wager }),
});

const giftsIn = ({ players }: Quiz): Pick<QuestionRecord, "gifts"> => {
  const gifts = [...players].flatMap(([player, { gift }]) => (gift === undefined ? [] : [{ player, points: gift }]));
  return gifts.length === 0 ? {} : { gifts };
};

/** Each player's own result, when the answer time is over and never before. */
export const notices = (event: QuizEvent, quiz: Quiz): readonly GameNotice[] => {
  if (event.type !== "corrected" && event.type !== "closed") return [];
  const ranks = ranksOf(quiz);
  if (event.type === "corrected") {
    const standings = [...quiz.players].map(([player, { score }]) => ({
      player,
      points: score,
      rank: ranks.get(player) ?? 0,
    }));
    return correctionNotices(event, quiz.questions, standings);
  }
  return event.outcomes.map((outcome) => ({
    player: outcome.player,
    type: "result",
    payload: resultOf(quiz, outcome, ranks),
  }));
};

const ranksOf = (quiz: Quiz): ReadonlyMap<PlayerId, number> =>
  new Map(ranking(quiz.players).map(({ player, rank }) => [player, rank]));

const resultOf = (quiz: Quiz, outcome: Outcome, ranks: ReadonlyMap<PlayerId, number>) => ({
  question: quiz.questions[quiz.current]?.id,
  choice: outcome.choice,
  key: quiz.questions[quiz.current]?.key,
  right: outcome.right,
  points: outcome.points,
  total: quiz.players.get(outcome.player)?.score ?? 0,
  streak: outcome.streak,
  rank: ranks.get(outcome.player) ?? 0,
});
