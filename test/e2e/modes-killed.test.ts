import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { errorsIn } from "../../loadtest/chaos-server.ts";
import { games } from "../../src/games/index.ts";
import { times } from "../../src/lobby/state.ts";
import { newDataDir } from "../support/database.ts";
import type { Look } from "../support/killed-look.ts";
import { KilledTable } from "../support/killed-table.ts";
import { ways } from "../support/killed-ways.ts";
import { rankingOf } from "../support/play.ts";
import { freePort, ParlorProcess, type ProcessOptions } from "../support/process.ts";

const slowServer = fileURLToPath(new URL("../support/slow-server.ts", import.meta.url));
/** Clocks are read in whole ms. */
const roundedMs = 5;

type Line = { readonly player: string; readonly kind: string; readonly score: number; readonly rank: number };
type Summary = {
  readonly mode: string;
  readonly lines: readonly Line[];
  readonly questions: readonly {
    readonly id: string;
    readonly key: number;
    readonly own?: { readonly choice: number | null; readonly right: boolean };
  }[];
};
type Board = {
  readonly entries: readonly { readonly player: string; readonly score: number; readonly games: number }[];
};
/** Times by this machine's clock. */
type Outage = { readonly goneAt: number; readonly readyAt: number };

/** One server with a game of each mode, all of which go from one phase to the next together, and are killed together. */
describe("every mode on a server that is killed in each phase", function () {
  this.timeout(150_000);
  let options: ProcessOptions;
  let server: ParlorProcess;
  const tables: KilledTable[] = [];
  const errors: string[] = [];
  const kills = Math.max(...Object.values(ways).map(({ stops }) => stops.length));

  before(async () => {
    options = { port: await freePort(), dataDir: await newDataDir(), by: [process.execPath, slowServer] };
    server = await ParlorProcess.start(options);
    for (const [mode, way] of Object.entries(ways)) tables.push(await KilledTable.begin(server, mode, way));
  });
  after(() => server?.kill());

  const killAndStart = async (): Promise<Outage> => {
    await server.kill();
    const goneAt = Date.now();
    errors.push(...errorsIn(server));
    server = await ParlorProcess.start(options);
    return { goneAt, readyAt: Date.now() };
  };

  it("is played here in each mode there is", () =>
    assert.deepEqual(Object.keys(ways).toSorted(), games.map(({ mode }) => mode).toSorted()));

  for (let nth = 0; nth < kills; nth++) {
    const where = Object.entries(ways).flatMap(([mode, { stops }]) =>
      stops.slice(nth, nth + 1).map(({ phase }) => `${mode}: ${phase}`),
    );
    it(`has lost nothing after kill ${nth + 1} (${where.join(", ")})`, async () => {
      const stopOf = (table: KilledTable) => table.way.stops[nth];
      const before = await Promise.all(
        tables.map(async (table) => {
          const stop = stopOf(table);
          if (stop !== undefined) await table.goTo(stop);
          await table.comeIn();
          return table.look();
        }),
      );
      for (const table of tables) if (stopOf(table)?.sudden === undefined) table.killedIn.add(table.phase);
      const outcomes = await Promise.all(
        tables.map(async (table) => {
          await table.say(`Number ${nth + 1}`);
          return stopOf(table)?.sudden?.(table);
        }),
      );
      const outage = await killAndStart();
      await Promise.all(tables.map((table) => table.comeIn()));
      for (const [index, table] of tables.entries()) {
        const come = outcomes[index];
        await come?.();
        const [was, is] = [before[index] ?? [], await table.look()];
        if (come === undefined) assertAllThere(table, was, is);
        if (come === undefined || table.phase === table.way.stops[nth]?.phase)
          assertClock(table, was, is, { ...outage, isStill: come === undefined });
        for (const said of table.heard()) assert.deepEqual(said, table.said, `${table.mode}: what was said`);
      }
    });
  }

  it("was killed in each phase that there was", () => {
    for (const { mode, seen, killedIn } of tables) {
      assert.deepEqual([...killedIn].toSorted(), [...seen].toSorted(), mode);
      assert(seen.has("podium"), `${mode} is over`);
    }
    assert.deepEqual(errors, []);
  });

  it("has kept of each game what was played, and counted it once", async () => {
    const counted = new Map<string, { score: number; games: number }>();
    for (const table of tables) {
      const summaries = await Promise.all(table.people.map((person) => summaryFor(table, person)));
      for (const [index, { id }] of table.people.entries()) assertPlayed(table, id, summaries[index] as Summary);
      for (const { player, score } of summaries[0]?.lines ?? []) {
        const sum = counted.get(player) ?? { score: 0, games: 0 };
        counted.set(player, { score: sum.score + score, games: sum.games + 1 });
      }
    }
    const boards = await Promise.all(["human", "bot"].map((kind) => boardOf(kind)));
    const entries = boards.flatMap(({ entries: all }) => all);
    assert.deepEqual(
      new Map(entries.map(({ player, score, games: count }) => [player, { score, games: count }])),
      counted,
    );
  });

  const get = async (path: string, client = tables[0]?.people[0]?.client): Promise<unknown> =>
    (await client?.http.get(path))?.data;
  const boardOf = async (kind: string): Promise<Board> =>
    (await get(`/api/leaderboard?limit=100&kind=${kind}`)) as Board;
  const summaryFor = async ({ owner }: KilledTable, { client }: KilledTable["people"][number]): Promise<Summary> =>
    (await get(`/api/games/${owner.state.game.id}/summary`, client)) as Summary;
});

