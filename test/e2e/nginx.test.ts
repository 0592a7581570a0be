import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { untilTrue } from "../support/chaos.ts";
import { newDirectory } from "../support/database.ts";
import { figuresIn, queries } from "../support/figures.ts";
import { call } from "../support/http.ts";
import { type Proxy, startProxy } from "../support/nginx.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { sharedPostgres } from "../support/postgres.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";
import { scrape } from "../support/scrape.ts";
import type { Seat } from "../support/seat.ts";

const secrets = {
  JWT_SECRET: "jwt-hush-0123456789-0123456789-0123",
  ADMIN_PASSWORD: "admin-hush-0123456789",
  OPENAI_API_KEY: "sk-hush-0123456789",
} as const;
const password = "player-hush-0123456789";

/** What compose.yaml starts, as plain processes: everybody comes by one address, through deploy/nginx. */
describe("two processes behind the proxy that we deploy", function () {
  this.timeout(120_000);
  let redis: RedisServer;
  let listings: Redis;
  let proxy: Proxy;
  let site: { readonly url: string };
  const processes = new Map<string, ParlorProcess>();
  let startOne: (name: string) => Promise<void>;
  const said: string[] = [];
  const tokens: string[] = [];

  before(async () => {
    const [server, databaseUrl] = await Promise.all([startRedis(), sharedPostgres().then((one) => one.newDatabase())]);
    redis = server;
    listings = new Redis(redis.url, { retryStrategy: () => 100 });
    listings.on("error", () => {});
    const ports = new Map([
      ["p1", await freePort()],
      ["p2", await freePort()],
    ]);
    proxy = await startProxy(async (tls) => {
      startOne = async (name) => {
        const port = ports.get(name) as number;
        const environment = {
          REDIS_URL: redis.url,
          PUBLIC_URL: `https://127.0.0.1:${tls}`,
          PUBLIC_ADDRESS: `127.0.0.1:${tls}/${name}`,
          INTERNAL_ADDRESS: `127.0.0.1:${port}`,
          TRUST_PROXY: "true",
          LOG_LEVEL: "trace",
          // Nobody is there: what the model's client says of that is in the log, too.
          OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
          OPENAI_MODERATION: "post",
          ...secrets,
        };
        processes.set(name, await ParlorProcess.start({ port, dataDir: newDirectory(), databaseUrl, environment }));
      };
      await Promise.all([startOne("p1"), startOne("p2")]);
      return new Map([
        ["game1:2567", ports.get("p1") as number],
        ["game2:2567", ports.get("p2") as number],
      ]);
    });
    site = { url: `https://127.0.0.1:${proxy.tls}` };
  });
  after(async () => {
    await Promise.all([...processes.values()].map((process) => process.kill()));
    listings.disconnect();
    await Promise.all([proxy.stop(), redis.kill()]);
  });

  const processOf = (name: string) => processes.get(name) as ParlorProcess;
  const come = async (name: string): Promise<Person> => {
    const person = await guest(site, name);
    tokens.push(person.token);
    return person;
  };
  /** The path of the process that runs a lobby. */
  const runnerOf = async (code: string): Promise<string> => {
    const { publicAddress } = JSON.parse((await listings.hget("roomcaches", code)) ?? "{}") as {
      publicAddress?: string;
    };
    return publicAddress?.split("/")[1] ?? "";
  };
  const back = async (person: Person, code: string): Promise<Seat> => {
    const again = { ...person, client: clientOf(site, person.token) };
    const refusals: string[] = [];
    // With pauses as the portal makes them: who hurries too much is told to wait.
    for (let pauseMs = 50; refusals.length < 8; pauseMs *= 2) {
      try {
        return await enter(again, code);
      } catch (error) {
        refusals.push((error as Error).message);
        await delay(pauseMs);
      }
    }
    throw new Error(`${person.name} can't come back: ${refusals.join(", ")}`);
  };

  it("meet in a lobby whichever process runs it, by its path", async () => {
    const [ana, ben] = await Promise.all([come("Ana"), come("Ben")]);
    const runners = new Set<string>();
    const seats: Seat[] = [];
    for (let n = 0; n < 12 && runners.size < 2; n++) {
      const code = await makeLobby(ana, {});
      const runner = await runnerOf(code);
      runners.add(runner);
      const pair = await Promise.all([enter(ana, code), enter(ben, code)]);
      await pair[0].say(`hello from ${runner}`);
      await pair[1].hears("chat", ({ text }) => text === `hello from ${runner}`);
      seats.push(...pair);
      // Where there are the fewest people is known once a second.
      await untilTrue("that all are counted", async () => {
        const counts = Object.values(await listings.hgetall("roomcount")).map((text) => Number(text.split(",")[1]));
        return counts.reduce((sum, count) => sum + count, 0) === seats.length;
      });
    }
    assert.deepEqual([...runners].toSorted(), ["p1", "p2"]);
    await Promise.all(seats.map((seat) => seat.leave()));
    const paths = proxy.accessLog().match(/GET \/p[12]\//g) ?? [];
    assert.deepEqual([...new Set(paths)].toSorted(), ["GET /p1/", "GET /p2/"]);
  });

  it("show the world nothing but the site", async () => {
    for (const path of ["/metrics", "/p1/metrics", "/p2/metrics", "/p3/api/lobbies", "/p9/"]) {
      assert.equal((await call(site, "GET", path)).status, 404, path);
    }
    assert.equal((await call(site, "GET", "/p2/api/lobbies")).status, 200);
    const plain = await fetch(`http://127.0.0.1:${proxy.plain}/l/ABCDE?x=1`, { redirect: "manual" });
    assert.deepEqual([plain.status, plain.headers.get("location")], [308, "https://127.0.0.1/l/ABCDE?x=1"]);
    assert.match((await call(site, "GET", "/")).headers.get("strict-transport-security") ?? "", /max-age/);
  });

  it("have figures for every query of the dashboard and the alerts", async () => {
    const { names } = await scrape(processOf("p1"));
    const asked = new Set(queries().flatMap((query) => figuresIn(query).map(({ name }) => name)));
    assert(asked.size > 30);
    for (const name of asked) assert(name === "up" || names.has(name), `there is no ${name}`);
  });

  it("lose nobody when one of them is killed: all come back by the same address", async () => {
    const people = await Promise.all([come("Ana"), come("Ben"), come("Cy")]);
    const [ana, ben] = people;
    const code = await makeLobby(ana, { source: "bank", count: 2, seconds: 60 });
    const seats = await Promise.all(people.map((person) => enter(person, code)));
    await seats[0]?.ask("start", {});
    await Promise.all(seats.map((seat) => seat.sees("the question", ({ game }) => game.phase === "question")));
    const question = seats[0]?.state.game.question.id as string;
    await seats[1]?.ask("answer", { question, choice: 1 });
    const runner = await runnerOf(code);
    await processOf(runner).kill();
    said.push(...processOf(runner).said);
    await Promise.all(seats.map((seat) => seat.closes()));
    const killedAt = performance.now();
    const again = await Promise.all(people.map((person) => back(person, code)));
    console.log(`    back through the proxy ${Math.round(performance.now() - killedAt)} ms after the kill`);
    assert(again.every(({ state }) => state.game.question.id === question && state.players.size === 3));
    assert.equal(again[people.indexOf(ben)]?.all("you")[0]?.answer?.choice, 1);
    assert.notEqual(await runnerOf(code), runner);
    await startOne(runner);
    await Promise.all(again.map((seat) => seat.leave()));
  });

  it("stay ready while Redis is away, and say so", async () => {
    const ready = () => call(processOf("p1"), "GET", "/health/ready");
    await redis.kill();
    await untilTrue("that it is known", async () => (await ready()).json["redis"] === "away");
    const { status, json } = await ready();
    assert.deepEqual([status, json["ready"], json["database"]], [200, true, "well"]);
    const { series, sum } = await scrape(processOf("p1"));
    assert.equal(sum("parlor_redis_up"), 0);
    assert(!series.has("parlor_redis_ping_seconds"));
    await redis.start();
    await untilTrue("that it is back", async () => (await ready()).json["redis"] === "well");
    // They are known to each other again, though nothing has happened since.
    await untilTrue("both counted", async () => (await listings.hlen("roomcount")) === 2);
  });

  it("make lobbies without a pause while one of them is stopped", async () => {
    const [ana, ben] = await Promise.all([come("Ana"), come("Ben")]);
    const code = await makeLobby(ana, { source: "bank", count: 1, seconds: 60 });
    const seats = await Promise.all([enter(ana, code), enter(ben, code)]);
    await seats[0].ask("start", {});
    await seats[0].sees("the question", ({ game }) => game.phase === "question");
    const runner = await runnerOf(code);
    const leaving = processOf(runner);
    const stopped = leaving.stop();
    await untilTrue(
      "that it says so",
      async () => (await call(leaving, "GET", "/health/ready")).json["draining"] === true,
    );
    assert.equal((await call(leaving, "GET", "/health/ready")).status, 503);
    assert.equal((await call(leaving, "GET", "/health/live")).status, 200);
    for (let n = 0; n < 6; n++) assert.notEqual(await runnerOf(await makeLobby(ben, {})), runner);
    const question = seats[0].state.game.question.id;
    await Promise.all(seats.map((seat) => seat.ask("answer", { question, choice: 0 })));
    await Promise.all(seats.map((seat) => seat.closes(10_000)));
    const again = await Promise.all([back(ana, code), back(ben, code)]);
    assert.equal(await stopped, 0);
    assert(again.every(({ state }) => state.players.size === 2));
    said.push(...leaving.said);
    await Promise.all(again.map((seat) => seat.leave()));
  });

  it("count by the address that the proxy sees, whatever a client says of it", async () => {
    const { token } = await come("Dan");
    const codes: string[] = [];
    for (let n = 0; n < 24; n++) {
      const headers = { "x-forwarded-for": `10.0.0.${n}` };
      codes.push((await call(site, "POST", "/matchmake/joinById/22222", { token, body: {}, headers })).code);
    }
    assert.deepEqual([codes[0], codes.at(-1)], ["lobby_not_found", "too_fast"]);
  });

  it("have written no secret into any log", async () => {
    const email = "ana@example.org";
    const { client } = await come("Ana");
    await client.auth.registerWithEmailAndPassword(email, password, { name: "Ana" });
    tokens.push(client.auth.token as string);
    await refusalOf(clientOf(site, "eyJhbGciOiJIUzI1NiJ9.e30.forged-hush").joinById("ABCDE"));
    for (const process of processes.values()) said.push(...process.said);
    const all = `${said.join("\n")}\n${proxy.accessLog()}`;
    assert(said.length > 100 && all.includes("a request was answered"), `${said.length} lines`);
    const found = [...Object.values(secrets), password, "forged-hush", ...tokens].filter((one) => all.includes(one));
    assert.deepEqual(found, []);
    assert(!/eyJ[\w-]{10,}\./.test(all), "a token");
    assert(!/sessionId|_authToken/.test(all), "a query");
  });
});
