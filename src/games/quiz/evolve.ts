import type { PlayerId } from "../../core/ids.ts";
import { rekeyed } from "../../core/right.ts";
import { scoringAt } from "./outcomes.ts";
import type { Outcome, Quiz, QuizEvent, Standing } from "./state.ts";

const newcomer: Standing = { score: 0, right: 0, streak: 0, time: 0, presence: "here" };

/** Records an event. An event that does not fit the phase changes nothing. */
export const evolve = (quiz: Quiz | undefined, event: QuizEvent): Quiz => {
  if (event.type === "started") {
    return {
      questions: event.questions,
      ...(event.options === undefined ? {} : { options: event.options }),
      more: event.more ?? 0,
      seed: event.seed ?? "",
      struck: new Set(),
      limit: event.limit,
      timings: event.timings,
      current: -1,
      players: new Map(event.players.map((player) => [player, newcomer])),
      closed: [],
      phase: { name: "countdown", endsAt: event.endsAt },
    };
  }
  if (quiz === undefined) throw new Error(`a quiz begins with "started", not "${event.type}"`);
  switch (event.type) {
    case "entered":
      return withStanding(quiz, event.player, (standing) =>
        event.score === undefined
          ? { ...standing, presence: "here" }
          : { ...standing, presence: "here", score: event.score, gift: event.score },
      );
    case "departed":
      return withStanding(quiz, event.player, (standing) => ({ ...standing, presence: event.gone ? "gone" : "away" }));
    case "asked":
      return {
        ...quiz,
        current: quiz.current + 1,
        ...(event.last === true ? { last: quiz.current + 1 } : {}),
        phase: { name: "question", openedAt: event.at, endsAt: event.endsAt, answers: new Map() },
      };
    case "answered": {
      if (quiz.phase.name !== "question") return quiz;
      const { player, choice, time, text, number } = event;
      const answers = new Map(quiz.phase.answers).set(player, {
        choice,
        time,
        ...(text === undefined ? {} : { text }),
        ...(number === undefined ? {} : { number }),
      });
      return { ...quiz, phase: { ...quiz.phase, answers } };
    }
    case "wagering":
      return { ...quiz, phase: { name: "wager", endsAt: event.endsAt }, wagers: new Map() };
    case "wagered":
      return { ...quiz, wagers: new Map(quiz.wagers).set(event.player, event.amount) };
    case "held": {
      if (quiz.phase.name !== "question") return quiz;
      const held = new Map(quiz.phase.held).set(event.player, { choice: event.choice, time: event.time });
      return { ...quiz, phase: { ...quiz.phase, held } };
    }
    case "closed":
      return {
        ...quiz,
        players: scored(
          quiz.players,
          event.outcomes,
          quiz.struck.has(event.question),
          isTimed(quiz, quiz.closed.length),
        ),
        closed: [...quiz.closed, event.outcomes],
        phase: { name: "reveal", endsAt: event.endsAt, outcomes: event.outcomes, ...textsOf(quiz.phase) },
      };
    case "scored":
      return { ...quiz, phase: { name: "scores", endsAt: event.endsAt } };
    case "extended":
      return { ...quiz, questions: [...quiz.questions, ...event.questions], more: event.more };
    case "corrected":
      return corrected(quiz, event);
    case "ended":
      return { ...quiz, phase: { name: "podium", standings: event.standings, counts: event.counts } };
  }
};

const withStanding = (quiz: Quiz, player: PlayerId, change: (standing: Standing) => Standing): Quiz => ({
  ...quiz,
  players: new Map(quiz.players).set(player, change(quiz.players.get(player) ?? newcomer)),
});

/** What was typed is shown to who typed it as long as the reveal lasts. */
const textsOf = (phase: Quiz["phase"]): { readonly texts?: ReadonlyMap<PlayerId, string> } => {
  if (phase.name !== "question") return {};
  const texts = [...phase.answers].flatMap(([player, { text }]) =>
    text === undefined ? [] : [[player, text] as const],
  );
  return texts.length === 0 ? {} : { texts: new Map(texts) };
};

const isTimed = (quiz: Quiz, index: number): boolean => scoringAt(quiz, index)?.timed ?? true;

/** Everybody's points made anew from what came of each question. */
const corrected = (quiz: Quiz, { question, key, closed }: QuizEvent & { readonly type: "corrected" }): Quiz => {
  const struck = key === null ? new Set(quiz.struck).add(question) : quiz.struck;
  const questions = quiz.questions.map((one) => (one.id === question && key !== null ? rekeyed(one, key) : one));
  const blank = new Map([...quiz.players].map(([id, standing]) => [id, blanked(standing)]));
  const players = closed.reduce(
    (sums, outcomes, index) => scored(sums, outcomes, struck.has(questions[index]?.id ?? ""), isTimed(quiz, index)),
    blank as Quiz["players"],
  );
  const { phase } = quiz;
  const shown = phase.name === "reveal" ? { ...phase, outcomes: closed.at(-1) ?? phase.outcomes } : phase;
  return { ...quiz, questions, struck, players, closed, phase: shown };
};

/** As somebody stood before the first question. */
const blanked = ({ presence, gift }: Standing): Standing =>
  gift === undefined ? { ...newcomer, presence } : { ...newcomer, presence, score: gift, gift };

/** A question that was struck out adds nothing, not even to the time taken. */
const scored = (
  players: Quiz["players"],
  outcomes: readonly Outcome[],
  struck: boolean,
  timed: boolean,
): Quiz["players"] => {
  if (struck) return players;
  const next = new Map(players);
  for (const { player, right, points, streak, time } of outcomes) {
    const standing = next.get(player) ?? newcomer;
    next.set(player, {
      ...standing,
      score: standing.score + points,
      right: standing.right + (right ? 1 : 0),
      streak,
      time: standing.time + (timed ? time : 0),
    });
  }
  return next;
};
