import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PlayerId } from "../../src/core/ids.ts";
import { figureOf, rated, sidesOf, type Skill, unknown } from "../../src/standings/rate.ts";
import { seasonAt, seasonBy, type SeasonMonths, seasonNow, seasonsBack } from "../../src/standings/seasons.ts";
import type { GameLine } from "../../src/standings/standings.ts";

const line = (player: string, rank: number, more: Partial<GameLine> = {}): GameLine => ({
  player: player as PlayerId,
  name: player,
  kind: "human",
  score: 0,
  right: 0,
  rank,
  ...more,
});

const figures = async (lines: readonly GameLine[], before: Readonly<Record<string, Skill>> = {}) => {
  const after = await rated(sidesOf(lines), (player) => before[player] ?? unknown);
  return Object.fromEntries([...after].map(([player, skill]) => [player, skill.mu]));
};

describe("ratings", () => {
  it("begin at 1000, and rise for who is ahead", async () => {
    assert.equal(figureOf(unknown), 1000);
    const { ana = 0, ben = 0, cai = 0 } = await figures([line("ben", 2), line("ana", 1), line("cai", 5)]);
    assert.ok(ana > ben && ben > cai && ana > unknown.mu && cai < unknown.mu);
  });

  it("hold equals for equal", async () => {
    const { ana, ben, cai } = await figures([line("ana", 1), line("ben", 1), line("cai", 3)]);
    assert.equal(ana, ben);
    assert.notEqual(ana, cai);
  });

  it("leave out bots, and games in which people did not meet people", async () => {
    const bot = line("bot", 1, { kind: "bot" });
    assert.deepEqual(sidesOf([line("ana", 2), bot]), []);
    assert.deepEqual(sidesOf([]), []);
    assert.deepEqual(sidesOf([line("ana", 2, { team: "red" }), line("ben", 2, { team: "red" })]), []);
    const people = [line("ana", 2), line("ben", 3)];
    assert.deepEqual(await figures([bot, ...people]), await figures(people));
  });

  it("do not depend on the order of lines", async () => {
    const lines = [line("ana", 1), line("ben", 2), line("cai", 2), line("dee", 4)];
    assert.deepEqual(await figures(lines.toReversed()), await figures(lines));
  });

  it("are of sides where there are sides, however many they are", async () => {
    const red = ["ana", "ben", "cai"].map((player) => line(player, 1, { team: "red" }));
    const blue = ["dee"].map((player) => line(player, 2, { team: "blue" }));
    const won = await figures([...red, ...blue]);
    assert.equal(won["ana"], won["cai"]);
    assert.ok((won["ana"] ?? 0) > unknown.mu && (won["dee"] ?? 99) < unknown.mu);
    // The other way round who is alone gains what they lost: three are not expected to beat one.
    const lost = await figures([
      ...red.map((one) => ({ ...one, rank: 2 })),
      ...blue.map((one) => ({ ...one, rank: 1 })),
    ]);
    const gain = (lost["dee"] ?? 0) - unknown.mu;
    assert.ok(Math.abs(gain - (unknown.mu - (won["dee"] ?? 0))) < 1e-3);
  });

  it("are those of one player each for sides of one", async () => {
    const alone = [line("ana", 1, { team: "red" }), line("ben", 2, { team: "blue" })];
    assert.deepEqual(await figures(alone), await figures([line("ana", 1), line("ben", 2)]));
  });

  it("find who is better, and are sure of it in the end", async () => {
    let known: Record<string, Skill> = {};
    for (let game = 0; game < 40; game++) {
      const ranks = game % 4 === 3 ? [2, 1] : [1, 2];
      const after = await rated(sidesOf([line("ana", ranks[0] ?? 0), line("ben", ranks[1] ?? 0)]), (player) => {
        return known[player] ?? unknown;
      });
      known = Object.fromEntries(after);
    }
    const { ana = unknown, ben = unknown } = known;
    assert.ok(figureOf(ana) > figureOf(ben) && ana.sigma < unknown.sigma / 2);
  });

  it("of a thousand players stand in their order at the ends, and are whole numbers", async () => {
    const lines = Array.from({ length: 1000 }, (_, nth) => line(`p${nth}`, nth + 1));
    const after = await rated(sidesOf(lines), () => unknown);
    assert.equal(after.size, 1000);
    const skillOf = (nth: number) => after.get(`p${nth}` as PlayerId) ?? unknown;
    assert.ok(skillOf(0).mu > skillOf(500).mu && skillOf(500).mu > skillOf(999).mu);
    assert.ok([...after.values()].every((skill) => Number.isInteger(figureOf(skill)) && skill.sigma > 0));
  });
});

describe("seasons", () => {
  const lengths = [1, 3, 6, 12] as const satisfies readonly SeasonMonths[];

  it("follow each other without gaps, each with an id of its own", () => {
    const times = fc.integer({ min: 0, max: Date.UTC(2200, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...lengths), times, (months, at) => {
        const season = seasonAt(months, at);
        assert.ok(season !== undefined && season.begin <= at && at < season.end);
        assert.deepEqual(seasonBy(months, season.id), season);
        const next = seasonAt(months, season.end);
        assert.equal(next?.begin, season.end);
        assert.deepEqual(seasonsBack(months, season.end, at, 9), [next, season]);
      }),
    );
  });

  it("are quarters of the calendar, unless set otherwise", () => {
    const at = Date.UTC(2026, 10, 22, 17);
    const told = lengths.map((months) => seasonAt(months, at)?.id);
    assert.deepEqual(told, ["2026-11", "2026-4", "2026-2", "2026-1"]);
    const quarter = seasonAt(3, at);
    assert.deepEqual([quarter?.begin, quarter?.end], [Date.UTC(2026, 9), Date.UTC(2027, 0)]);
    assert.deepEqual([seasonAt(0, at), seasonBy(0, "2026-4"), seasonsBack(0, at, 0, 9)], [undefined, undefined, []]);
  });

  it("are not there before they begin, nor by a wrong name", () => {
    const at = Date.UTC(2026, 10, 22);
    assert.equal(seasonNow(3, at, "2026-4")?.id, "2026-4");
    assert.equal(seasonNow(3, at, "2025-1")?.id, "2025-1");
    for (const id of ["2027-1", "2026-5", "2026-0", "2026-", "x", "1969-4", "2026-4'", "-1-4"])
      assert.equal(seasonNow(3, at, id), undefined, id);
  });
});
