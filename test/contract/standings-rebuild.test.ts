import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Kysely, sql } from "kysely";
import { type AnyGameEvent, asAnyGame } from "../../src/core/game.ts";
import type { PlayerId, QuestionId } from "../../src/core/ids.ts";
import { fold } from "../../src/core/decider.ts";
import { statistics } from "../../src/database/migrations/0012_statistics.ts";
import type { Tables } from "../../src/database/tables.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import type { Outcome, QuizEvent } from "../../src/games/quiz/state.ts";
import { upcast } from "../../src/journal/upcast.ts";
import { bucketEnd, bucketInSql, bucketOf } from "../../src/standings/score-bucket.ts";
import { rebuild } from "../../src/standings/refold.ts";
import { countGame } from "../../src/standings/sql.ts";
import type { FinishedGame } from "../../src/standings/standings.ts";
import { gameOf, limit, playerIds, type Script, scripts } from "../support/standings-games.ts";
import { contents, emptied, parts, type World, worlds } from "../support/standings-worlds.ts";

const rebuildParts = { ...parts, games: new Map([["quiz", asAnyGame(quiz)]]), upcast };

/** The quiz's own events of a script, as a lobby's journal has them. */
const eventsOf = (script: Script): readonly QuizEvent[] => {
  const { detail, lines } = gameOf(script, "any");
  const players = script.players.map((index) => playerIds[index] as PlayerId);
  const questions = detail.map((one) => ({ ...one, difficulty: "easy" as const, image: "" }));
  const timings = { countdown: 0, reveal: 0, scores: 0 };
  const streaks = new Map<PlayerId, number>();
  const rounds = detail.flatMap(({ id, outcomes }): QuizEvent[] => {
    const withStreaks = outcomes.map((outcome): Outcome => {
      const streak = outcome.right ? (streaks.get(outcome.player) ?? 0) + 1 : 0;
      streaks.set(outcome.player, streak);
      return { ...outcome, streak };
    });
    return [
      { type: "asked", question: id, at: 0, endsAt: limit },
      { type: "closed", question: id, outcomes: withStreaks, endsAt: 0 },
      { type: "scored", endsAt: 0 },
    ];
  });
  return [
    { type: "started", questions, limit, timings, players, endsAt: 0 },
    ...rounds,
    { type: "ended", standings: lines, counts: true },
  ];
};

/** Plays a game in a lobby: its events into the journal, and the game counted, in one transaction. */
const play = (db: Kysely<Tables>, lobby: string, script: Script, id: string, counts: boolean): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const [first, ...more] = eventsOf(script) as [QuizEvent, ...QuizEvent[]];
    const { lines, mode, topic, at } = gameOf(script, id);
    const completed = { type: "game_completed", game: id, mode, topic, counts, at, standings: lines };
    const stored: object[] = [
      { type: "game_started", game: id, mode, topic, questions: [], at, first },
      ...more.map((event) => ({ type: "in_game", event: event as unknown as AnyGameEvent })),
      completed,
      { type: "chatted", text: "gg" },
    ];
    const { rows } = await sql<{ seq: number }>`
      select coalesce(max(seq), 0) as seq from event where lobby = ${lobby}`.execute(trx);
    const before = rows[0]?.seq ?? 0;
    await trx
      .insertInto("event")
      .values(stored.map((data, index) => ({ lobby, seq: before + index + 1, epoch: 1, data: JSON.stringify(data) })))
      .execute();
    const state = fold(quiz.evolve, quiz.evolve(undefined, first), more);
    const seq = before + stored.indexOf(completed) + 1;
    const game: FinishedGame = { game: id, lobby, mode, topic, at, seq, lines, detail: quiz.record(state) };
    if (counts) await countGame(trx, game, parts);
  });

type Night = {
  readonly games: readonly { readonly script: Script; readonly lobby: string; readonly counts: number }[];
  readonly corrections: readonly { readonly game: number; readonly question: number; readonly key: number | null }[];
  /** Lobbies that are gone before the boards are made anew. */
  readonly deleted: readonly string[];
};

const nights: fc.Arbitrary<Night> = fc.record({
  games: fc.array(fc.record({ script: scripts, lobby: fc.constantFrom("A", "B", "C"), counts: fc.nat(4) }), {
    minLength: 1,
    maxLength: 8,
  }),
  corrections: fc.array(fc.record({ game: fc.nat(7), question: fc.nat(3), key: fc.option(fc.nat(3)) }), {
    maxLength: 5,
  }),
  deleted: fc.subarray(["A", "B", "C"]),
});

