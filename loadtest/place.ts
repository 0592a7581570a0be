import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { type Database, openDatabase } from "../src/database/database.ts";
import { bucketInSql } from "../src/standings/score-bucket.ts";
import { sqlStandings } from "../src/standings/sql.ts";
import type { Standings } from "../src/standings/standings.ts";
import { startPostgres } from "../test/support/postgres.ts";

/**
 * `node loadtest/place.ts`: how long a place on a board of 1,000,000 players takes to find, and its top 10, on both
 * kinds of database. `--players 10000` measures another board. Everything made is removed.
 */

const { values } = parseArgs({ options: { players: { type: "string", default: "1000000" } } });
const players = Number(values.players);
const asked = 200;
/** Rows filled in at once: a query may take 5 s. */
const batch = 50_000;
const now = Date.now();

type Player = Parameters<Standings["place"]>[2];

/**
 * Scores as of people who played one to many games: most have few points, few have a thousand times as many, and one
 * in fifty has none, so that these share a score.
 */
const fill = async ({ db, kind, tidy }: Database): Promise<void> => {
  await sql`select setseed(0.5)`.execute(db);
  for (let from = 1; from <= players; from += batch) {
    const to = Math.min(players, from + batch - 1);
    await sql`
      insert into tally (period, kind, player, name, score, games)
      select 'all', 'human', 'player-' || n, 'Player ' || n,
        case when n % 50 = 0 then 0 else floor(exp(8 + 2 * random() + 3 * random() * random()))::bigint end,
        1 + n % 7
      from generate_series(${from}::int, ${to}::int) n`.execute(db);
  }
  await sql`
    insert into tally_bucket (period, kind, bucket, players)
    select 'all', 'human', ${bucketInSql(sql`score`)}, count(*) from tally group by 3`.execute(db);
  if (kind === "embedded") await tidy();
  else await sql`vacuum analyze tally, tally_bucket`.execute(db);
};

const timesOf = async (run: (nth: number) => Promise<unknown>): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let nth = 0; nth < asked; nth++) {
    const started = performance.now();
    await run(nth);
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
};

const told = (times: readonly number[]): string => {
  const at = (share: number): string => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
};

const measure = async (name: string, database: Database): Promise<void> => {
  try {
    await measureOpen(name, database);
  } finally {
    await database.close();
  }
};

const measureOpen = async (name: string, database: Database): Promise<void> => {
  const started = performance.now();
  await fill(database);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name}: ${players.toLocaleString("en")} players, filled in ${seconds} s`);
  const standings = sqlStandings(database.db, { points: new Map(), now: () => now, seasonMonths: 3 });
  const placeOf = (n: number) => standings.place("all", "human", `player-${n}` as Player, now);
  const any = (nth: number): number => 1 + ((nth * 7919 * 104_729) % players);
  const pointless = (nth: number): number => Math.max(1, Math.floor(any(nth) / 50)) * 50;
  console.log(`  places:             ${told(await timesOf((nth) => placeOf(any(nth))))}`);
  console.log(`  places of no points: ${told(await timesOf((nth) => placeOf(pointless(nth))))}`);
  console.log(`  top 10:             ${told(await timesOf(() => standings.top("all", "human", 10, now)))}`);
};

const onEmbedded = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), "parlor-place-"));
  try {
    await measure("Embedded", await openDatabase({ dataDir }));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

const onServer = async (): Promise<void> => {
  const server = await startPostgres();
  try {
    await measure("PostgreSQL", await openDatabase({ dataDir: undefined, url: server.url }));
  } finally {
    await server.remove();
  }
};

await onEmbedded();
await onServer();
