import assert from "node:assert/strict";
import { jwtSecret } from "../support/app.ts";
import { newDirectory } from "../support/database.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import { until } from "../support/until.ts";

/** Two processes on one PostgreSQL server, the first of which is killed as soon as it has banned somebody. */
describe("a ban by three strikes", function () {
  this.timeout(120_000);
  let first: ParlorProcess;
  let second: ParlorProcess;

  before(async () => {
    const databaseUrl = await (await sharedPostgres()).newDatabase();
    const start = async (): Promise<ParlorProcess> =>
      ParlorProcess.start({
        port: await freePort(),
        dataDir: newDirectory(),
        databaseUrl,
        environment: { JWT_SECRET: jwtSecret },
      });
    [first, second] = await Promise.all([start(), start()]);
  });
  after(() => Promise.all([first?.kill(), second?.kill()]));

  it("holds against coming back, a new tab, a restart, and on another process", async () => {
    const [ana, ben] = (await Promise.all(["Ana", "Ben"].map((name) => guest(first, name)))) as [Person, Person];
    const code = await makeLobby(ana);
    const host = await enter(ana, code);
    const seat = await enter(ben, code);
    // Each is tried until it counts: breaches within 5 s are one.
    let triedAt = 0;
    const isBanned = (): boolean => {
      if (performance.now() - triedAt < 400) return false;
      triedAt = performance.now();
      if (seat.closedWith === 0) seat.say("you are an idiot").catch(() => {});
      return seat.closedWith !== 0;
    };
    await until("the ban", isBanned, 30_000);
    const strikes = seat.all("strike");
    assert.deepEqual(
      strikes.map(({ count, sanction }) => [count, sanction]),
      [
        [1, "warning"],
        [2, "mute"],
        [3, "ban"],
      ],
    );
    assert.equal(await seat.closes(), 4101);
    await first.kill();
    assert.notEqual(host.closedWith, 4101);
    const there = (person: Person, at: ParlorProcess) => clientOf(at, person.token).joinById(code);
    assert.equal(await refusalOf(there(ben, second)), "banned");
    assert.equal(await refusalOf(clientOf(second, ben.token).joinById(code, { as: "spectator" })), "banned");
    const back = await there(ana, second);
    back.onMessage("*", () => {});
    const { strikes: counted } = (await clientOf(second, ben.token).http.get("/api/me/sanctions")).data as {
      strikes: { id: string }[];
    };
    assert.equal(counted.length, 3);
    await back.leave();
  });
});
