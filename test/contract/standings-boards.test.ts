import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PlayerId, QuestionId } from "../../src/core/ids.ts";
import { memoryStandings } from "../../src/standings/memory.ts";
import { rebuild } from "../../src/standings/refold.ts";
import { sqlStandings } from "../../src/standings/sql.ts";
import { boards, type FinishedGame, type Standings } from "../../src/standings/standings.ts";
import { asAnyGame } from "../../src/core/game.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { upcast } from "../../src/journal/upcast.ts";
import { gameOf, playerIds, type Script, scripts } from "../support/standings-games.ts";
import { contents, emptied, parts, type World, worlds } from "../support/standings-worlds.ts";
import { sql } from "kysely";

/** Boards by mode, seasons and ratings. What is in memory is summed up anew from all games: the others must agree. */

const dayMs = 86_400_000;
const modes = ["quiz", "race", "teams"] as const;
const [ana, ben] = playerIds as [PlayerId, PlayerId];
const newYear = Date.UTC(2025, 0);
/** When it is now for these tests. */
const now = newYear + 9 * dayMs;
const own = { ...parts, now: () => now };

type Played = Script & { readonly mode: (typeof modes)[number]; readonly daysBack: number };

const played: fc.Arbitrary<Played> = fc
  .record({ script: scripts, mode: fc.constantFrom(...modes), daysBack: fc.nat(120) })
  .map(({ script, mode, daysBack }) => ({ ...script, mode, daysBack }));

const finished = (script: Played, nth: number): FinishedGame => {
  // Few instants, so that games end at the same one.
  const game = gameOf({ ...script, at: now - script.daysBack * dayMs }, `game-${nth}`);
  const { mode } = script;
  if (mode !== "teams") return { ...game, mode };
  const teamOf = (player: PlayerId) => (playerIds.indexOf(player) % 2 === 0 ? "red" : "blue");
  const lines = game.lines.map((line) => ({ ...line, team: teamOf(line.player) }));
  const best = lines[0]?.team;
  return { ...game, mode, lines: lines.map((line) => ({ ...line, rank: line.team === best ? 1 : 2 })) };
};

/** Everything that can be asked. */
const told = async (standings: Standings): Promise<unknown> => {
  const { seasons } = await standings.seasons(10, now);
  const ofSeasons = seasons.map(({ id }) => ({ board: "season" as const, season: id }));
  const wishes = [...boards.map((board) => ({ board, season: undefined })), ...ofSeasons];
  const answers: unknown[] = [seasons];
  for (const { board, season } of wishes)
    for (const kind of ["human", "bot"] as const)
      for (const mode of [undefined, ...modes]) {
        const part = { mode, season };
        const lines = await standings.top(board, kind, 100, now, 0, part);
        answers.push([board, kind, part, lines, await standings.place(board, kind, ana, now, part)]);
      }
  for (const player of playerIds)
    answers.push([await standings.ratings(player), await standings.seasonPlaces(player, now)]);
  return answers;
};

const rebuildParts = { ...own, games: new Map([["quiz", asAnyGame(quiz)]]), upcast };

