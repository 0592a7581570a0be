import assert from "node:assert/strict";
import { openDatabase } from "../../src/database/database.ts";
import { memoryBudget } from "../../src/model/budget-memory.ts";
import { sqlBudget } from "../../src/model/budget-sql.ts";
import { type Budget, type BudgetLimits, defaultBudget, type Taken } from "../../src/model/budget.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { adapters } from "../support/database.ts";

const log = logOf("silent");

/** Budgets of two processes that share their counts. */
type World = {
  readonly budgets: (limits: BudgetLimits) => readonly [Budget, Budget];
  /** How many counts are kept. */
  readonly counts: () => Promise<number>;
  readonly close: () => Promise<void>;
};

// Each test has a day of its own, so that none finds what another has spent.
let day = 20_000;
let time = 0;
const newDay = (): void => void (time = (day += 10) * 86_400_000 + 1000);

const worlds: readonly { readonly name: string; readonly make: () => Promise<World> }[] = [
  {
    name: "memory",
    make: async () => ({
      budgets: (limits) => {
        const one = memoryBudget(limits, () => time);
        return [one, one];
      },
      counts: async () => 0,
      close: async () => {},
    }),
  },
  ...adapters.map(({ name, newPlace }) => ({
    name,
    make: async (): Promise<World> => {
      const { db, close } = await openDatabase({ ...(await newPlace()), log });
      const one = (limits: BudgetLimits) => sqlBudget(db, { limits, now: () => time, log });
      return {
        budgets: (limits) => [one(limits), one(limits)],
        counts: async () => (await db.selectFrom("spending").select("scope").execute()).length,
        close,
      };
    },
  })),
];

const week = 7 * 86_400_000;
const plenty = { calls: 1000, tokens: 1_000_000 };
const unbounded: BudgetLimits = {
  personMinute: plenty,
  personDay: plenty,
  lobbyMinute: plenty,
  lobbyDay: plenty,
  serverMinute: plenty,
  serverDay: plenty,
};
const ask = { lobby: "ABCDE", person: "ann", tokens: 100 };
const said = (taken: Taken): string => (taken.ok ? "ok" : taken.what);

const eventually = async (value: () => Promise<number>, expected: number): Promise<void> => {
  const giveUpAt = performance.now() + 5000;
  while ((await value()) !== expected && performance.now() < giveUpAt) await new Promise(setImmediate);
  assert.equal(await value(), expected);
};
const settled = (budget: Budget, tokens: number) => eventually(async () => (await budget.used()).day.tokens, tokens);

