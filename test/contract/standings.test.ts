import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PlayerId, QuestionId } from "../../src/core/ids.ts";
import { periodEndOf, periodOf, spans } from "../../src/standings/periods.ts";
import { countGame } from "../../src/standings/sql.ts";
import type { FinishedGame, Standings } from "../../src/standings/standings.ts";
import { gameOf, playerIds, type Script, scripts, start } from "../support/standings-games.ts";
import { contents, correctedAt, emptied, parts, type World, worlds } from "../support/standings-worlds.ts";

/** Games of a night are many statements to a database. */
const runsIn = (name: string) => ({ numRuns: name === "memory" ? 25 : 10 });
const now = start + 6 * 86_400_000;
const nobody = "nobody" as PlayerId;

const random = fc.array(scripts, { minLength: 1, maxLength: 9 });
const gamesOf = (all: readonly Script[]): readonly FinishedGame[] =>
  all.map((script, index) => gameOf(script, `game-${index}`));

/** Boards and records summed up without any of the code under test but the names of periods. */
const tallied = (games: readonly FinishedGame[]) => {
  const oldestFirst = games.toSorted((a, b) => a.at - b.at || (a.game < b.game ? -1 : 1));
  const linesOf = (player: PlayerId, all = oldestFirst) =>
    all.flatMap((game) => game.lines.filter((line) => line.player === player).map((line) => ({ game, line })));
  const board = (name: (typeof spans)[number], kind: "human" | "bot") => {
    const within = oldestFirst.filter(({ at }) => periodOf(name, at) === periodOf(name, now));
    return playerIds
      .map((player) => ({ player, own: linesOf(player, within) }))
      .filter(({ player, own }) => own.length > 0 && player.startsWith("bot") === (kind === "bot"))
      .map(({ player, own }) => ({
        player,
        name: own.at(-1)?.line.name,
        kind,
        score: own.reduce((sum, { line }) => sum + line.score, 0),
        games: own.length,
      }))
      .toSorted((a, b) => b.score - a.score || a.games - b.games || (a.player < b.player ? -1 : 1))
      .map((line, index) => ({ rank: index + 1, ...line }));
  };
  return { board, linesOf };
};

const agrees = async (standings: Standings, games: readonly FinishedGame[]): Promise<void> => {
  const { board, linesOf } = tallied(games);
  for (const name of spans) {
    for (const kind of ["human", "bot"] as const) {
      const expected = board(name, kind);
      assert.deepEqual(await standings.top(name, kind, 100, now), expected);
      assert.deepEqual(await standings.top(name, kind, 2, now), expected.slice(0, 2));
      assert.deepEqual(await standings.top(name, kind, 2, now, 1), expected.slice(1, 3));
      for (const { player, rank, score, games: played } of expected) {
        const place = { rank, score, games: played, of: expected.length };
        assert.deepEqual(await standings.place(name, kind, player, now), place);
        assert.equal(await standings.place(name, kind === "bot" ? "human" : "bot", player, now), undefined);
      }
    }
  }
  for (const player of playerIds) await agreesOn(standings, player, linesOf(player));
};

const agreesOn = async (
  standings: Standings,
  player: PlayerId,
  own: ReturnType<ReturnType<typeof tallied>["linesOf"]>,
): Promise<void> => {
  const profile = await standings.profile(player);
  if (own.length === 0) return assert.equal(profile, undefined);
  const scores = own.map(({ line }) => line.score);
  const given = own.flatMap(({ game }) =>
    game.detail.flatMap(({ outcomes }) => outcomes.filter((one) => one.player === player && one.choice !== null)),
  );
  const answers = given.length;
  const inOrder = own.map(({ game }) =>
    game.detail.flatMap(({ outcomes }) => outcomes.find((one) => one.player === player) ?? []),
  );
  assert.deepEqual(profile, {
    id: player,
    name: own.at(-1)?.line.name,
    kind: own[0]?.line.kind,
    games: own.length,
    score: scores.reduce((sum, score) => sum + score, 0),
    best: Math.max(...scores),
    wins: own.filter(({ line }) => line.rank === 1).length,
    right: own.reduce((sum, { line }) => sum + line.right, 0),
    answered: answers,
    rightMs: inOrder.flat().reduce((sum, { right, time }) => sum + (right ? time : 0), 0),
    streak: Math.max(
      ...inOrder.flatMap((one) =>
        one
          .map(({ right }) => (right ? "r" : " "))
          .join("")
          .split(" ")
          .map((run) => run.length),
      ),
    ),
    firstAt: own[0]?.game.at,
    lastAt: own.at(-1)?.game.at,
  });
  await agreesOnTrends(standings, player, own);
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await standings.history(player, 2, ...(cursor === undefined ? [] : [cursor]));
    seen.push(...page.games.map(({ game }) => game));
    if (page.cursor === undefined) break;
    cursor = page.cursor;
  }
  assert.deepEqual(seen, own.map(({ game }) => game.game).toReversed());
};