for (const [name, make] of Object.entries(worlds)) {
  describe(`boards in ${name}`, function () {
    this.timeout(60_000);
    let world: World;
    before(async () => {
      world = await make();
    });
    after(() => world.close());

    /** Two processes, where there can be two. */
    const begun = async (): Promise<readonly [Standings, Standings]> => {
      await emptied(world);
      const { db } = world;
      if (db !== undefined) return [sqlStandings(db, own), sqlStandings(db, own)];
      const standings = memoryStandings(own);
      return [standings, standings];
    };

    it("are those of all games in their order, whichever process counts what when, and whatever is corrected", () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(played, { minLength: 1, maxLength: 7 }),
          fc.array(fc.record({ game: fc.nat(6), key: fc.option(fc.nat(3)) }), { maxLength: 3 }),
          fc.nat(7),
          async (all, corrections, pause) => {
            const games = all.map(finished);
            const expected = memoryStandings(own);
            for (const game of games.toReversed()) await expected.record(game);
            const [one, other] = await begun();
            for (const [nth, game] of games.entries()) {
              await (nth % 2 === 0 ? one : other).record(game);
              if (nth === pause) await Promise.all([one.settle(), other.settle()]);
            }
            for (const [nth, { game, key }] of corrections.entries()) {
              const id = `game-${game}`;
              const correct = (standings: Standings) =>
                key === null
                  ? standings.strike(id, "q0" as QuestionId, "mo")
                  : standings.rekey(id, "q0" as QuestionId, key, "mo");
              await correct(expected);
              await correct(nth % 2 === 0 ? one : other);
            }
            await Promise.all([one.settle(), other.settle()]);
            const answers = await told(expected);
            assert.deepEqual(await told(one), answers);
            if (world.db === undefined) return;
            const counted = await contents(world.db);
            await rebuild(world.db, rebuildParts);
            assert.equal(await contents(world.db), counted);
            await Promise.all([one.close(), other.close()]);
          },
        ),
        // A failing night is long: it is not made shorter.
        { numRuns: name === "memory" ? 10 : 4, endOnFailure: true },
      ));

    it("rate anew what follows on a game that is counted late, in every mode", async () => {
      const [standings] = await begun();
      const expected = memoryStandings(own);
      const [script] = fc.sample(scripts, { numRuns: 1, seed: 9 }) as [Script];
      const night = (
        [
          ["first", "quiz"],
          ["second", "race"],
          ["third", "quiz"],
        ] as const
      ).map(([id, mode], nth) => {
        return { ...gameOf({ ...script, players: [0, 1, 2], at: now - 3 + nth }, id), mode };
      });
      for (const game of night) await expected.record(game);
      for (const game of night.toReversed()) {
        await standings.record(game);
        await standings.settle();
      }
      for (const mode of [undefined, "quiz", "race"])
        assert.deepEqual(
          await standings.top("rating", "human", 9, now, 0, { mode }),
          await expected.top("rating", "human", 9, now, 0, { mode }),
        );
    });

    it("keep a season when it is over, and begin the next one with nobody", async () => {
      const [standings] = await begun();
      const [script] = fc.sample(scripts, { numRuns: 1, seed: 4 }) as [Script];
      const game = gameOf({ ...script, players: [0, 1, 2], at: newYear - 1 }, "old");
      await standings.record(game);
      const before = await standings.top("season", "human", 10, newYear - 1);
      assert.equal(before.length, 3);
      assert.deepEqual(await standings.top("season", "human", 10, newYear), []);
      assert.deepEqual(await standings.seasonPlaces(ana, newYear - 1), []);
      await standings.record({ ...game, game: "new", at: newYear });
      const ended = { season: "2024-4" };
      assert.deepEqual(await standings.top("season", "human", 10, newYear, 0, ended), before);
      assert.deepEqual(await standings.top("season", "human", 10, newYear), before);
      const place = await standings.place("season", "human", ana, newYear, ended);
      const season = standings.season(newYear, "2024-4");
      assert.deepEqual(await standings.seasonPlaces(ana, newYear), [{ ...season, ...place }]);
      assert.deepEqual(await standings.top("season", "human", 10, newYear, 0, { season: "2025-2" }), []);
      assert.equal(standings.season(newYear, "2025-2"), undefined);
    });

    it("list the seasons since the first game, page by page", async () => {
      const [standings] = await begun();
      assert.deepEqual(await standings.seasons(10, now), { seasons: [] });
      const [script] = fc.sample(scripts, { numRuns: 1, seed: 4 }) as [Script];
      await standings.record(gameOf({ ...script, players: [0, 1, 4], at: Date.UTC(2024, 4) }, "old"));
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await standings.seasons(2, now, cursor);
        seen.push(...page.seasons.map(({ id, players }) => `${id}: ${players}`));
        cursor = page.cursor;
        if (cursor === undefined) break;
      }
      assert.deepEqual(seen, ["2025-1: 0", "2024-4: 0", "2024-3: 0", "2024-2: 2"]);
      assert.deepEqual(await standings.seasons(9, now, "1970-1"), { seasons: [] });
    });

    it("keep everybody's ratings when somebody is erased, and nothing of that one but numbers", async () => {
      const [standings] = await begun();
      const all = fc.sample(played, { numRuns: 6, seed: 3 }).map((one) => ({ ...one, players: [0, 1, 2] }));
      for (const game of all.map(finished)) await standings.record(game);
      await standings.settle();
      const of = () => Promise.all(playerIds.map((player) => standings.ratings(player)));
      const before = await of();
      const board = await standings.top("rating", "human", 10, now);
      await standings.erase(ben);
      assert.deepEqual(await of(), before);
      const names = new Map((await standings.top("rating", "human", 10, now)).map((line) => [line.player, line.name]));
      assert.equal(names.get(ben), "Removed");
      assert.equal(names.get(ana), board.find(({ player }) => player === ana)?.name);
      const { db } = world;
      if (db === undefined) return;
      assert.doesNotMatch(await contents(db), /"name": "Ben/);
      const erased = await contents(db);
      await rebuild(db, rebuildParts);
      assert.equal(await contents(db), erased);
    });

    it("make up for what an older process has counted in its own way", async () => {
      const { db } = world;
      if (db === undefined) return;
      const [standings] = await begun();
      const all = fc.sample(played, { numRuns: 5, seed: 5 }).map((one) => ({ ...one, daysBack: one.daysBack % 3 }));
      for (const game of all.map(finished)) await standings.record(game);
      await standings.settle();
      const counted = await contents(db);
      for (const table of ["tally", "tally_bucket"])
        await sql`delete from ${sql.table(table)} where period !~ '^(all|week \\d+|day \\d+)$'`.execute(db);
      await sql`truncate rating_line`.execute(db);
      await sql`update game set boards = 0`.execute(db);
      // What is corrected before it is made up for is not counted twice.
      const corrected = all.findIndex(({ mode }) => mode === "quiz");
      const struck = await standings.strike(`game-${corrected}`, "q0" as QuestionId, "mo");
      assert.ok(struck.ok || corrected === -1);
      await standings.settle();
      if (corrected === -1) assert.equal(await contents(db), counted);
      const made = await contents(db);
      await rebuild(db, rebuildParts);
      assert.equal(await contents(db), made);
    });

    it("clear away days and weeks that are over, and nothing that can be asked for", async () => {
      const { db } = world;
      if (db === undefined) return;
      await emptied(world);
      const long = fc.sample(played, { numRuns: 5, seed: 6 });
      let clock = now - 200 * dayMs;
      const standings = sqlStandings(db, { ...own, now: () => clock });
      for (const [nth, script] of long.entries()) {
        const game = { ...finished(script, nth), at: clock };
        await standings.record(game);
        clock += 50 * dayMs;
      }
      clock = now;
      await standings.settle();
      const before = [await told(standings), await standings.trends(ana, now)];
      await standings.prune();
      assert.deepEqual([await told(standings), await standings.trends(ana, now)], before);
      const { rows } = await sql<{ period: string }>`select distinct period from tally`.execute(db);
      const days = rows.filter(({ period }) => period.startsWith("day ")).map(({ period }) => period.split(" ")[1]);
      assert.deepEqual(new Set(days), new Set([String(now / dayMs)]));
      const pruned = await contents(db);
      await rebuild(db, rebuildParts);
      assert.equal(await contents(db), pruned);
    });
  });
}
