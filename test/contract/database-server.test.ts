import assert from "node:assert/strict";
import { createServer, type AddressInfo } from "node:net";
import { sql } from "kysely";
import { ConfigError } from "../../src/config.ts";
import { openDatabase } from "../../src/database/database.ts";
import { Outage } from "../../src/journal/journal.ts";
import { startPostgres, type TestServer } from "../support/postgres.ts";

const limits = { queryMs: 300, idleMs: 300 };

describe("database on a server", () => {
  let server: TestServer;
  before(async function () {
    this.timeout(120_000);
    server = await startPostgres();
  });
  after(() => server.remove());

  it("is set up once by processes that start at the same time", async () => {
    const url = await server.newDatabase();
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ dataDir: undefined, url })));
    await Promise.all(opened.map((database) => database.ping()));
    await Promise.all(opened.map((database) => database.close()));
  });

  it("is out while the server is down, and comes back with it", async function () {
    this.timeout(120_000);
    const database = await openDatabase({ dataDir: undefined, url: await server.newDatabase() });
    const { db } = database;
    const lobby = { status: "open", owner: "o", public: true, listing: "{}" };
    await db
      .insertInto("lobby")
      .values({ ...lobby, code: "STAYS" })
      .execute();

    const running = assert.rejects(sql`select pg_sleep(4)`.execute(db), Outage);
    let inside = (): void => {};
    const isInside = new Promise<void>((resolve) => (inside = resolve));
    let goOn = (): void => {};
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    const cut = assert.rejects(
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto("lobby")
          .values({ ...lobby, code: "GOES" })
          .execute();
        inside();
        await mayGoOn;
        await sql`select 1`.execute(trx);
      }),
      Outage,
    );
    await isInside;
    await server.stop("immediate");
    goOn();
    await running;
    await cut;
    await assert.rejects(database.ping(), Outage);
    await assert.rejects(openDatabase({ dataDir: undefined, url: server.url }), Outage);

    await server.start();
    await Promise.all(Array.from({ length: 20 }, () => database.ping()));
    assert.deepEqual(await db.selectFrom("lobby").select("code").execute(), [{ code: "STAYS" }]);
    await database.close();
  });

  it("gives up a query that takes too long, and a server that does not answer", async function () {
    this.timeout(120_000);
    const database = await openDatabase({ dataDir: undefined, url: await server.newDatabase(), limits });
    await assert.rejects(sql`select pg_sleep(20)`.execute(database.db), Outage);
    await database.ping();
    await database.close();

    const silent = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as AddressInfo;
    const start = performance.now();
    await assert.rejects(openDatabase({ dataDir: undefined, url: `postgres://x@127.0.0.1:${port}/x` }), Outage);
    assert.ok(performance.now() - start < 3000);
    silent.close();
  });

  it("says what the operator must mend when the server does not let us in", async () => {
    const url = server.url.replace(/postgres$/, "nowhere");
    await assert.rejects(
      openDatabase({ dataDir: undefined, url }),
      (error) => error instanceof ConfigError && /DATABASE_URL: database "nowhere" does not exist/.test(error.message),
    );
  });
});