const weekMs = 7 * 86_400_000;

const agreesOnTrends = async (
  standings: Standings,
  player: PlayerId,
  own: ReturnType<ReturnType<typeof tallied>["linesOf"]>,
): Promise<void> => {
  const weeks = new Map<number, { at: number; score: number; games: number }>();
  for (const { game, line } of own) {
    const at = (periodEndOf("week", game.at) as number) - weekMs;
    const { score = 0, games = 0 } = weeks.get(at) ?? {};
    weeks.set(at, { at, score: score + line.score, games: games + 1 });
  }
  const answers = own.flatMap(({ game }) =>
    game.detail.flatMap(({ category, outcomes }) =>
      outcomes
        .filter((one) => one.player === player && one.choice !== null)
        .map(({ right }) => ({ category, right: Number(right) })),
    ),
  );
  const categories = ["Odd ones", "Tests"]
    .map((category) => ({ category, all: answers.filter((one) => one.category === category) }))
    .filter(({ all }) => all.length > 0)
    .map(({ category, all }) => ({
      category,
      right: all.reduce((sum, { right }) => sum + right, 0),
      answered: all.length,
    }))
    .toSorted((a, b) => b.answered - a.answered);
  assert.deepEqual(await standings.trends(player, now), {
    weeks: [...weeks.values()].toSorted((a, b) => a.at - b.at),
    categories,
  });
};

