import { setTimeout as wait } from "node:timers/promises";
import { Client, type Room } from "@colyseus/sdk";

/** One process of a load run: plays its share of the lobbies through the SDK and tells its parent what came of it. */

export type Share = {
  readonly url: string;
  /** Sign-ins are limited by address; behind the proxy that this process stands for, it has one of its own. */
  readonly address: string;
  readonly lobbies: number;
  readonly players: number;
  readonly questions: number;
};

export type Tally = {
  readonly joins: number;
  readonly joinedMs: number;
  readonly answeredMs: number;
  readonly replyMs: readonly number[];
  readonly errors: Readonly<Record<string, number>>;
};

type Seen = { readonly game: { readonly phase: string; readonly question: { readonly id: string } } };

const errors: Record<string, number> = {};
const replyMs: number[] = [];
/** Lets the rooms be looked at between phases, as a host would. */
const pauseMs = 300;
const thinkMs = 1500;

const note = (error: unknown): void => {
  const { code } = error as { readonly code?: string | number };
  const key = String(code ?? error);
  errors[key] = (errors[key] ?? 0) + 1;
};

const join = async (
  { url, address }: Share,
  code?: () => Promise<string>,
  make?: (client: Client) => Promise<string>,
) => {
  const client = new Client(url, { headers: { "x-forwarded-for": address } });
  await client.auth.signInAnonymously();
  const lobby = make === undefined ? await code?.() : await make(client);
  const room = (await client.joinById(lobby as string, {})) as unknown as Room<unknown, Seen>;
  room.onMessage("*", () => {});
  room.onError((problem) => note({ code: `error_${problem}` }));
  room.reconnection.enabled = false;
  return { room, lobby: lobby as string };
};

const answer = async (room: Room<unknown, Seen>, question: string): Promise<void> => {
  await wait(Math.random() * thinkMs);
  const began = performance.now();
  await room.request("answer", { question, choice: Math.floor(Math.random() * 4) });
  replyMs.push(performance.now() - began);
};

/** Has a player answer every question it sees; resolves on the podium. */
const play = (room: Room<unknown, Seen>, isOwner: boolean): Promise<void> => {
  let phase = "";
  const over = Promise.withResolvers<void>();
  const look = ({ game }: Seen): void => {
    if (game.phase === phase) return;
    phase = game.phase;
    if (phase === "podium") return over.resolve();
    if (phase === "question") void answer(room, game.question.id).catch(note);
    else if (isOwner && phase !== "") void wait(pauseMs).then(() => room.request("skip", {}).catch(note));
  };
  room.onStateChange(look);
  room.onLeave((code) => {
    if (phase !== "podium") note({ code: `closed_${code}` });
    over.resolve();
  });
  return over.promise;
};

const fill = async (share: Share): Promise<readonly Room<unknown, Seen>[]> => {
  const wish = { topic: "", count: share.questions, seconds: 20, maxPlayers: share.players };
  const make = async (client: Client): Promise<string> => {
    const made = await client.http.post("/api/lobbies", { body: wish });
    return (made as unknown as { readonly data: { readonly code: string } }).data.code;
  };
  const owner = await join(share, undefined, make);
  const rooms = [owner.room];
  while (rooms.length < share.players) rooms.push((await join(share, () => Promise.resolve(owner.lobby))).room);
  return rooms;
};

const run = async (share: Share): Promise<Tally> => {
  const began = performance.now();
  const tables = await Promise.all(
    Array.from({ length: share.lobbies }, () =>
      fill(share).catch((error: unknown) => {
        note(error);
        return [];
      }),
    ),
  );
  const joined = performance.now();
  const games = tables.map(async (rooms) => {
    const ends = rooms.map((room, index) => play(room, index === 0));
    await rooms[0]?.request("start", {}).catch(note);
    await Promise.all(ends);
  });
  await Promise.all(games);
  const ended = performance.now();
  for (const rooms of tables) for (const room of rooms) void room.leave();
  const joins = tables.reduce((sum, rooms) => sum + rooms.length, 0);
  return { joins, joinedMs: joined - began, answeredMs: ended - joined, replyMs, errors };
};

process.once("message", (share: Share) => {
  void run(share).then((tally) => process.send?.(tally, () => process.exit(0)));
});