/** Everything that was there before. */
const assertAllThere = (table: KilledTable, before: readonly Look[], after: readonly Look[]): void => {
  const what = `${table.mode}, ${table.phase}`;
  for (const [index, { endsAt: _endsAt, ...was }] of before.entries()) {
    const { endsAt: _newEnd, ...is } = after[index] as Look;
    assert.deepEqual(is, was, what);
    const { scoresIn } = table.way;
    if (table.phase === scoresIn) assert.equal(is.standing?.score, table.brought(index), `${what}: what was won`);
  }
};

/** The time in which nobody ran it is given back, and no more; what is due at once waits for a moment. */
const assertClock = (
  table: KilledTable,
  [was]: readonly Look[],
  [is]: readonly Look[],
  outage: Outage & { readonly isStill: boolean },
): void => {
  assert(was !== undefined && is !== undefined);
  const what = `${table.mode}, ${table.phase}`;
  const given = is.endsAt - was.endsAt;
  if (was.endsAt === 0 || was.paused) return assert.equal(given, 0, what);
  const lost = outage.readyAt - outage.goneAt;
  const most = Date.now() - table.askedAt + (outage.isStill ? 0 : times.leftOnWaking);
  assert(given >= lost - roundedMs && given <= most + roundedMs, `${what}: ${given} ms, not ${lost} to ${most}`);
};

/** The page of a game says what somebody has chosen, and what all have seen at its end. */
const assertPlayed = (
  { mode, owner, chosen }: KilledTable,
  player: string,
  { lines, questions, ...rest }: Summary,
): void => {
  assert.equal(rest.mode, mode);
  const final = new Map(rankingOf(owner).map(({ id, score, rank }) => [id, { score, rank }]));
  assert.deepEqual(new Map(lines.map(({ player: id, score, rank }) => [id, { score, rank }])), final, mode);
  assert.equal(lines.length, final.size, mode);
  const own = questions.map(({ id, own: mine }) => [`${player} ${id}`, mine?.choice ?? null] as const);
  assert.deepEqual(
    own.filter(([, choice]) => choice !== null),
    [...chosen].filter(([key]) => key.startsWith(`${player} `)),
    mode,
  );
  for (const { key, own: mine } of questions) assert.equal(mine?.right, mine?.choice === key, mode);
};
