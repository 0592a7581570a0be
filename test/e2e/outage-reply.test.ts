import assert from "node:assert/strict";
import { openDatabase } from "../../src/database/database.ts";
import { openQuestion } from "../support/chaos.ts";
import { type LosingProxy, losingProxy } from "../support/chaos-proxy.ts";
import { newDirectory } from "../support/database.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";

/** How often a reply is lost. */
const times = 8;

type Stored = { readonly type: string; readonly text?: string; readonly event?: { readonly type: string } };

describe("a database whose replies are lost", function () {
  this.timeout(120_000);
  let url: string;
  let proxy: LosingProxy;
  let server: ParlorProcess;

  before(async () => {
    url = await (await sharedPostgres()).newDatabase();
    proxy = await losingProxy(url);
    server = await ParlorProcess.start({ port: await freePort(), dataDir: newDirectory(), databaseUrl: proxy.url });
  });
  after(async () => {
    await server?.kill();
    await proxy?.close();
  });

  it("keeps each line, answer and game once, and all are acknowledged", async () => {
    const { code, seats } = await openQuestion(server, ["Ana", "Bo"], { topic: "space", count: 1, seconds: 60 });
    const [ana, bo] = seats;
    assert.ok(ana !== undefined && bo !== undefined);
    for (let n = 1; n <= times; n++) {
      // In turns, as nobody may write too fast.
      const speaker = n % 2 === 0 ? ana : bo;
      proxy.loseReplyTo("insert into event");
      await speaker.say(`line ${n}`);
      assert.equal(proxy.lost(), n);
    }
    const question = ana.state.game.question.id;
    proxy.loseReplyTo("insert into event");
    await ana.ask("answer", { question, choice: 0 });
    // Together with the game's last events the boards are written: here it is the commit whose reply is lost.
    await bo.ask("answer", { question, choice: 1 });
    await ana.ask("skip");
    proxy.loseReplyTo("commit");
    await ana.ask("skip");
    await ana.sees("the podium", ({ game: { phase } }) => phase === "podium");
    assert.equal(proxy.lost(), times + 2);
    for (const seat of seats) assert.equal(seat.closedWith, 0);

    const { db, close } = await openDatabase({ dataDir: undefined, url });
    const rows = await db.selectFrom("event").selectAll().where("lobby", "=", code).orderBy("seq").execute();
    const events = rows.map(({ data }) => data as Stored);
    assert.deepEqual(
      rows.map(({ seq, epoch }) => [seq, epoch]),
      rows.map((_, index) => [index + 1, 1]),
    );
    assert.deepEqual(
      events.filter(({ type }) => type === "chatted").map(({ text }) => text),
      Array.from({ length: times }, (_, index) => `line ${index + 1}`),
    );
    assert.equal(events.filter(({ event }) => event?.type === "answered").length, 2);
    assert.equal(events.filter(({ type }) => type === "game_completed").length, 1);
    const tallies = await db.selectFrom("tally").select(["period", "games"]).where("period", "=", "all").execute();
    assert.deepEqual(
      tallies.map(({ games }) => games),
      [1, 1],
    );
    await close();
  });
});
