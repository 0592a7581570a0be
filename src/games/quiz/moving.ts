import type { Ask } from "../../core/ask.ts";
import type { GameCommand, GameReason, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Dealt, Quiz, QuizEvent } from "./state.ts";
import { longestAnswer, meant } from "./typing.ts";
import { mayWager } from "./wager.ts";

/** What a player is asked to do beside choosing: to type, to guess a number, or to stake points. */
export const asks = (quiz: Quiz, player: PlayerId): readonly Ask[] => {
  const { phase, current } = quiz;
  const standing = quiz.players.get(player);
  if (standing === undefined || standing.presence === "gone") return [];
  if (phase.name === "wager") {
    if (!mayWager(standing) || quiz.wagers?.has(player) === true) return [];
    const { endsAt } = phase;
    return [{ id: "wager", what: "number", purpose: "wager", prompt: "", least: 0, most: standing.score, endsAt }];
  }
  const question = quiz.questions[current];
  if (phase.name !== "question" || question === undefined || phase.answers.has(player)) return [];
  const ends = quiz.options?.untimed === true ? {} : { endsAt: phase.endsAt };
  const ask = askOf(question, current);
  return ask === undefined ? [] : [{ ...ask, ...ends }];
};

const askOf = ({ typed, number }: Dealt, index: number): Ask | undefined => {
  if (typed === true)
    return { id: `answer-${index}`, what: "write", purpose: "answer", prompt: "", most: longestAnswer };
  if (number === undefined) return undefined;
  const { least, most } = number;
  return {
    id: `closest-${index}`,
    what: "number",
    purpose: "closest",
    prompt: "",
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
};

type Move = GameCommand & { readonly type: "move" };

/** What comes of a move that fits one of these asks, or why nothing does. */
export const moved = (
  quiz: Quiz,
  { player, move }: Move,
  now: number,
): GameReason | (QuizEvent & { readonly player: PlayerId }) => {
  const { phase } = quiz;
  const ask = asks(quiz, player).find(({ id }) => id === move.ask);
  if (ask === undefined || (phase.name !== "question" && phase.name !== "wager")) return "no_such_ask";
  if (now >= phase.endsAt) return "too_late";
  const { number = Number.NaN, text = "" } = move;
  if (phase.name === "wager")
    return Number.isInteger(number) ? { type: "wagered", player, amount: number } : "malformed";
  const question = quiz.questions[quiz.current] as Question;
  const answered = { type: "answered", player, question: question.id, time: now - phase.openedAt } as const;
  if (ask.purpose === "answer") return { ...answered, choice: meant(question, text), text };
  return Number.isFinite(number) ? { ...answered, choice: -1, number } : "malformed";
};
