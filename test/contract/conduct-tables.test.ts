import assert from "node:assert/strict";
import { connectDatabase } from "../../src/database/connect.ts";
import { migrate } from "../../src/database/migrate.ts";
import { sqlAudit } from "../../src/audit/sql.ts";
import { sqlConduct } from "../../src/conduct/sql.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { ana, ban, now } from "../support/conduct.ts";
import { sharedPostgres } from "../support/postgres.ts";

describe("the tables of conduct", () => {
  it("come to a database that is in use", async () => {
    const url = await (await sharedPostgres()).newDatabase();
    const { db, close } = await connectDatabase({ dataDir: undefined, url, log: logOf("silent") });
    await migrate(db, "0007_hardness");
    await db.insertInto("account").values({ id: ana, name: "Ana", email: "ana@example.org" }).execute();
    await migrate(db);
    const conduct = sqlConduct(db);
    await conduct.impose(ban("b"));
    const [person] = await conduct.people("ana@", { limit: 5 }, now);
    assert.deepEqual([person?.registered, person?.banned], [true, true]);
    assert.deepEqual(await sqlAudit(db).verify(), { entries: 0, brokenAt: null });
    await close();
  }).timeout(60_000);
});
