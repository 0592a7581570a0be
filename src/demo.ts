import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Room } from "@colyseus/sdk";
import { type App, createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import type { Notices } from "./protocol/notices.ts";

/** `npm run demo`: a whole server in memory, four bots, a short game at speed, told as it happens. */

type Seen = {
  readonly status: string;
  readonly game: {
    readonly phase: string;
    readonly number: number;
    readonly total: number;
    readonly question: { readonly prompt: string; readonly choices: Iterable<string> };
    readonly reveal: { readonly key: number; readonly explanation: string };
  };
  readonly players: Iterable<
    readonly [string, { readonly name: string; readonly score: number; readonly rank: number }]
  >;
};

const pace = 0.08;
const questions = 5;
const letters = "ABCDEF";
/** Much longer than the game takes; a demo that hangs must end, too. */
const mostMs = 60_000;

const tell = (state: Seen): string | undefined => {
  const { game } = state;
  const choices = [...game.question.choices];
  switch (game.phase) {
    case "question": {
      const lines = choices.map((choice, index) => `      ${letters[index]}) ${choice}`);
      return [`\n  Question ${game.number} of ${game.total}: ${game.question.prompt}`, ...lines].join("\n");
    }
    case "reveal":
      return `    It is ${letters[game.reveal.key]}) ${choices[game.reveal.key]}. ${game.reveal.explanation}`;
    case "scores":
      return `    ${ranking(state).join("   ")}`;
    case "podium":
      return ["\n  The podium:", ...ranking(state).map((line) => `    ${line}`)].join("\n");
    default:
      return undefined;
  }
};

const ranking = (state: Seen): string[] =>
  [...state.players]
    .map(([, player]) => player)
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => a.rank - b.rank || b.score - a.score)
    .map(({ rank, name, score }) => `${rank}. ${name} ${score}`);

const watch = (room: Room<unknown, Seen>): Promise<void> =>
  new Promise((resolve) => {
    let last = "";
    room.onMessage("*", (type, payload) => {
      if (type !== "chat") return;
      const { name, text } = payload as Notices["chat"];
      console.log(`    ${name}: “${text}”`);
    });
    room.onStateChange((state) => {
      const moment = `${state.game.phase} ${state.game.number}`;
      if (moment === last) return;
      last = moment;
      const text = tell(state);
      if (text !== undefined) console.log(text);
      if (state.status === "completed") resolve();
    });
  });

const play = async (app: App): Promise<void> => {
  const port = await app.listen();
  const client = new Client(`http://127.0.0.1:${port}`);
  await client.auth.signInAnonymously({ name: "Demo" });
  const body = { title: "The demo", topic: "space", count: questions, seconds: 3, bots: 4, maxPlayers: 5 };
  const made = await client.http.post("/api/lobbies", { body });
  const { code } = made.data as { readonly code: string };
  const room = await client.joinById<Seen>(code, { as: "spectator" });
  console.log(`Lobby ${code} is open; four bots play ${questions} questions about space.`);
  const over = watch(room);
  // Everybody has a chair before the game begins.
  await new Promise<void>((resolve) => {
    room.onStateChange((state) => {
      if ([...state.players].length === 4 && state.status === "ready") resolve();
    });
  });
  await room.request("start", {});
  await over;
  await room.leave();
};

const main = async (): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), "parlor-demo-"));
  const config = readConfig({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: directory, LOG_LEVEL: "error" });
  const app = await createApp({ config, pace, store: "memory" });
  const limit = setTimeout(() => {
    console.error("The demo did not end in time.");
    process.exit(1);
  }, mostMs);
  try {
    await play(app);
  } finally {
    clearTimeout(limit);
    await app.close();
    await rm(directory, { recursive: true });
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
