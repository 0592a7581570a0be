import type { Database } from "../src/database/database.ts";
import { keyOf } from "./chaos-record.ts";

/** What came of one player's answer, as the journal has it. */
export type Outcome = {
  readonly player: string;
  readonly choice: number | null;
  readonly right: boolean;
  readonly points: number;
  readonly streak: number;
};

type GameEvent = {
  readonly type: string;
  readonly question?: string;
  readonly player?: string;
  readonly choice?: number;
  readonly outcomes?: readonly Outcome[];
};

type LobbyEvent = {
  readonly type: string;
  readonly game?: string;
  readonly counts?: boolean;
  readonly event?: GameEvent;
  readonly id?: string;
  readonly text?: string;
};

export type StoredGame = {
  readonly id: string;
  readonly lobby: string;
  /** In the order asked. */
  readonly closed: { readonly question: string; readonly outcomes: readonly Outcome[] }[];
  /** By question and player: every answer that was taken, which must be one. */
  readonly answers: Map<string, number[]>;
  /** In which life of the lobby each of them was taken. */
  readonly epochs: Map<string, number>;
  isOver: boolean;
};

export type StoredLine = { readonly id: string; readonly text: string; readonly lobby: string; readonly epoch: number };

/** All that is in the database when the server has stopped. */
export type Stored = {
  readonly games: readonly StoredGame[];
  /** Chat lines of all lobbies, in order. */
  readonly chat: readonly StoredLine[];
  readonly lines: readonly { readonly game: string; readonly player: string; readonly score: number }[];
  readonly tallies: readonly { readonly player: string; readonly score: number; readonly games: number }[];
  readonly events: number;
  /** What is wrong with the journal by itself. */
  readonly faults: readonly string[];
};

/** Reads a stopped server's database. */
export const readStore = async ({ db }: Database): Promise<Stored> => {
  const lobbies = await db.selectFrom("lobby").select(["code", "epoch"]).orderBy("created_at").execute();
  const games: StoredGame[] = [];
  const chat: StoredLine[] = [];
  const faults: string[] = [];
  let events = 0;
  for (const { code, epoch } of lobbies) {
    const rows = await db.selectFrom("event").selectAll().where("lobby", "=", code).orderBy("seq").execute();
    events += rows.length;
    let last = 1;
    rows.forEach((row, index) => {
      if (row.seq !== index + 1) faults.push(`${code}: event ${index + 1} is missing, ${row.seq} follows`);
      if (row.epoch < last) faults.push(`${code}: event ${row.seq} goes back to epoch ${row.epoch} after ${last}`);
      last = row.epoch;
      const fault = read(row.data as LobbyEvent, { lobby: code, epoch: row.epoch }, games, chat);
      if (fault !== undefined) faults.push(`${code}: event ${row.seq} ${fault}`);
    });
    if (last > epoch) faults.push(`${code}: written with epoch ${last}, but it has had ${epoch} only`);
  }
  const lines = await db.selectFrom("game_line").select(["game", "player", "score"]).execute();
  const tallies = await db
    .selectFrom("tally")
    .select(["player", "score", "games"])
    .where("period", "=", "all")
    .execute();
  return { games, chat, lines, tallies, events, faults };
};

/** Takes in one event; says what is wrong with it where it stands. */
const read = (
  event: LobbyEvent,
  where: Pick<StoredLine, "lobby" | "epoch">,
  games: StoredGame[],
  chat: StoredLine[],
): string | undefined => {
  const { lobby } = where;
  if (event.type === "chatted") chat.push({ id: event.id ?? "", text: event.text ?? "", ...where });
  if (event.type === "game_started")
    games.push({ id: event.game ?? "", lobby, closed: [], answers: new Map(), epochs: new Map(), isOver: false });
  const game = games.at(-1);
  if (event.type === "game_completed" && game !== undefined) {
    if (game.isOver) return "completes a game twice";
    game.isOver = true;
  }
  return event.event === undefined || game === undefined ? undefined : readGame(event.event, game, where.epoch);
};

const readGame = (
  { type, question = "", player = "", choice, outcomes }: GameEvent,
  game: StoredGame,
  epoch: number,
): string | undefined => {
  const isClosed = game.closed.some((one) => one.question === question);
  if (type === "answered") {
    const key = keyOf(question, player);
    game.answers.set(key, [...(game.answers.get(key) ?? []), choice ?? -1]);
    game.epochs.set(key, epoch);
    if (isClosed) return `takes an answer to ${question} after it was closed`;
  }
  if (type === "closed") {
    game.closed.push({ question, outcomes: outcomes ?? [] });
    if (isClosed) return `scores ${question} twice`;
  }
  return undefined;
};