for (const [name, make] of Object.entries(worlds)) {
  describe(`standings in ${name}`, function () {
    this.timeout(60_000);
    const runs = runsIn(name);
    let world: World;
    before(async () => {
      world = await make();
    });
    after(() => world.close());

    it("are what the games add up to, in whatever order and however often they are counted", () =>
      fc.assert(
        fc.asyncProperty(random, fc.infiniteStream(fc.nat()), async (all, order) => {
          const standings = await emptied(world);
          const games = gamesOf(all);
          const shuffled = [...games, ...games]
            .map((game) => ({ game, place: order.next().value as number }))
            .toSorted((a, b) => a.place - b.place);
          for (const { game } of shuffled) await standings.record(game);
          await agrees(standings, games);
        }),
        runs,
      ));

    it("keep each game question by question", async () => {
      const standings = await emptied(world);
      const [game] = gamesOf(fc.sample(scripts, { numRuns: 1, seed: 5 })) as [FinishedGame];
      await standings.record(game);
      assert.deepEqual(await standings.game(game.game), { ...game, corrections: [] });
      assert.equal(await standings.game("none"), undefined);
    });

    it("keep what was written together, and take out the words and names of who is erased", async () => {
      const standings = await emptied(world);
      const [ana, ben] = playerIds as [PlayerId, PlayerId];
      const line = { player: ana, name: "Ana", kind: "human", score: 1000, right: 0, rank: 1 } as const;
      // Ben wrote, and was gone before the end.
      const story = {
        title: "It rained …",
        language: "en",
        lines: [
          { player: "", name: "", text: "It rained, of all things." },
          { player: ana, name: "Ana", text: "Ana wrote this." },
          { player: ben, name: "Ben", text: "Ben wrote this." },
        ],
      };
      const game = { game: "told", lobby: "ABCDE", mode: "story", topic: "", at: start, seq: 3, detail: [] };
      await standings.record({ ...game, lines: [line], story });
      assert.deepEqual((await standings.game("told"))?.story, story);
      await standings.erase(ben);
      const left = [story.lines[0], story.lines[1], { player: ben, name: "–", text: "" }];
      assert.deepEqual((await standings.game("told"))?.story, { ...story, lines: left });
      await standings.erase(ana);
      assert(!JSON.stringify(await standings.game("told")).includes("Ana"));
    });

    it("tell of a player's games newest first, with where they ended", async () => {
      const standings = await emptied(world);
      const games = gamesOf(fc.sample(scripts, { numRuns: 9, seed: 6 }));
      for (const game of games) await standings.record(game);
      const { games: past } = await standings.history(playerIds[0] as PlayerId, 100);
      const { linesOf } = tallied(games);
      const expected = linesOf(playerIds[0] as PlayerId).map(({ game: { game, mode, topic, at, lines }, line }) => {
        const { score, right, rank } = line;
        return { game, mode, topic, at, score, right, rank, of: lines.length };
      });
      assert.ok(expected.length > 2);
      assert.deepEqual(past, expected.toReversed());
    });

    it("know nothing of who never played", async () => {
      const standings = await emptied(world);
      assert.deepEqual(await standings.top("all", "human", 10, now), []);
      assert.equal(await standings.place("all", "human", nobody, now), undefined);
      assert.equal(await standings.profile(nobody), undefined);
      assert.deepEqual(await standings.trends(nobody, now), { weeks: [], categories: [] });
      assert.deepEqual(await standings.history(nobody, 10), { games: [] });
      assert.deepEqual(await standings.history(nobody, 10, "9999999999999.x"), { games: [] });
    });

    it("after corrections are as if the games had been played that way", () =>
      fc.assert(
        fc.asyncProperty(random, corrections, async (all, wishes) => {
          const standings = await emptied(world);
          for (const game of gamesOf(all)) await standings.record(game);
          const changes = all.map(() => ({ struck: new Set<number>(), keys: new Map<number, number>() }));
          for (const { game, question, key } of wishes) {
            const nth = game % all.length;
            const index = question % (all[nth] as Script).given.length;
            const id = `q${index}` as QuestionId;
            if (key === null) changes[nth]?.struck.add(index);
            else changes[nth]?.keys.set(index, key);
            const correct = () =>
              key === null ? standings.strike(`game-${nth}`, id, "mo") : standings.rekey(`game-${nth}`, id, key, "mo");
            const once = await correct();
            assert.ok(once.ok);
            assert.deepEqual(await correct(), once, "the same correction again changed something");
            assert.deepEqual(await standings.game(`game-${nth}`), once.game);
          }
          const played = all.map((script, nth) => gameOf(script, `game-${nth}`, changes[nth]));
          for (const expected of played) {
            const past = await standings.game(expected.game);
            assert.deepEqual(past?.detail, expected.detail);
            assert.deepEqual(sorted(past?.lines), sorted(expected.lines));
          }
          await agreesWithoutStruck(standings, played, changes);
        }),
        runs,
      ));

    it("say who corrected what and when, and refuse what makes no sense", async () => {
      const standings = await emptied(world);
      const [game] = gamesOf(fc.sample(scripts, { numRuns: 1, seed: 5 })) as [FinishedGame];
      await standings.record(game);
      const [{ id: question, key }] = game.detail as [FinishedGame["detail"][number]];
      const other = (key + 1) % 4;
      await standings.rekey(game.game, question, other, "ada");
      await standings.strike(game.game, question, "mo");
      assert.deepEqual((await standings.game(game.game))?.corrections, [
        { question, by: "ada", at: correctedAt, key: other },
        { question, by: "mo", at: correctedAt, strike: true },
      ]);
      const reasonOf = (outcome: Awaited<ReturnType<Standings["strike"]>>) => (outcome.ok ? "" : outcome.reason);
      assert.equal(reasonOf(await standings.strike("none", question, "mo")), "not_found");
      assert.equal(reasonOf(await standings.strike(game.game, "none" as QuestionId, "mo")), "not_found");
      assert.equal(reasonOf(await standings.rekey(game.game, question, 4, "mo")), "no_such_choice");
      await standings.record({ ...game, game: "odd", mode: "other" });
      assert.equal(reasonOf(await standings.strike("odd", question, "mo")), "not_available");
    });

    it("count with the transaction they are part of, or not at all", async () => {
      const { db } = world;
      // What is in memory knows no transactions.
      if (db === undefined) return;
      await emptied(world);
      const [game] = gamesOf(fc.sample(scripts, { numRuns: 1, seed: 5 })) as [FinishedGame];
      const before = await contents(db);
      const crash = db.transaction().execute(async (trx) => {
        await countGame(trx, game, parts);
        throw new Error("crash");
      });
      await assert.rejects(crash, /crash/);
      assert.equal(await contents(db), before);
    });

    it("count games that end at the same moment", async () => {
      const standings = await emptied(world);
      const games = gamesOf(fc.sample(scripts, { numRuns: 60, seed: 7 }).map((one) => ({ ...one, name: "" })));
      await Promise.all([...games, ...games].map((game) => standings.record(game)));
      await agrees(standings, games);
    });
  });
}

const corrections = fc.array(fc.record({ game: fc.nat(8), question: fc.nat(3), key: fc.option(fc.nat(3)) }), {
  minLength: 1,
  maxLength: 6,
});

const sorted = (lines: FinishedGame["lines"] = []) => lines.toSorted((a, b) => (a.player < b.player ? -1 : 1));

/** An answer to a struck question is not one any more. */
const agreesWithoutStruck = (
  standings: Standings,
  games: readonly FinishedGame[],
  changes: readonly { readonly struck: ReadonlySet<number> }[],
): Promise<void> =>
  agrees(
    standings,
    games.map((game, nth) => ({
      ...game,
      detail: game.detail.filter((_, index) => changes[nth]?.struck.has(index) !== true),
    })),
  );
