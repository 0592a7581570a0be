import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { LineStats } from "./line-stats.ts";
import type { FinishedGame, GameLine, PastGame } from "./standings.ts";

/** The database, or a transaction in it. */
export type Rows = Kysely<Tables>;

/** A game's `detail`: complete, so that its lines and all sums can be made from it alone. */
type GameDetail = Pick<PastGame, "lines" | "corrections" | "story" | "proof"> & {
  readonly questions: FinishedGame["detail"];
};

/** The row of a game. */
export const gameRow = ({ game, lobby, mode, topic, at, seq, lines, detail, corrections, story, proof }: PastGame) => ({
  id: game,
  lobby,
  mode,
  topic,
  at: new Date(at),
  seq,
  detail: JSON.stringify({
    lines,
    questions: detail,
    corrections,
    ...(story === undefined ? {} : { story }),
    ...(proof === undefined ? {} : { proof }),
  } satisfies GameDetail),
});

type StoredGame = {
  readonly id: string;
  readonly lobby: string;
  readonly mode: string;
  readonly topic: string;
  readonly at: Date;
  readonly seq: number;
  readonly detail: unknown;
};

/** The game that a row holds. */
export const gameOf = ({ id, lobby, mode, topic, at, seq, detail }: StoredGame): PastGame => {
  const { lines, questions, corrections, story, proof } = detail as GameDetail;
  const kept = { ...(story === undefined ? {} : { story }), ...(proof === undefined ? {} : { proof }) };
  return { game: id, lobby, mode, topic, at: at.getTime(), seq, lines, detail: questions, corrections, ...kept };
};

/** The row of one player's line in a game. */
export const lineRow = (
  game: PastGame,
  { player, name, kind, score, right, rank }: GameLine,
  { answered, rightMs, streak, categories }: LineStats,
) => ({
  game: game.game,
  player,
  name,
  kind,
  score,
  right_answers: right,
  rank,
  at: new Date(game.at),
  answered,
  right_ms: rightMs,
  streak,
  categories,
});
