import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { jwtSecret } from "../support/app.ts";
import { enterThrough, openQuestion, type Table } from "../support/chaos.ts";
import { newDirectory } from "../support/database.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";

const rounds = 2;

describe("a lobby whose process was killed", function () {
  this.timeout(120_000);
  let database: Database;
  let servers: ParlorProcess[] = [];
  let table: Table;
  let start: () => Promise<ParlorProcess>;

  before(async () => {
    const databaseUrl = await (await sharedPostgres()).newDatabase();
    start = async () =>
      ParlorProcess.start({
        port: await freePort(),
        dataDir: newDirectory(),
        databaseUrl,
        environment: { JWT_SECRET: jwtSecret },
      });
    servers = await Promise.all([start(), start(), start()]);
    database = await openDatabase({ dataDir: undefined, url: databaseUrl });
    const names = Array.from({ length: 10 }, (_, nth) => `Player ${nth + 1}`);
    table = await openQuestion(servers[0] as ParlorProcess, names, { topic: "space", count: 1, seconds: 120 });
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await database?.close();
  });

  it("is woken by one process only when all join at once through two, again and again", async () => {
    const { code, people } = table;
    let [runner, ...others] = servers as [ParlorProcess, ...ParlorProcess[]];
    for (let round = 1; round <= rounds; round++) {
      const asked = people[round];
      assert.ok(asked !== undefined);
      const [next] = await Promise.all([start(), runner.kill()]);
      servers.push(next);
      const tries = others.flatMap((server) =>
        people.map(async (person) => {
          try {
            return { server, seat: await enterThrough(server, person, code) };
          } catch (error) {
            return { server, error: error as Error };
          }
        }),
      );
      const outcomes = await Promise.all(tries);
      const woken = new Set(outcomes.filter(({ seat }) => seat !== undefined).map(({ server }) => server));
      assert.equal(woken.size, 1, "two processes gave out seats, or none did");
      const [winner] = [...woken] as [ParlorProcess];
      for (const { server, seat, error } of outcomes) {
        if (server === winner) assert.equal(seat?.state.code, code, error?.message);
        else assert.match(error?.message ?? "", /not_available|not available/i);
      }
      const { epoch } = await database.db
        .selectFrom("lobby")
        .select("epoch")
        .where("code", "=", code)
        .executeTakeFirstOrThrow();
      assert.equal(epoch, round + 1, "one step for each takeover");
      const seats = outcomes.flatMap(({ seat }) => seat ?? []);
      const question = seats[0]?.state.game.question.id;
      // Who has the seat by its newest connection answers; the question stays open for the rest.
      const seat = seats.find((one) => one.all("you").at(-1)?.player === asked.id && one.closedWith === 0);
      await seat?.ask("answer", { question, choice: 0 });
      await seats[0]?.sees("the answer", ({ players }) => players.get(asked.id)?.answered === true);
      others = [next, ...others.filter((server) => server !== winner)];
      runner = winner;
    }
    const events = await database.db
      .selectFrom("event")
      .select(["seq", "epoch"])
      .where("lobby", "=", code)
      .orderBy("seq")
      .execute();
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, index) => index + 1),
    );
    assert.deepEqual(
      [...new Set(events.map(({ epoch }) => epoch))],
      Array.from({ length: rounds + 1 }, (_, index) => index + 1),
    );
  });
});
