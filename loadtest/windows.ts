import { setTimeout as wait } from "node:timers/promises";
import type { ServerProcess } from "./server-process.ts";
import { lineOf, type Player, type Table } from "./table.ts";

/** What one stretch of work cost a server, and how well it was served. */
export type ChatFigures = { readonly cpuUs: number; readonly bytes: number; readonly lost: number };
export type AnswerFigures = { readonly cpuUs: number; readonly bytes: number; readonly replyMs: readonly number[] };

let linesMade = 0;
/** Nobody may write faster than the flood limit allows: 10 ms a character, here with a reserve. */
const betweenLinesMs = 680;
const quickestMs = 25;
const patienceMs = 3000;

const sum = (players: readonly Player[], field: keyof Player["received"]): number =>
  players.reduce((total, { received }) => total + received[field], 0);

const until = async (reached: () => boolean): Promise<void> => {
  for (const end = performance.now() + patienceMs; !reached() && performance.now() < end;) await wait(2);
};

/** Lines of chat, written by all in turn and told to all: CPU and bytes per delivered line. */
export const chatWindow = async (server: ServerProcess, { players }: Table): Promise<ChatFigures> => {
  const everyMs = Math.max(quickestMs, betweenLinesMs / players.length);
  const lines = players.length < 40 ? players.length * 5 : 80;
  const [chats, bytes] = [sum(players, "chats"), sum(players, "bytes")];
  const wanted = lines * players.length;
  const before = await server.usage();
  const began = performance.now();
  for (let line = 0; line < lines; line++) {
    players[line % players.length]?.chat(lineOf(linesMade++));
    await wait(Math.max(0, began + (line + 1) * everyMs - performance.now()));
  }
  await until(() => sum(players, "chats") - chats >= wanted);
  const after = await server.usage();
  const delivered = sum(players, "chats") - chats;
  return {
    cpuUs: (after.cpuUs - before.cpuUs) / delivered,
    bytes: (sum(players, "bytes") - bytes) / delivered,
    lost: wanted - delivered,
  };
};

export type RoundsWish = { readonly rounds: number; readonly spreadMs: number };

/**
 * Whole rounds: a question opens, all answer within `spreadMs`, results and scores are shown. CPU per answer
 * with all that belongs to the round, bytes to each player a round, and every answer's time to its reply.
 */
export const answerWindow = async (
  server: ServerProcess,
  table: Table,
  { rounds, spreadMs }: RoundsWish,
): Promise<AnswerFigures> => {
  const [owner, ...others] = table.players as [Player, ...Player[]];
  await owner.steer("start", { count: rounds });
  await table.phases.until("countdown");
  const replyMs: number[] = [];
  const bytes = sum(others, "bytes");
  const before = await server.usage();
  for (let round = 0; round < rounds; round++) replyMs.push(...(await playRound(owner, table, round, spreadMs)));
  const after = await server.usage();
  const received = sum(others, "bytes") - bytes;
  await owner.steer("skip", {});
  await table.phases.until("podium");
  return {
    cpuUs: (after.cpuUs - before.cpuUs) / replyMs.length,
    bytes: received / others.length / rounds,
    replyMs,
  };
};

const playRound = async (
  owner: Player,
  { players, phases }: Table,
  round: number,
  spreadMs: number,
): Promise<readonly number[]> => {
  const results = sum(players, "results") + players.length;
  await owner.steer("skip", {});
  const question = await phases.until("question");
  const replies: Promise<number>[] = [];
  const began = performance.now();
  for (const [index, player] of players.entries()) {
    const early = began + (spreadMs * index) / players.length - performance.now();
    if (early > 0) await wait(early);
    replies.push(timed(() => player.answer(question, (index + round) % 4)));
  }
  const replyMs = await Promise.all(replies);
  await phases.until("reveal");
  await until(() => sum(players, "results") >= results);
  await owner.steer("skip", {});
  await phases.until("scores");
  return replyMs;
};

const timed = async (act: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};
