import assert from "node:assert/strict";
import type { AdminNotices } from "../../src/protocol/admin.ts";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { adminPassword, jwtSecret } from "../support/app.ts";
import { newDirectory } from "../support/database.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";
import { admin as signInAdmin, done } from "../support/staff.ts";
import { Watcher } from "../support/watcher.ts";

/** Two processes with one Redis and one PostgreSQL: what is done by the one is seen in the other. */
describe("the staff of two processes", function () {
  this.timeout(120_000);
  let redis: RedisServer;
  let processes: readonly [ParlorProcess, ParlorProcess];

  before(async () => {
    const [server, databaseUrl] = await Promise.all([startRedis(), sharedPostgres().then((one) => one.newDatabase())]);
    redis = server;
    const start = async () => {
      const port = await freePort();
      const environment = {
        REDIS_URL: redis.url,
        PUBLIC_ADDRESS: `127.0.0.1:${port}`,
        JWT_SECRET: jwtSecret,
        ADMIN_PASSWORD: adminPassword,
      };
      return ParlorProcess.start({ port, dataDir: newDirectory(), databaseUrl, environment });
    };
    processes = await Promise.all([start(), start()]);
  });
  after(async () => {
    await Promise.all(processes.map((process) => process.kill()));
    await redis.kill();
  });

  it("see, remove, tell and ban where the other runs the lobby", async () => {
    const [one, other] = processes;
    const admins = await Promise.all([signInAdmin(one), signInAdmin(other)]);
    const [ann, bob] = [await guest(one, "Ann"), await guest(one, "Bob")];
    const code = await makeLobby(ann);
    const [host, seat] = [await enter(ann, code), await enter(bob, code)];
    const watchers = await Promise.all(admins.map((person) => Watcher.of(person)));
    for (const watcher of watchers) {
      const { lobbies, processes: seen } = await watcher.hears(
        "overview",
        (overview) => overview.processes.length === 2 && overview.lobbies.some((brief) => brief.people === 2),
      );
      assert.deepEqual(
        [lobbies.map((brief) => brief.code), new Set(seen.map(({ process }) => process)).size],
        [[code], 2],
      );
    }
    await seat.say("rubbish");
    const { id } = await host.hears("chat");

    // Whichever of the two runs it, one of these goes through the other.
    for (const [index, by] of admins.entries()) {
      const through = processes[index] as ParlorProcess;
      const look = await done<AdminNotices["look"]>(through, by, "GET", `/api/admin/lobbies/${code}`);
      assert.deepEqual(
        look.chat.map(({ text }) => text),
        ["rubbish"],
      );
      await done(through, by, "POST", `/api/admin/lobbies/${code}/announce`, { text: `hello ${index}` });
      await host.hears("notice", ({ text }) => text === `hello ${index}`);
      const { person } = await done<{ person: { name: string } }>(through, by, "GET", `/api/admin/people/${bob.id}`);
      assert.equal(person.name, "Bob");
    }
    const far = (await hereOf(admins, code)) === 0 ? 1 : 0;
    const [by, through] = [admins[far], processes[far]];
    await done(through, by, "POST", `/api/admin/lobbies/${code}/remove-line`, { message: id, why: "advert" });
    await host.hears("chat_removed", (removed) => removed.id === id);
    await done(through, by, "POST", `/api/admin/people/${bob.id}/sanctions`, { kind: "ban", reason: "spam" });
    assert.equal(await seat.closes(1000), closeCodes.banned);
    for (const process of processes) {
      assert.equal(await refusalOf(clientOf(process, bob.token).joinById(code)), "banned");
    }
    for (const watcher of watchers) await watcher.hears("audit", ({ action }) => action === "person.ban");
    await done(through, by, "POST", `/api/admin/lobbies/${code}/close`, { why: "over" });
    assert.equal(await host.closes(1000), closeCodes.lobbyDeleted);
  });

  /** Which of the processes runs a lobby: the other reads it from the store, which tells whether it sleeps. */
  const hereOf = async (admins: readonly Person[], code: string): Promise<number> => {
    const looks = await Promise.all(
      admins.map((by, n) =>
        done<AdminNotices["look"]>(processes[n] as ParlorProcess, by, "GET", `/api/admin/lobbies/${code}`),
      ),
    );
    return looks.findIndex(({ lobby }) => lobby !== null && !("asleep" in lobby));
  };
});
