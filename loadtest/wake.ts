import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../test/support/postgres.ts";
import { percentile, shown } from "./figures.ts";
import { inPhase, type Seat, seated, skip } from "./seated.ts";
import { startParlor } from "./server-process.ts";

/** `node loadtest/wake.ts`: how long the first to come back waits, after a kill, for a lobby of 200 to wake. */

const players = 200;
const questions = 8;
const kills = 5;

/** Fills the lobby's journal: 200 joins, 8 × 200 answers, and all that happens between them. */
const play = async (seats: readonly Seat[]): Promise<void> => {
  const [owner] = seats as [Seat];
  await owner.request("start", {});
  await skip(owner);
  for (let round = 0; round < questions; round++) {
    await inPhase(owner, "question");
    const question = owner.state.game.question.id;
    const answering = round === questions - 1 ? seats.slice(1) : seats;
    await Promise.all(answering.map((seat) => seat.request("answer", { question, choice: round % 4 })));
    if (round === questions - 1) return;
    await inPhase(owner, "reveal");
    await skip(owner);
    await skip(owner);
  }
};

const measure = async (databaseUrl: string): Promise<readonly number[]> => {
  const directory = await mkdtemp(join(tmpdir(), "parlor-wake-"));
  const environment = { DATA_DIR: directory, DATABASE_URL: databaseUrl };
  const ms: number[] = [];
  let server = await startParlor(environment);
  const { code, clients, seats } = await seated(server.url, players, questions);
  for (const seat of seats) seat.reconnection.enabled = false;
  await play(seats);
  const { token } = (clients[0] as (typeof clients)[number]).auth;
  for (let kill = 0; kill < kills; kill++) {
    await server.kill();
    server = await startParlor(environment);
    const began = performance.now();
    const response = await fetch(`${server.url}/matchmake/joinById/${code}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: "{}",
    });
    if (!response.ok) throw new Error(await response.text());
    ms.push(performance.now() - began);
  }
  await server.stop();
  await rm(directory, { recursive: true, force: true });
  return ms;
};

const postgres = await startPostgres();
console.log(
  `a lobby of ${players} with ${players * (questions + 1)} joins and answers, woken ${kills} times after kill -9`,
);
console.log("| journal | wakes in, p50, ms | most, ms |\n| --- | ---: | ---: |");
for (const [name, url] of [
  ["PGlite", ""],
  ["PostgreSQL", postgres.url],
] as const) {
  const ms = await measure(url);
  console.log(`| ${name} | ${shown(percentile(ms, 0.5))} | ${shown(Math.max(...ms))} |`);
}
await postgres.remove();
process.exit(0);
