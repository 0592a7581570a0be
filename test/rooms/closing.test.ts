import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp } from "../support/app.ts";
import { cut } from "../support/cut.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import { until } from "../support/until.ts";

/** Timers that keep the process alive; long ones are not over by chance within the wait below. */
const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

describe("closing a server", function () {
  this.timeout(120_000);

  it("tells everybody to come back", async () => {
    const app = await startApp();
    const ann = await guest(app, "Ann");
    const seat = await enter(ann, await makeLobby(ann));
    await app.close();
    assert.equal(await seat.closes(), closeCodes.shutdown);
    await assert.rejects(fetch(app.url));
  });

  it("leaves no timer behind, whoever is away or has come back another way", async () => {
    // Waiting takes a timer, too.
    const before = await until("a first count", timers);
    const app = await startApp();
    const [ann, bob, cat] = [await guest(app, "Ann"), await guest(app, "Bob"), await guest(app, "Cat")];
    const code = await makeLobby(ann, { bots: 1 });
    const owner = await enter(ann, code);
    for (const person of [bob, cat]) {
      cut(code, await enter(person, code));
      await owner.sees("them away", ({ players }) => players.get(person.id)?.connected === false);
    }
    await enter(cat, code);
    await app.close();
    await until("the timers to end", () => timers() <= before, 3000);
  });
});
