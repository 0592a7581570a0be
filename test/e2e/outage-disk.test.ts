import assert from "node:assert/strict";
import { openQuestion, type Table, untilTrue } from "../support/chaos.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import type { Seat } from "../support/seat.ts";
import { newSmallDisk, type SmallDisk } from "../support/small-disk.ts";

describe("a game while the disk is full", function () {
  this.timeout(120_000);
  let disk: SmallDisk;
  let server: ParlorProcess;
  let table: Table;
  let ana: Seat;
  /** What was said while the disk was full, and whether that came back. */
  let during: Promise<unknown>;
  let isAcknowledged = false;

  before(async () => {
    disk = await newSmallDisk();
    server = await ParlorProcess.start({ port: await freePort(), dataDir: disk.dataDir, by: disk.by });
    table = await openQuestion(server, ["Ana"], { topic: "space", count: 2, seconds: 120 });
    ana = table.seats[0] as Seat;
  });
  after(() => server.kill());

  it("stands, says so, and acknowledges nothing", async () => {
    await ana.say("before");
    disk.fill();
    let n = 0;
    let isUnderWay = false;
    let changedAt = -Infinity;
    // The log has a little room of its own, so some changes still find a place.
    await untilTrue("the clock to stand", () => {
      // No faster than a client may, or the line below would be refused.
      if (!isUnderWay && performance.now() - changedAt > 60) {
        isUnderWay = true;
        changedAt = performance.now();
        const change = ana.room.request("settings", { slowMode: n++ % 100 }, { timeout: 40_000 });
        change.catch(() => {}).finally(() => (isUnderWay = false));
      }
      return Promise.resolve(ana.state.degraded);
    });
    during = ana.room.request("chat", { text: "during" }, { timeout: 40_000 }).then(() => (isAcknowledged = true));
    const ready = async (): Promise<number> => (await fetch(`${server.url}/health/ready`)).status;
    await untilTrue("readiness to end", async () => (await ready()) === 503);
    const refused = await table.people[0]?.client.http
      .post("/api/lobbies", { body: {} })
      .catch((error: unknown) => error);
    assert.equal((refused as { code: number }).code, 503);
    assert.deepEqual([ana.closedWith, isAcknowledged], [0, false]);
  });

  it("goes on by itself when there is room again, with everything there", async () => {
    disk.free();
    await during;
    await ana.sees("the clock going on", ({ degraded, game }) => !degraded && game.phase === "question");
    const history = (await ana.ask("history", {})) as readonly { text: string }[];
    assert.deepEqual(
      history.map(({ text }) => text),
      ["before", "during"],
    );
  });
});
