import { ChaosCluster } from "./chaos-cluster.ts";
import { Lookout, runningAt } from "./chaos-lookout.ts";
import { ChaosPlayer } from "./chaos-player.ts";
import { randomOf } from "./chaos-random.ts";
import { readStore, type Stored } from "./chaos-store.ts";
import { type Fault, Storm, type Struck, type Weather, weatherOf } from "./chaos-storm.ts";
import { ChaosTable } from "./chaos-table.ts";
import { type Evidence, type Tally, tally, type Violation, violationOf } from "./chaos-tally.ts";
import { twinsIn } from "./chaos-twins.ts";
import { until } from "./chaos-until.ts";

export type ClusterOptions = Weather & {
  readonly processes: number;
  readonly lobbies: number;
  readonly players: number;
  readonly seed: number;
  readonly onFault: (fault: Fault, nth: number) => void;
};

export type ClusterReport = {
  readonly options: ClusterOptions;
  readonly struck: readonly Struck[];
  /** By lobby. */
  readonly tallies: readonly Tally[];
  readonly awayMs: readonly number[];
  readonly refusals: Evidence["chronicles"][number]["refusals"];
  readonly silenceMs: number;
  readonly events: number;
  readonly violations: readonly Violation[];
  readonly seconds: number;
};

/** One who stands still finds out within some seconds that its lobbies are another one's. */
const settledMs = 15_000;

/** A whole run: several processes and their stores, people in lobbies through all of them, and one fault after the other. */
export const runCluster = async (options: ClusterOptions): Promise<ClusterReport> => {
  const began = performance.now();
  const cluster = await ChaosCluster.start(options.processes);
  try {
    const tables = await seat(cluster, options);
    const lookout = new Lookout(cluster, tables);
    const failures: string[] = [];
    const storm = new Storm({
      cluster,
      random: randomOf(options.seed),
      weather: options,
      missing: () => lookout.missing(),
      silence: () => lookout.silence(),
      onFault: options.onFault,
    });
    const playing = Promise.all(tables.map((table) => table.play()));
    playing.catch(() => {});
    await Promise.race([storm.rage(weatherOf(options, randomOf(options.seed + 1))), playing]).catch((error: unknown) =>
      failures.push((error as Error).message),
    );
    for (const table of tables) table.end();
    await playing.catch((error: unknown) => failures.push((error as Error).message));
    lookout.stop();
    failures.push(...(await settle(cluster, tables)));
    for (const code of lookout.twice) failures.push(`${code} was listed twice`);
    const seen = await look(cluster, tables);
    await Promise.all(tables.flatMap(({ players }) => players.map((player) => player.end())));
    await Promise.all(cluster.up.map((member) => cluster.stop(member)));
    const database = await cluster.openDatabase();
    const stored = await readStore(database);
    await database.close();
    return reportOf(options, { cluster, storm, tables, lookout, stored, seen, failures, began });
  } finally {
    await cluster.remove();
  }
};

type Seen = Pick<Evidence, "games" | "board"> & { readonly histories: ReadonlyMap<string, Evidence["histories"]> };

type Parts = {
  readonly cluster: ChaosCluster;
  readonly storm: Storm;
  readonly tables: readonly ChaosTable[];
  readonly lookout: Lookout;
  readonly stored: Stored;
  readonly seen: Seen;
  readonly failures: readonly string[];
  readonly began: number;
};

const reportOf = (options: ClusterOptions, parts: Parts): ClusterReport => {
  const { cluster, storm, tables, lookout, stored, seen, failures, began } = parts;
  const chronicles = tables.flatMap(({ players }) => players.map(({ chronicle }) => chronicle));
  const tallies = tables.map(({ players, code }) =>
    tally({
      chronicles: players.map(({ chronicle }) => chronicle),
      games: seen.games,
      board: seen.board,
      histories: seen.histories.get(code) ?? [],
      stored: onlyOf(stored, code),
    }),
  );
  const errors = [...new Set(cluster.errors)].map((error) => `a process: ${error}`);
  const own = [...failures, ...errors, ...stored.faults, ...twinsIn(chronicles, stored)].map(violationOf);
  return {
    options,
    struck: storm.struck,
    tallies,
    awayMs: chronicles.flatMap(({ awayMs }) => awayMs),
    refusals: chronicles.flatMap(({ refusals }) => refusals),
    silenceMs: lookout.longest,
    events: stored.events,
    violations: [...own, ...tallies.flatMap(({ violations }) => violations)],
    seconds: (performance.now() - began) / 1000,
  };
};

/** Of all that is kept, what belongs to one lobby. Faults are counted once, for all. */
const onlyOf = (stored: Stored, code: string): Stored => ({
  ...stored,
  faults: [],
  chat: stored.chat.filter(({ lobby }) => lobby === code),
  games: stored.games.filter(({ lobby }) => lobby === code),
});

/** Has people sign in through all processes, and brings them into lobbies. */
const seat = async ({ urls }: ChaosCluster, options: ClusterOptions): Promise<readonly ChaosTable[]> => {
  const tables: ChaosTable[] = [];
  for (let nth = 0; nth < options.lobbies; nth++) {
    const players = await Promise.all(
      Array.from({ length: options.players }, (_, seatNth) => {
        const from = (nth + seatNth) % urls.length;
        const random = randomOf(options.seed * 10_000 + nth * 100 + seatNth);
        return ChaosPlayer.signIn([...urls.slice(from), ...urls.slice(0, from)], `P${nth + 1} ${seatNth + 1}`, random);
      }),
    );
    const table = new ChaosTable(players);
    await table.gather();
    tables.push(table);
  }
  return tables;
};

/** Waits until each lobby runs once and no more; says what does not. */
const settle = async ({ urls }: ChaosCluster, tables: readonly ChaosTable[]): Promise<readonly string[]> => {
  let running = Number.NaN;
  const giveUpAt = performance.now() + settledMs;
  while (running !== tables.length && performance.now() < giveUpAt) {
    running = (await Promise.all(urls.map(runningAt))).reduce((sum, one) => sum + one, 0);
  }
  return running === tables.length ? [] : [`${tables.length} lobbies are run ${running} times, some by two processes`];
};

/** What people could look up at the end. */
const look = async ({ urls }: ChaosCluster, tables: readonly ChaosTable[]): Promise<Seen> => {
  const [url] = urls as readonly [string];
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;
  const games = new Map<string, Evidence["games"] extends ReadonlyMap<string, infer Lines> ? Lines : never>();
  const histories = new Map<string, Evidence["histories"]>();
  for (const { code, players, games: played } of tables) {
    for (const id of played) games.set(id, (await read<{ readonly lines: never }>(`/api/games/${id}`)).lines);
    await until("the history", () => players[0]?.screen !== undefined);
    const history = await players[0]?.history();
    histories.set(code, history === undefined ? [] : [history]);
  }
  const { entries } = await read<{ readonly entries: Evidence["board"] }>("/api/leaderboard?limit=100");
  return { games, board: entries, histories };
};
