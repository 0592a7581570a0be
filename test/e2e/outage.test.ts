import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { openQuestion, type Table, untilTrue } from "../support/chaos.ts";
import { newDirectory } from "../support/database.ts";
import { startPostgres, type TestServer } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Trouble = {
  readonly name: string;
  readonly begin: (postgres: TestServer) => Promise<void>;
  readonly end: (postgres: TestServer) => Promise<void>;
};

/** Runs a statement as an operator who may still write does. */
const operate = async ({ url }: TestServer, ...statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: url, options: "-c default_transaction_read_only=off" });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

/** Whether a new connection may only read; then those that were open have been told, too. */
const onlyReads = async ({ url }: TestServer): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ readonly only: string }>(
    "select current_setting('default_transaction_read_only') as only",
  );
  await client.end();
  return rows[0]?.only === "on";
};

const troubles: readonly Trouble[] = [
  {
    name: "PostgreSQL is gone",
    begin: (postgres) => postgres.stop("immediate"),
    end: (postgres) => postgres.start(),
  },
  {
    name: "PostgreSQL only reads",
    begin: async (postgres) => {
      await operate(postgres, "alter system set default_transaction_read_only = on", "select pg_reload_conf()");
      await untilTrue("the server to only read", () => onlyReads(postgres));
    },
    end: (postgres) => operate(postgres, "alter system reset default_transaction_read_only", "select pg_reload_conf()"),
  },
];

const mebibytesOf = ({ pid }: ParlorProcess): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

for (const { name, begin, end } of troubles)
  describe(`a game while ${name}`, function () {
    this.timeout(120_000);
    let postgres: TestServer;
    let server: ParlorProcess;
    let table: Table;
    /** Asked in the outage, and whether anything came back. */
    let waiting: { readonly done: Promise<unknown>; isSettled: boolean }[];
    let left: number;
    let memory: number;

    before(async () => {
      postgres = await startPostgres();
      server = await ParlorProcess.start({
        port: await freePort(),
        dataDir: newDirectory(),
        databaseUrl: await postgres.newDatabase(),
      });
      table = await openQuestion(server, ["Ana", "Bo", "Cy"], { topic: "space", count: 2, seconds: 8 });
    });
    after(async () => {
      await server?.kill();
      await postgres?.remove();
    });

    const ask = (nth: number, type: "answer" | "chat", payload: object): void => {
      const seat = table.seats[nth] as Seat;
      const asked = { done: seat.room.request(type, payload, { timeout: 40_000 }), isSettled: false };
      asked.done.then(
        () => (asked.isSettled = true),
        () => (asked.isSettled = true),
      );
      waiting.push(asked);
    };
    const status = async (path: string, init?: RequestInit): Promise<number> =>
      (await fetch(`${server.url}${path}`, init)).status;
    const owner = (): Seat => table.seats[0] as Seat;

    it("shows that it waits, and acknowledges nothing", async () => {
      const question = owner().state.game.question.id;
      await owner().ask("answer", { question, choice: 1 });
      left = owner().state.game.phaseEndsAt - Date.now();
      memory = mebibytesOf(server);
      waiting = [];
      await begin(postgres);
      ask(1, "answer", { question, choice: 0 });
      await Promise.all(table.seats.map((seat) => seat.sees("the outage", ({ degraded }) => degraded)));
      await Promise.all(table.seats.map((seat) => seat.hears("notice", ({ code }) => code === "degraded")));
      for (let line = 1; line <= 3; line++) ask(2, "chat", { text: `${line} said in vain` });
      const { phaseEndsAt } = owner().state.game;
      await until("the question's old end", () => Date.now() > phaseEndsAt + 500, 20_000);
      assert.equal(owner().phase, "question");
      assert.ok(
        waiting.every(({ isSettled }) => !isSettled),
        "something was answered",
      );
      assert.ok(table.seats.every(({ closedWith }) => closedWith === 0));
    });

    it("is no place for new lobbies, and says so to its operator", async () => {
      const [ana] = table.people;
      const made = await fetch(`${server.url}/api/lobbies`, {
        method: "POST",
        headers: { authorization: `Bearer ${ana?.token}`, "content-type": "application/json" },
        body: "{}",
      });
      assert.equal(made.status, 503);
      assert.equal(((await made.json()) as { error: { code: string } }).error.code, "not_available");
      await untilTrue("not to be ready", async () => (await status("/health/ready")) === 503);
      assert.equal(await status("/health/live"), 200);
      assert.ok(mebibytesOf(server) - memory < 64, `grew from ${memory} to ${mebibytesOf(server)} MiB`);
    });

    it("goes on when that is over: the question has its time back, and nothing is lost", async () => {
      const { seats } = table;
      await end(postgres);
      const mended = performance.now();
      await Promise.all(waiting.slice(0, 1).map(({ done }) => done));
      assert.ok(performance.now() - mended < 5000, `went on after ${performance.now() - mended} ms`);
      await Promise.all(seats.map((seat) => seat.sees("the recovery", ({ degraded }) => !degraded)));
      await Promise.all(seats.map((seat) => seat.hears("notice", ({ code }) => code === "recovered")));
      assert.equal(owner().phase, "question");
      const has = await until("the time given back", () => {
        const ms = owner().state.game.phaseEndsAt - Date.now();
        return ms > 0 && ms;
      });
      assert.ok(has > left - 1500 && has <= left + 1500, `${has} ms left, and ${left} before`);
      const question = owner().state.game.question.id;
      await seats[2]?.ask("answer", { question, choice: 2 });
      const results = await Promise.all(seats.map((seat) => seat.hears("result")));
      assert.deepEqual(
        results.map(({ choice }) => choice),
        [1, 0, 2],
      );
      // Lines may be refused as too fast, but none stays without an answer.
      await Promise.allSettled(waiting.map(({ done }) => done));
      assert.ok(seats.every(({ closedWith }) => closedWith === 0));
      await untilTrue("to be ready again", async () => (await status("/health/ready")) === 200);
    });
  });
