import assert from "node:assert/strict";
import { Redis } from "ioredis";
import { enterThrough, makeWhenReady, untilTrue } from "../support/chaos.ts";
import { newDirectory } from "../support/database.ts";
import { call } from "../support/http.ts";
import { clientOf, enter, guest, type Person, refusalOf } from "../support/people.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";
import type { Seat } from "../support/seat.ts";

/** Three processes with one Redis and one PostgreSQL; the tests follow a few lobbies through them. */
describe("three processes", function () {
  this.timeout(120_000);
  let redis: RedisServer;
  let listings: Redis;
  const processes = new Map<number, ParlorProcess>();
  let options: (port: number) => Parameters<typeof ParlorProcess.start>[0];

  before(async () => {
    const [server, databaseUrl] = await Promise.all([startRedis(), sharedPostgres().then((one) => one.newDatabase())]);
    redis = server;
    listings = new Redis(redis.url, { retryStrategy: () => 100 });
    listings.on("error", () => {});
    options = (port) => ({
      port,
      dataDir: newDirectory(),
      databaseUrl,
      environment: {
        REDIS_URL: redis.url,
        PUBLIC_ADDRESS: `127.0.0.1:${port}`,
      },
    });
    const ports = await Promise.all([freePort(), freePort(), freePort()]);
    await Promise.all(ports.map(async (port) => processes.set(port, await ParlorProcess.start(options(port)))));
  });
  after(async () => {
    await Promise.all([...processes.values()].map((process) => process.kill()));
    listings.disconnect();
    await redis.kill();
  });

  const all = (): readonly [ParlorProcess, ParlorProcess, ParlorProcess] =>
    [...processes.values()] as unknown as readonly [ParlorProcess, ParlorProcess, ParlorProcess];
  /** The process that runs a lobby, and the others. */
  const runnerOf = async (code: string) => {
    const listing = JSON.parse((await listings.hget("roomcaches", code)) ?? "{}") as { publicAddress?: string };
    const port = Number(listing.publicAddress?.split(":")[1]);
    const runner = processes.get(port);
    assert(runner !== undefined, `nobody has listed ${code}`);
    return { runner, port, others: all().filter((one) => one !== runner) };
  };
  const people = async (...names: readonly string[]): Promise<readonly Person[]> =>
    Promise.all(names.map((name, nth) => guest(all()[nth % 3] as ParlorProcess, name)));
  /** A question that is open, with people who came through each process. */
  const table = async (): Promise<{ code: string; persons: readonly Person[]; seats: readonly Seat[] }> => {
    const persons = await people("Ana", "Bo", "Cy");
    const code = await makeWhenReady(all()[0], persons[0] as Person, {
      topic: "space",
      count: 2,
      seconds: 60,
      public: true,
    });
    const seats = await Promise.all(persons.map((person) => enter(person, code)));
    await seats[0]?.ask("start", {});
    await Promise.all(seats.map((seat) => seat.sees("the question", ({ game }) => game.phase === "question")));
    return { code, persons, seats };
  };

  const listOf = async ({ url }: ParlorProcess) => {
    const response = await fetch(`${url}/api/lobbies?limit=100`);
    return { status: response.status, text: await response.text() };
  };

  it("are one server: a lobby is reached, talked in and played through each of them", async () => {
    const { seats } = await table();
    const question = seats[0]?.state.game.question.id;
    assert(seats.every((seat) => seat.state.game.question.id === question && seat.state.players.size === 3));
    await seats[1]?.say("hello from Bo");
    await Promise.all(seats.map((seat) => seat.hears("chat", ({ text }) => text === "hello from Bo")));
    await Promise.all(seats.map((seat) => seat.ask("answer", { question, choice: 0 })));
    await Promise.all(seats.map((seat) => seat.sees("the reveal", ({ game }) => game.phase === "reveal")));
    await Promise.all(seats.map((seat) => seat.leave()));
  });

  it("share new lobbies, each taking what it has least of", async () => {
    const [ana] = await people("Ana");
    const runners = new Set<number>();
    const seats: Seat[] = [];
    for (let n = 0; n < 12 && runners.size < 2; n++) {
      const code = await makeWhenReady(all()[0], ana as Person, {});
      runners.add((await runnerOf(code)).port);
      seats.push(await enter(ana as Person, code));
    }
    assert(runners.size >= 2, "one process has them all");
    await Promise.all(seats.map((seat) => seat.leave()));
  });

  it("let one person have twenty lobbies open in all, wherever they are made", async () => {
    const [dee] = await people("Dee");
    const { token } = dee as Person;
    const make = (nth: number) => call(all()[nth % 3] as ParlorProcess, "POST", "/api/lobbies", { token, body: {} });
    const made = await Promise.all(Array.from({ length: 20 }, (_, nth) => make(nth)));
    assert.deepEqual(new Set(made.map(({ status }) => status)), new Set([201]));
    assert.deepEqual(
      (await Promise.all([0, 1, 2].map(make))).map(({ code }) => code),
      Array(3).fill("too_fast"),
    );
    const close = ({ json }: (typeof made)[number], nth: number) =>
      call(all()[nth % 3] as ParlorProcess, "DELETE", `/api/lobbies/${json["code"] as string}`, { token });
    assert.equal((await close(made[0] as (typeof made)[number], 1)).status, 200);
    const another = await make(2);
    assert.equal(another.status, 201);
    await Promise.all([...made.slice(1), another].map(close));
  });

  it("lose nothing when the one that runs a lobby is killed in mid-question", async () => {
    const { code, persons, seats } = await table();
    const question = seats[0]?.state.game.question.id as string;
    await seats[1]?.ask("answer", { question, choice: 1 });
    const { runner, port, others } = await runnerOf(code);
    await runner.kill();
    await Promise.all(seats.map((seat) => seat.closes()));
    const killedAt = performance.now();
    const back = await Promise.all(
      persons.map(async (person, nth) => {
        let seat: Seat | undefined;
        await untilTrue(
          `${person.name} back`,
          async () => {
            seat = await enterThrough(others[nth % 2] as ParlorProcess, person, code).catch(() => undefined);
            return seat !== undefined;
          },
          10_000,
        );
        return seat as Seat;
      }),
    );
    const ms = Math.round(performance.now() - killedAt);
    console.log(`    back in the same seats ${ms} ms after the kill`);
    assert(ms < 5000, `it took ${ms} ms`);
    for (const seat of back) {
      assert.equal(seat.state.game.question.id, question);
      assert.equal(seat.state.players.size, 3);
    }
    assert.equal(back[1]?.all("you")[0]?.answer?.choice, 1);
    processes.set(port, await ParlorProcess.start(options(port)));
    // What the dead one had listed is cleared, or was taken over.
    await untilTrue("the listings of the dead", async () => {
      const rooms = Object.values(await listings.hgetall("roomcaches")).map((text) => JSON.parse(text) as object);
      const live = new Set((await listings.pubsub("CHANNELS", "p:*")) as string[]);
      return rooms.every((room) => live.has(`p:${(room as { processId: string }).processId}`));
    });
    await Promise.all(back.map((seat) => seat.leave()));
  });

  it("find a lobby through each of them after one stood still, lost it, and woke", async () => {
    const { code, persons, seats } = await table();
    const question = seats[0]?.state.game.question.id as string;
    await seats[1]?.ask("answer", { question, choice: 1 });
    const { runner, others } = await runnerOf(code);
    runner.freeze();
    const enter2 = async (at: ParlorProcess, nth: number): Promise<Seat> => {
      let seat: Seat | undefined;
      await untilTrue(
        `${persons[nth]?.name ?? ""} back`,
        async () => {
          seat = await enterThrough(at, persons[nth] as Person, code).catch(() => undefined);
          return seat !== undefined;
        },
        15_000,
      );
      return seat as Seat;
    };
    const back = [await enter2(others[0] as ParlorProcess, 0), await enter2(others[1] as ParlorProcess, 1)];
    runner.thaw();
    // What it believed to run it gives up; nothing of it stands in anybody's way.
    await Promise.all(seats.map((seat) => seat.closes(20_000)));
    back.push(await enter2(runner, 2));
    assert.equal((await runnerOf(code)).runner === runner, false);
    for (const seat of back) {
      assert.equal(seat.state.game.question.id, question);
      assert.equal(seat.state.players.size, 3);
    }
    assert.equal(back[1]?.all("you")[0]?.answer?.choice, 1);
    await back[2]?.say("all here");
    await Promise.all(back.map((seat) => seat.hears("chat", ({ text }) => text === "all here")));
    await Promise.all(back.map((seat) => seat.leave()));
  });

  it("go on playing while Redis is away, and find each other again when it is back", async () => {
    const { code, persons, seats } = await table();
    const question = seats[0]?.state.game.question.id as string;
    const { runner, others } = await runnerOf(code);
    await redis.kill();
    await seats[0]?.ask("answer", { question, choice: 0 });
    await seats[2]?.say("still here");
    await seats[1]?.hears("chat", ({ text }) => text === "still here");
    const asked = performance.now();
    const elsewhere = clientOf(others[0] as ParlorProcess, persons[0]?.token).joinById(code);
    assert.equal(await refusalOf(elsewhere), "not_available");
    assert(performance.now() - asked < 3000, "the refusal took too long");
    // What can't be known is refused, too, and asked for all the time meanwhile.
    const lists = await Promise.all(all().map(listOf));
    assert(lists.every(({ status, text }) => status === 503 && text.includes('"not_available"')));
    const directory = clientOf(others[0] as ParlorProcess, persons[0]?.token).joinOrCreate("directory");
    assert.equal(await refusalOf(directory), "not_available");
    // Where it runs nobody else has to be asked.
    await (await enterThrough(runner, persons[0] as Person, code)).say("me too");
    await redis.start();
    let seat: Seat | undefined;
    await untilTrue(
      "the lobby reached from elsewhere",
      async () => {
        seat = await enterThrough(others[1] as ParlorProcess, persons[1] as Person, code).catch(() => undefined);
        return seat !== undefined;
      },
      10_000,
    );
    assert.equal(seat?.state.game.question.id, question);
    for (const process of all()) {
      await untilTrue("the lists", async () => (await listOf(process)).text.includes(`"${code}"`), 10_000);
    }
    await Promise.all([seat?.leave(), seats[2]?.leave()]);
  });

  it("hand their lobbies over when they are stopped: nobody loses a seat, points or a question", async () => {
    const { code, persons, seats } = await table();
    const question = seats[0]?.state.game.question.id as string;
    const { runner, others } = await runnerOf(code);
    const stopped = runner.stop();
    // It waits for the question to be over, and takes answers until then.
    await Promise.all(seats.map((seat) => seat.ask("answer", { question, choice: 0 })));
    await Promise.all(seats.map((seat) => seat.closes(20_000)));
    const closedAt = performance.now();
    assert(seats.every((seat) => seat.closedWith === 4001));
    const back = await Promise.all(
      persons.map(async (person, nth) => {
        let seat: Seat | undefined;
        await untilTrue(`${person.name} back`, async () => {
          seat = await enterThrough(others[nth % 2] as ParlorProcess, person, code).catch(() => undefined);
          return seat !== undefined;
        });
        return seat as Seat;
      }),
    );
    console.log(`    the longest silence was ${Math.round(performance.now() - closedAt)} ms`);
    assert.equal(await stopped, 0);
    const before = new Map([...(seats[0]?.state.players.values() ?? [])].map(({ id, score }) => [id, score]));
    for (const seat of back) {
      for (const { id, score } of seat.state.players.values()) assert.equal(score, before.get(id));
      await seat.sees("the next question", ({ game }) => game.number === 2 && game.phase === "question", 20_000);
    }
    await Promise.all(back.map((seat) => seat.leave()));
  });

  it("count limits together", async () => {
    const refused: string[] = [];
    // Of one address 20 wrong codes a minute are looked up, wherever they are asked for. This comes last: afterwards
    // nobody of this address gets in anywhere for a while. One process has been stopped before.
    const running = all().filter(({ isThere }) => isThere);
    assert.equal(running.length, 2);
    const ana = await guest(running[0] as ParlorProcess, "Ana");
    for (let n = 0; n < 66; n++) {
      const client = clientOf(running[n % 2] as ParlorProcess, ana.token);
      refused.push(await refusalOf(client.joinById("22222")));
    }
    const tooFast = refused.filter((code) => code === "too_fast").length;
    assert(tooFast >= 40, `${tooFast} of 66 were refused`);
  });
});
