import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { mayComeBack } from "../../src/protocol/close-codes.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { enterThrough, openQuestion, type Table, untilTrue } from "../support/chaos.ts";
import { newDirectory } from "../support/database.ts";
import { jwtSecret } from "../support/app.ts";
import { refusalOf } from "../support/people.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import type { Seat } from "../support/seat.ts";

const wrongClock = new URL("../support/wrong-clock.ts", import.meta.url).href;
const minutesMs = 5 * 60_000;

/**
 * Two processes on one PostgreSQL server, with clocks that are ten minutes apart; the tests follow one lobby from the
 * one to the other and back.
 */
describe("a lobby whose process stands still", function () {
  this.timeout(120_000);
  let a: ParlorProcess;
  let b: ParlorProcess;
  let database: Database;
  let table: Table;
  let woken: readonly Seat[];
  /** Asked of the process that stands still, and answered by it at most when it goes on. */
  let late: Promise<string>;

  before(async () => {
    const databaseUrl = await (await sharedPostgres()).newDatabase();
    const start = async (wrongBy: number): Promise<ParlorProcess> =>
      ParlorProcess.start({
        port: await freePort(),
        dataDir: newDirectory(),
        databaseUrl,
        environment: {
          JWT_SECRET: jwtSecret,
          NODE_OPTIONS: `--import=${wrongClock}`,
          CLOCK_WRONG_BY: String(wrongBy),
        },
      });
    [a, b] = await Promise.all([start(minutesMs), start(-minutesMs)]);
    database = await openDatabase({ dataDir: undefined, url: databaseUrl, log: logOf("silent") });
    table = await openQuestion(a, ["Ana", "Bo", "Cy"], { topic: "space", count: 2, seconds: 60 });
  });
  after(async () => {
    await Promise.all([a?.kill(), b?.kill()]);
    await database?.close();
  });

  const question = (): string => (table.seats[0] as Seat).state.game.question.id;
  /** How long the question stays open, by the clock of the database. */
  const leftOf = (seat: Seat): number => seat.state.game.phaseEndsAt - Date.now();
  const outcomeOf = (asked: Promise<unknown>): Promise<string> =>
    asked.then(
      () => "acknowledged",
      () => "not acknowledged",
    );
  const eventsOf = () =>
    database.db.selectFrom("event").selectAll().where("lobby", "=", table.code).orderBy("seq").execute();

  it("is not taken from a process that answers", async () => {
    const [ana, bo] = table.people;
    assert.ok(ana !== undefined && bo !== undefined);
    await table.seats[0]?.ask("answer", { question: question(), choice: 1 });
    assert.equal(await refusalOf(enterThrough(b, bo, table.code)), "not_available");
    assert.equal(table.seats[1]?.closedWith, 0);
  });

  it("is woken by another one, with the same seats, question and answers", async () => {
    const { seats, people, code } = table;
    const asked = question();
    const choices = [...(seats[0] as Seat).state.game.question.choices];
    const left = leftOf(seats[0] as Seat);
    assert.ok(left > 0 && left < 61_000, `a question of 60 s is open for ${left} ms`);
    a.freeze();
    late = outcomeOf((seats[2] as Seat).room.request("answer", { question: asked, choice: 2 }, { timeout: 30_000 }));
    await untilTrue("the lease to lapse", async () => {
      const alive = await database.db
        .selectFrom("process")
        .select("address")
        .where("lease_until", ">", (eb) => eb.fn("now"))
        .execute();
      return alive.every(({ address }) => !a.url.endsWith(address));
    });
    woken = await Promise.all(people.map((person) => enterThrough(b, person, code)));
    for (const [nth, seat] of woken.entries()) {
      const welcome = seat.all("you").at(-1);
      assert.equal(welcome?.player, people[nth]?.id);
      assert.deepEqual(welcome?.answer, nth === 0 ? { question: asked, choice: 1 } : null);
      assert.equal(seat.state.game.question.id, asked);
      assert.deepEqual([...seat.state.game.question.choices], choices);
    }
    const change = leftOf(woken[0] as Seat) - left;
    assert.ok(Math.abs(change) < 5000, `the question has ${change} ms more than before`);
    await woken[0]?.sees("three seats", ({ players }) => players.size === 3);
    const again = (woken[0] as Seat).ask("answer", { question: asked, choice: 3 });
    assert.equal(await refusalOf(again), "already_answered");
    await woken[1]?.ask("answer", { question: asked, choice: 0 });
  });

  it("is let go by the first one when that goes on: it acknowledges and writes nothing, and says come back", async () => {
    a.thaw();
    const codes = await Promise.all(table.seats.map((seat) => seat.closes(8000)));
    assert.ok(codes.every(mayComeBack), `closed with ${codes.join(", ")}`);
    assert.equal(await late, "not acknowledged");
    const events = await eventsOf();
    const from = events.findIndex(({ epoch }) => epoch === 2);
    assert.ok(from > 0);
    assert.ok(events.slice(from).every(({ epoch }) => epoch === 2));
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, index) => index + 1),
    );
    const stood = events[from]?.at ?? new Date(0);
    assert.ok(events.slice(0, from).every(({ at }) => at <= stood));
  });

  it("is not stolen back while the second one runs it", async () => {
    const [, , cy] = table.people;
    assert.ok(cy !== undefined);
    assert.equal(await refusalOf(enterThrough(a, cy, table.code)), "not_available");
    await woken[2]?.say("still here");
    assert.ok(woken.every(({ closedWith }) => closedWith === 0));
    assert.deepEqual([...new Set((await eventsOf()).map(({ epoch }) => epoch))], [1, 2]);
  });

  it("goes back to the first one once the second has given it up", async () => {
    const asked = (woken[2] as Seat).state.game.question.id;
    assert.equal(await b.stop(), 0);
    const codes = await Promise.all(woken.map((seat) => seat.closes()));
    assert.ok(codes.every(mayComeBack), `closed with ${codes.join(", ")}`);
    const back = await Promise.all(table.people.map((person) => enterThrough(a, person, table.code)));
    assert.deepEqual(
      back.map((seat) => seat.all("you").at(-1)?.answer?.choice),
      [1, 0, undefined],
    );
    await back[2]?.ask("answer", { question: asked, choice: 3 });
    const results = await Promise.all(back.map((seat) => seat.hears("result")));
    assert.deepEqual(
      results.map(({ choice }) => choice),
      [1, 0, 3],
    );
    assert.deepEqual([...new Set((await eventsOf()).map(({ epoch }) => epoch))], [1, 2, 3]);
  });
});