for (const [name, make] of Object.entries(worlds).filter(([key]) => key !== "memory")) {
  describe(`rebuilding standings in ${name}`, function () {
    this.timeout(60_000);
    let world: World;
    let db: Kysely<Tables>;
    before(async () => {
      world = await make();
      db = world.db as Kysely<Tables>;
    });
    after(() => world.close());

    const playAll = async ({ games, corrections, deleted }: Night): Promise<void> => {
      const standings = await emptied(world);
      const lobby = { status: "open", owner: "o", public: true, listing: "{}" };
      await db
        .insertInto("lobby")
        .values(["A", "B", "C"].map((code) => ({ ...lobby, code })))
        .execute();
      for (const [nth, one] of games.entries()) await play(db, one.lobby, one.script, `game-${nth}`, one.counts > 0);
      for (const { game, question, key } of corrections) {
        const id = `q${question}` as QuestionId;
        if (key === null) await standings.strike(`game-${game}`, id, "mo");
        else await standings.rekey(`game-${game}`, id, key, "mo");
      }
      await standings.settle();
      if (deleted.length > 0) await db.deleteFrom("lobby").where("code", "in", deleted).execute();
    };

    it("gives what counting at play gave, byte for byte", () =>
      fc.assert(
        fc.asyncProperty(nights, async (night) => {
          await playAll(night);
          const played = await contents(db);
          await sql`update tally set score = score + 1, name = 'wrong'`.execute(db);
          await sql`update tally_bucket set players = players + 1`.execute(db);
          await sql`update game_line set rank = rank + 1, streak = 9, right_ms = 9, categories = '{}'`.execute(db);
          await sql`delete from game_line where player = 'ana'`.execute(db);
          await rebuild(db, rebuildParts);
          assert.equal(await contents(db), played);
          await rebuild(db, rebuildParts);
          assert.equal(await contents(db), played);
        }),
        { numRuns: 15 },
      ));

    it("brings back games that were lost but for their events", async () => {
      const [script, other] = fc.sample(scripts, { numRuns: 2, seed: 8 }) as [Script, Script];
      const games = [
        { script, lobby: "A", counts: 1 },
        { script: other, lobby: "B", counts: 1 },
      ];
      await playAll({ games, corrections: [], deleted: [] });
      const played = await contents(db);
      await db.deleteFrom("game").execute();
      assert.equal(await rebuild(db, rebuildParts), 2);
      assert.equal(await contents(db), played);
    });

    it("is not needed after an upgrade: the migration counts what lines have kept since", async () => {
      const [script, other] = fc.sample(scripts, { numRuns: 2, seed: 12 }) as [Script, Script];
      const games = [
        { script, lobby: "A", counts: 1 },
        { script: other, lobby: "A", counts: 1 },
      ];
      await playAll({ games, corrections: [{ game: 0, question: 0, key: null }], deleted: [] });
      const played = await contents(db);
      assert.match(played, /"Odd ones": /);
      await sql`alter table game_line drop column right_ms, drop column streak, drop column categories`.execute(db);
      await statistics.up(db);
      assert.equal(await contents(db), played);
    });

    it("changes nothing when it fails", async () => {
      const [script] = fc.sample(scripts, { numRuns: 1, seed: 8 }) as [Script];
      await playAll({ games: [{ script, lobby: "A", counts: 1 }], corrections: [], deleted: [] });
      const played = await contents(db);
      const upcastBadly = () => {
        throw new Error("unreadable");
      };
      await assert.rejects(rebuild(db, { ...rebuildParts, upcast: upcastBadly }), /unreadable/);
      assert.equal(await contents(db), played);
    });

    it("knows the same buckets in the database", async () => {
      const scores = [0, 1, 255, 256, 257, 511, 512, 513, 16_383, 16_384, 1e6, 123_456_789, 2 ** 40];
      const { rows } = await sql<{ score: number; bucket: number }>`
        select s.score, ${bucketInSql(sql`s.score`)} as bucket
        from jsonb_to_recordset(${JSON.stringify(scores.map((score) => ({ score })))}::jsonb) as s (score bigint)`.execute(
        db,
      );
      assert.deepEqual(
        rows,
        scores.map((score) => ({ score, bucket: bucketOf(score) })),
      );
    });
  });
}

describe("score buckets", () => {
  it("follow each other without gaps, and end where the next begins", () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(3000), fc.nat()), (score) => {
        const bucket = bucketOf(score);
        const end = bucketEnd(bucket);
        assert.ok(score < end);
        assert.equal(bucketOf(end - 1), bucket);
        assert.equal(bucketOf(end), bucket + 1);
      }),
    );
  });
});
