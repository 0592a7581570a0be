import assert from "node:assert/strict";
import { randomOf } from "../../loadtest/chaos-random.ts";
import { planFor } from "../../loadtest/crew.ts";
import { Histogram } from "../../loadtest/histogram.ts";
import { readOptions } from "../../loadtest/load-options.ts";
import { fullestCell } from "../../loadtest/scale/cells.ts";
import { simulateCommits } from "../../loadtest/scale/commits.ts";
import { measured } from "../../loadtest/scale/inputs.ts";
import { costOfPerson, needsOf } from "../../loadtest/scale/model.ts";
import { lineOf, readLines } from "../../loadtest/table.ts";
import { trendOf } from "../../loadtest/trend.ts";

describe("what load tests reckon with", () => {
  it("knows the quantiles of many times within a hundredth", () => {
    const times = new Histogram();
    for (let ms = 1; ms <= 1000; ms++) times.record(ms);
    for (const [share, wanted] of [
      [0.5, 500],
      [0.99, 990],
      [0.999, 999],
    ] as const) {
      assert(Math.abs(times.quantile(share) / wanted - 1) <= 0.0101, `${share}: ${times.quantile(share)}`);
    }
    const twice = new Histogram();
    twice.merge(times.counts());
    twice.merge(times.counts());
    assert.equal(twice.count, 2000);
    assert.equal(twice.quantile(0.5), times.quantile(0.5));
    assert(Number.isNaN(new Histogram().quantile(0.5)));
  });

  it("tells growth from noise", () => {
    const minutes = Array.from({ length: 30 }, (_, nth) => nth * 60);
    const wobble = (at: number): number => Math.sin(at) * 3;
    assert.equal(trendOf(minutes.map((at) => [at, 100 + wobble(at)])).grows, false);
    assert.equal(trendOf(minutes.map((at) => [at, 100 + at / 30 + wobble(at)])).grows, true);
    assert.equal(trendOf(minutes.map((at) => [at, 100 - at / 30])).grows, false);
    const hourly = trendOf(minutes.map((at) => [at, 100 + at / 60]));
    assert(Math.abs(hourly.perHour - 60) < 1e-6);
    // Three handles more in a run are nothing, however small the number was.
    assert.equal(
      trendOf(
        minutes.map((at) => [at, 4 + at / 900]),
        { floor: 3 },
      ).grows,
      false,
    );
  });

  it("shares out everybody, and every lobby has one maker", () => {
    for (const [processes, lobbies, players] of [
      [2, 1, 1000],
      [2, 7, 8],
      [3, 2, 5],
      [4, 4, 2],
    ] as const) {
      const plan = planFor(processes, lobbies, players);
      const shares = plan.flat();
      assert.equal(
        shares.reduce((sum, share) => sum + share.players, 0),
        lobbies * players,
      );
      for (let lobby = 0; lobby < lobbies; lobby++) {
        assert.equal(shares.filter((share) => share.lobby === lobby && share.makes).length, 1);
      }
    }
  });

  it("finds each line in a frame, however many are in it", () => {
    const found: number[] = [];
    readLines(Buffer.from(`\u0001chat${lineOf(42)}…${lineOf(700_001)}`), (line) => found.push(line));
    assert.deepEqual(found, [42, 700_001]);
    readLines(Buffer.from("is a line"), () => assert.fail("there is none"));
    assert.equal(lineOf(7).length, 60);
  });

  it("takes what a scenario takes, and says all that is wrong", () => {
    assert.deepEqual(readOptions("chat", []).players, [8, 64, 256]);
    assert.equal(readOptions("soak", []).seconds, 1800);
    assert.deepEqual(readOptions("soak", []).sides, ["parlor"]);
    assert.throws(() => readOptions("chat", ["--players", "8", "--rate", "50"]), /at most 5\.0 with 8 players/);
    assert.throws(() => readOptions("joins", ["--seconds", "3"]), /joins takes --players/);
    assert.throws(() => readOptions("soak", ["--database", "memory", "--seconds", "60"]), /memory: .*\n.*too short/);
    assert.throws(() => readOptions("quiz", ["--sides", "ws"]), /with parlor/);
  });

  it("reckons what many need as a sum of what each does", () => {
    const [some, more] = [needsOf(measured, 10_000), needsOf(measured, 100_000)];
    assert(Math.abs(more.egressMbit / some.egressMbit - 10) < 1e-9);
    // One process a round reads everybody's listings: who does it stands still the longer, the more there are.
    assert(Math.abs(more.redisListingMbytes / some.redisListingMbytes - 10) < 1e-9);
    assert(more.listingStallMs > 9 * some.listingStallMs);
    const free = { ...measured, listingUs: 0 };
    assert(needsOf(free, 10_000_000).processes < needsOf(measured, 10_000_000).processes);
    const idle = { ...measured.habits, answerEvery: 1e9, lineEvery: 1e9 };
    assert(costOfPerson({ ...measured, habits: idle }).cpuUs < costOfPerson(measured).cpuUs / 5);
  });

  it("queues at the database: quick until its cores are full, then not, and commits gather", () => {
    const wish = { players: 2000, lobbySize: 8, answerEvery: 20, answerWithin: 5, otherWrites: 0.05 };
    const server = { cores: 1, flushMs: 1, processes: 2, poolSize: 10, seconds: 4 };
    const quick = simulateCommits({ ...wish, ...server, cpuMs: 1 }, randomOf(1));
    const full = simulateCommits({ ...wish, ...server, cpuMs: 8 }, randomOf(1));
    assert(quick.busy > 0.1 && quick.busy < 0.4, `${quick.busy}`);
    assert(quick.p50Ms >= 1.5 && quick.p99Ms < 20, `${quick.p50Ms}, ${quick.p99Ms}`);
    assert(full.busy > 0.98 && full.p99Ms > 10 * quick.p99Ms && full.eventsACommit > quick.eventsACommit);
  });

  it("fills cells more evenly when the emptier of two is taken", () => {
    const cells = { players: 100_000, cells: 10, lobbySize: 8 };
    const byChance = fullestCell({ ...cells, choices: 1 }, randomOf(1));
    const ofTwo = fullestCell({ ...cells, choices: 2 }, randomOf(1));
    assert(byChance > ofTwo && ofTwo >= 1 && ofTwo < 1.1, `${byChance}, ${ofTwo}`);
  });
});