for (const { name, make } of worlds) {
  describe(`a budget for models in ${name}`, function () {
    this.timeout(120_000);
    let world: World;
    before(async () => {
      world = await make();
    });
    after(() => world.close());
    beforeEach(newDay);

    const cases: readonly [keyof BudgetLimits, string, number][] = [
      ["personMinute", "person", 60_000],
      ["personDay", "person", 86_400_000],
      ["lobbyMinute", "lobby_minute", 60_000],
      ["lobbyDay", "lobby_day", 86_400_000],
      ["serverMinute", "server_minute", 60_000],
      ["serverDay", "server_day", 86_400_000],
    ];
    for (const [limit, what, window] of cases) {
      it(`keeps to the calls and tokens of ${limit} until its window is over`, async () => {
        for (const most of [
          { calls: 3, tokens: 1000 },
          { calls: 1000, tokens: 399 },
        ]) {
          newDay();
          const [budget, other] = world.budgets({ ...unbounded, [limit]: most });
          for (const one of [budget, other, budget]) assert.equal(said(await one.take(ask)), "ok");
          for (const one of [budget, other, other]) assert.equal(said(await one.take(ask)), what);
          time += window - 1001;
          assert.equal(said(await budget.take(ask)), what);
          time += 1;
          assert.equal(said(await budget.take(ask)), "ok");
          assert.equal(said(await other.take(ask)), "ok");
        }
      });
    }

    it("counts each person and each lobby for itself, and nobody's calls for no person", async () => {
      const once = { calls: 1, tokens: 1000 };
      const [budget, other] = world.budgets({
        ...unbounded,
        personMinute: once,
        lobbyMinute: { calls: 2, tokens: 1000 },
      });
      assert.equal(said(await budget.take(ask)), "ok");
      assert.equal(said(await other.take({ ...ask, lobby: "OTHER" })), "person");
      assert.equal(said(await other.take({ ...ask, person: "bob" })), "ok");
      assert.equal(said(await other.take({ ...ask, person: "cai" })), "lobby_minute");
      for (let n = 0; n < 2; n++) assert.equal(said(await other.take({ ...ask, lobby: "THIRD", person: "" })), "ok");
      assert.equal(said(await budget.take({ ...ask, lobby: "THIRD", person: "" })), "lobby_minute");
    });

    it("counts nothing of a call that it refuses", async () => {
      const [budget] = world.budgets({ ...unbounded, serverDay: { calls: 1000, tokens: 250 } });
      for (const [tokens, expected] of [
        [200, "ok"],
        [100, "server_day"],
        [50, "ok"],
        [1, "server_day"],
      ] as const)
        assert.equal(said(await budget.take({ ...ask, tokens })), expected);
      assert.deepEqual(await budget.used(), { minute: { calls: 2, tokens: 250 }, day: { calls: 2, tokens: 250 } });
    });

    it("counts what a call has really used, once it is known", async () => {
      const [budget, other] = world.budgets({ ...unbounded, lobbyDay: { calls: 1000, tokens: 500 } });
      const [first, second] = [await budget.take({ ...ask, tokens: 300 }), await other.take({ ...ask, tokens: 200 })];
      assert(first.ok && second.ok);
      first.settle(100);
      await settled(other, 300);
      assert.equal(said(await other.take({ ...ask, tokens: 201 })), "lobby_day");
      second.settle(900);
      await settled(budget, 1000);
      second.settle(900);
      second.settle(Number.NaN);
      second.settle(150);
      await settled(budget, 250);
      first.settle(-5);
      await settled(budget, 150);
      assert.equal(said(await budget.take({ ...ask, tokens: 350 })), "ok");
      assert.deepEqual((await budget.used()).day, { calls: 3, tokens: 500 });
    });

    it("grants nothing for a number that is none", async () => {
      const [budget] = world.budgets(unbounded);
      for (const tokens of [Number.NaN, Infinity]) assert.equal(said(await budget.take({ ...ask, tokens })), "person");
      assert.equal(said(await budget.take({ ...ask, tokens: -50 })), "ok");
      assert.deepEqual((await budget.used()).day, { calls: 1, tokens: 0 });
    });

    it("takes limits that are none", async () => {
      const endless = { calls: Infinity, tokens: Infinity };
      const [budget] = world.budgets({ ...defaultBudget, serverMinute: endless, serverDay: endless });
      assert.equal(said(await budget.take(ask)), "ok");
    });

    it("never grants more to two processes together, and all of what there is", async () => {
      const most = { calls: 1000, tokens: 2550 };
      const pair = world.budgets({ ...unbounded, serverMinute: { calls: 20, tokens: 100_000 }, serverDay: most });
      const rush = async () => {
        const takes = Array.from({ length: 60 }, (_, n) =>
          (pair[n % 2] ?? pair[0]).take({ lobby: `L${n % 7}`, person: n % 5 === 0 ? "" : `p${n % 3}`, tokens: 100 }),
        );
        return (await Promise.all(takes)).map(said);
      };
      const granted = (all: readonly string[]) => all.filter((one) => one === "ok").length;
      const first = await rush();
      assert.equal(granted(first), 20);
      assert.deepEqual(new Set(first), new Set(["ok", "server_minute"]));
      time += 60_000;
      const second = await rush();
      assert.equal(granted(second), 5);
      assert.deepEqual(new Set(second), new Set(["ok", "server_day"]));
      assert.deepEqual((await pair[0].used()).day, { calls: 25, tokens: 2500 });
    });

    it("tells what each day used, and which lobbies used most today", async () => {
      const [budget, other] = world.budgets(unbounded);
      const today = time - 1000;
      assert.equal(said(await budget.take({ ...ask, tokens: 50 })), "ok");
      time += 86_400_000;
      for (const [lobby, tokens] of [
        ["FEW", 10],
        ["MANY", 300],
        ["FEW", 20],
      ] as const)
        assert.equal(said(await other.take({ lobby, person: "ann", tokens })), "ok");
      const { days, lobbies } = await budget.history();
      assert.deepEqual(days.slice(-2), [
        { since: today, calls: 1, tokens: 50 },
        { since: today + 86_400_000, calls: 3, tokens: 330 },
      ]);
      assert.deepEqual(lobbies, [
        { lobby: "MANY", calls: 1, tokens: 300 },
        { lobby: "FEW", calls: 2, tokens: 30 },
      ]);
    });

    if (name === "memory") return;
    it("clears old counts away", async () => {
      const [budget] = world.budgets(unbounded);
      await budget.take(ask);
      time += 3 * 86_400_000;
      assert.equal(said(await budget.take(ask)), "ok");
      // Days of the whole server stay for a month.
      await eventually(async () => (await budget.history()).days.filter(({ since }) => since > time - week).length, 2);
      time += 40 * 86_400_000;
      assert.equal(said(await budget.take(ask)), "ok");
      await eventually(world.counts, 6);
    });
  });
}

describe("a budget for models without its database", () => {
  it("grants nothing, and says why", async () => {
    const { db, close } = await openDatabase({ ...(await adapters[1]?.newPlace()), dataDir: undefined, log });
    newDay();
    const budget = sqlBudget(db, { limits: unbounded, now: () => time, log });
    const taken = await budget.take(ask);
    await close();
    assert.deepEqual(await budget.take(ask), { ok: false, what: "outage" });
    await assert.rejects(budget.used());
    assert(taken.ok);
    taken.settle(5);
  });
});
