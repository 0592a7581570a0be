import { ChaosGame } from "./chaos-game.ts";
import { everybodyIn, type Kill, Kills } from "./chaos-kills.ts";
import { type GamePlan, type PhaseName, planOf } from "./chaos-plan.ts";
import { ChaosPlayer } from "./chaos-player.ts";
import { randomOf } from "./chaos-random.ts";
import { ChaosServer, type DatabaseKind } from "./chaos-server.ts";
import { readStore } from "./chaos-store.ts";
import { type Evidence, tally, type Tally, violationOf } from "./chaos-tally.ts";
import { until } from "./chaos-until.ts";

export type ChaosOptions = {
  readonly database: DatabaseKind;
  readonly kills: number;
  readonly players: number;
  readonly seed: number;
  /** Instead of games that the seed makes up. */
  readonly plan?: readonly GamePlan[];
  readonly onKill?: (phase: PhaseName, nth: number) => void;
};

export type ChaosReport = Tally & {
  readonly database: DatabaseKind;
  readonly kills: readonly Kill[];
  readonly restartMs: readonly number[];
  readonly seconds: number;
  /** What the tally was made from. */
  readonly evidence: Evidence;
};

type Heard = Omit<Evidence, "stored"> & {
  /** What could not even be played. */
  readonly failures: readonly string[];
};

/** A whole run on one kind of database: real games, real kills, and the count of what came of them. */
export const runChaos = async (options: ChaosOptions): Promise<ChaosReport> => {
  const began = performance.now();
  const server = await ChaosServer.start(options.database);
  try {
    const kills = new Kills(server, options.onKill);
    const { failures, ...heard } = await play(server, kills, options);
    await server.stop();
    const database = await server.openDatabase();
    const evidence: Evidence = { ...heard, stored: await readStore(database) };
    await database.close();
    const tallied = tally(evidence);
    const errors = server.errors.map((error) => `the server: ${error}`);
    return {
      ...tallied,
      violations: [...[...failures, ...errors].map(violationOf), ...tallied.violations],
      database: options.database,
      kills: kills.all,
      restartMs: kills.restartMs,
      seconds: (performance.now() - began) / 1000,
      evidence,
    };
  } finally {
    await server.remove();
  }
};

/** Has everybody play all games of the plan, in new lobbies and in those of the game before. */
const play = async (server: ChaosServer, kills: Kills, options: ChaosOptions): Promise<Heard> => {
  const { seed, plan = planOf(options.kills, randomOf(seed)) } = options;
  const players = await signIn(server, options);
  const games = new Map<string, Evidence["games"] extends ReadonlyMap<string, infer Lines> ? Lines : never>();
  const histories: (readonly { readonly id: string; readonly text: string }[])[] = [];
  const failures: string[] = [];
  try {
    for (const [nth, planned] of plan.entries()) {
      if (planned.newLobby || nth === 0) await gather(players);
      const id = await new ChaosGame(players, kills).play(planned);
      games.set(id, (await read<{ readonly lines: never }>(server, `/api/games/${id}`)).lines);
      const isLast = plan[nth + 1]?.newLobby !== false;
      if (isLast) histories.push((await players[0]?.history()) ?? []);
    }
  } catch (error) {
    failures.push((error as Error).message);
  }
  const { entries } = await read<{ readonly entries: Evidence["board"] }>(server, "/api/leaderboard?limit=100");
  await Promise.all(players.map((player) => player.end()));
  return { chronicles: players.map(({ chronicle }) => chronicle), games, board: entries, histories, failures };
};

const signIn = ({ url }: ChaosServer, { players, seed }: ChaosOptions): Promise<readonly ChaosPlayer[]> =>
  Promise.all(
    Array.from({ length: players }, (_, nth) =>
      ChaosPlayer.signIn([url], `Player ${nth + 1}`, randomOf(seed * 1000 + nth)),
    ),
  );

/** Brings everybody into a new lobby, which has a seat for each and no more. */
const gather = async (players: readonly ChaosPlayer[]): Promise<void> => {
  const [owner, ...others] = players as readonly [ChaosPlayer, ...ChaosPlayer[]];
  const code = await owner.makeLobby({ topic: "", count: 3, seconds: 3, maxPlayers: players.length });
  await owner.goTo(code);
  await until("the owner comes in", () => owner.screen !== undefined);
  await Promise.all(others.map((player) => player.goTo(code)));
  await everybodyIn(players);
};

const read = async <T>({ url }: ChaosServer, path: string): Promise<T> => {
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
};
