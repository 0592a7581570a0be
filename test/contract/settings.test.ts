import assert from "node:assert/strict";
import { type ProcessHealth, type ServerSettings, serverSettingsFormat } from "../../src/protocol/admin.ts";
import { memorySettings } from "../../src/settings/memory.ts";
import type { SettingsStore } from "../../src/settings/settings.ts";
import { sqlSettings } from "../../src/settings/sql.ts";
import { memoryHealth } from "../../src/telemetry/health-memory.ts";
import { sqlHealth } from "../../src/telemetry/health-sql.ts";
import type { HealthStore } from "../../src/telemetry/health.ts";
import { now } from "../support/conduct.ts";
import { staffWorlds } from "../support/staff-worlds.ts";

const usual = serverSettingsFormat.parse({});
const point = (process: string, at: number, changes: Partial<ProcessHealth> = {}): ProcessHealth => ({
  process,
  address: "",
  at,
  startedAt: now - 1000,
  ready: true,
  lobbies: 2,
  connections: 9,
  cpu: 0.25,
  rssBytes: 2 ** 33,
  heapBytes: 2 ** 25,
  loopDelayMs: 1.5,
  events: 7,
  refusals: 1,
  strikes: 0,
  commitMs: 0.8,
  ...changes,
});

for (const { name, fresh } of staffWorlds) {
  describe(`settings and health in ${name}`, function () {
    this.timeout(120_000);
    let settings: SettingsStore;
    let health: HealthStore;
    beforeEach(async () => {
      const db = await fresh();
      settings = db === undefined ? memorySettings() : sqlSettings(db);
      health = db === undefined ? memoryHealth() : sqlHealth(db);
    });

    it("begin as in a new server, and change one by one", async () => {
      await settings.refresh();
      assert.deepEqual(settings.current(), usual);
      const rest = { languages: ["de", "fr"], learn: true };
      const changed: ServerSettings = { ...usual, level: "strict", ...rest };
      await settings.change({ level: "strict" });
      assert.deepEqual(await settings.change(rest), changed);
      const nothing = { level: undefined, bogus: 1 } as unknown as Partial<ServerSettings>;
      assert.deepEqual(await settings.change(nothing), changed);
      assert.deepEqual(await settings.change({ learn: false }), { ...changed, learn: false });
      await settings.refresh();
      assert.deepEqual(settings.current(), { ...changed, learn: false });
    });

    it("keep figures of all processes, oldest first, each once", async () => {
      const points = [point("b", now), point("a", now), point("a", now - 5), point("a", now + 5, { ready: false })];
      for (const one of [...points, point("b", now, { cpu: 0.5 })]) await health.add(one);
      assert.deepEqual(await health.since(now), [point("a", now), point("b", now, { cpu: 0.5 }), points[3]]);
      assert.equal(await health.removeOlder(now), 1);
      assert.equal(await health.removeOlder(now), 0);
      assert.equal((await health.since(0)).length, 3);
    });
  });
}

describe("settings in the table", () => {
  for (const { name, fresh } of staffWorlds.slice(1))
    it(`are those of another process after a refresh, and as usual where what is stored makes no sense, in ${name}`, async () => {
      const db = await fresh();
      assert.ok(db);
      const [here, there] = [sqlSettings(db), sqlSettings(db)];
      await there.change({ strikeLimit: 5, level: "mild" });
      assert.equal(here.current().strikeLimit, usual.strikeLimit);
      await here.refresh();
      assert.equal(here.current().strikeLimit, 5);
      const odd = { strikeLimit: "many", level: "fierce", chatDays: -1, languages: [7], bogus: { a: 1 }, signal: null };
      for (const [key, value] of Object.entries({ ...odd, muteMinutes: 9 }))
        await db
          .insertInto("setting")
          .values({ key, value: JSON.stringify(value) })
          .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: JSON.stringify(value) }))
          .execute();
      await here.refresh();
      assert.deepEqual(here.current(), { ...usual, muteMinutes: 9 });
    });

  it("may be given at the start where they last as long as the process", () => {
    assert.deepEqual(memorySettings({ strikeLimit: 4 }).current(), { ...usual, strikeLimit: 4 });
  });
});
