import assert from "node:assert/strict";
import { Redis } from "ioredis";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { enterThrough, untilTrue } from "../support/chaos.ts";
import { newDirectory } from "../support/database.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";
import type { Seat } from "../support/seat.ts";

const nextVersion = new URL("../support/next-version.ts", import.meta.url).href;

/** As in the middle of an upgrade: two processes of one server, of which one is a version newer. */
describe("a lobby between two versions", function () {
  this.timeout(120_000);
  let redis: RedisServer;
  let listings: Redis;
  let database: Database;
  let start: (version: "present" | "next") => Promise<ParlorProcess>;
  let older: ParlorProcess;
  let newer: ParlorProcess;
  let ana: Person;
  let bo: Person;
  let code: string;

  before(async () => {
    const [server, databaseUrl] = await Promise.all([startRedis(), sharedPostgres().then((one) => one.newDatabase())]);
    redis = server;
    listings = new Redis(redis.url);
    start = async (version) => {
      const port = await freePort();
      const environment = { REDIS_URL: redis.url, PUBLIC_ADDRESS: `127.0.0.1:${port}` };
      const newest = version === "next" ? { NODE_OPTIONS: `--import=${nextVersion}` } : {};
      return ParlorProcess.start({
        port,
        dataDir: newDirectory(),
        databaseUrl,
        environment: { ...environment, ...newest },
      });
    };
    older = await start("present");
    database = await openDatabase({ dataDir: undefined, url: databaseUrl });
    ana = await guest(older, "Ana");
    bo = await guest(older, "Bo");
  });
  after(async () => {
    await Promise.all([older?.kill(), newer?.kill()]);
    listings?.disconnect();
    await database?.close();
    await redis?.kill();
  });

  const both = (at: ParlorProcess): Promise<readonly [Seat, Seat]> => Promise.all([backAt(at, ana), backAt(at, bo)]);
  const backAt = async (at: ParlorProcess, person: Person): Promise<Seat> => {
    let seat: Seat | undefined;
    await untilTrue(
      `${person.name} back`,
      async () => {
        seat = await enterThrough(at, person, code).catch(() => undefined);
        return seat !== undefined;
      },
      30_000,
    );
    return seat as Seat;
  };
  const rowOf = () => database.db.selectFrom("lobby").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
  const typesOf = async (): Promise<readonly string[]> => {
    const rows = await database.db
      .selectFrom("event")
      .select("data")
      .where("lobby", "=", code)
      .orderBy("seq")
      .execute();
    return rows.map(({ data }) => (data as { readonly type: string }).type);
  };
  const linesOf = async (seat: Seat): Promise<readonly string[]> =>
    ((await seat.ask("history", {})) as readonly { readonly text: string }[]).map(({ text }) => text);

  it("goes on in the newer one, which reads what the older one has written", async () => {
    code = await makeLobby(ana, {});
    const seats = await Promise.all([enter(ana, code), enter(bo, code)]);
    await seats[1].say("an old line");
    newer = await start("next");
    await older.kill();
    const restarted = start("present");
    const [first, second] = await both(newer);
    await second.say("a new line");
    assert.deepEqual(await linesOf(first), ["an old line", "a new line"]);
    // A client learns from the process itself what it is shown.
    assert.equal((first.state as unknown as { readonly next: string }).next, "new");
    assert((await typesOf()).includes("spoken"));
    older = await restarted;
  });

  it("is left alone by the older one, which would misread it, and woken by a newer one that it asks", async () => {
    await newer.kill();
    const [before, events] = [await rowOf(), await typesOf()];
    for (let n = 0; n < 3; n++) assert.equal(await refusalOf(enterThrough(older, ana, code)), "not_available");
    assert.deepEqual([await rowOf(), await typesOf()], [before, events]);
    newer = await start("next");
    const [first, second] = await both(older);
    const listing = JSON.parse((await listings.hget("roomcaches", code)) ?? "{}") as { readonly publicAddress: string };
    assert.equal(`http://${listing.publicAddress}`, newer.url);
    await second.say("another new line");
    await first.hears("chat", ({ text }) => text === "another new line");
    assert.deepEqual(await linesOf(first), ["an old line", "a new line", "another new line"]);
  });
});
