import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sharedPostgres } from "../test/support/postgres.ts";
import { freePort } from "../test/support/process.ts";
import { startRedis } from "../test/support/redis.ts";
import { Crew } from "./crew.ts";
import { shown } from "./figures.ts";
import { makeAll, seat, signInAll } from "./measuring.ts";
import { tableOf } from "./print.ts";
import { type ServerProcess, startParlor } from "./server-process.ts";
import { type StoreFigures, storeReader } from "./store-figures.ts";

/**
 * `node loadtest/stores.ts`: what each kind of work costs Redis and PostgreSQL, with two processes of one server, and
 * what it costs them all that so many lobbies are listed. The inputs of docs/scale.md. `--lobbies 20 --players 8`
 */

const { values } = parseArgs({
  options: {
    lobbies: { type: "string", default: "20" },
    players: { type: "string", default: "8" },
    questions: { type: "string", default: "5" },
    listed: { type: "string", default: "1000,12500,100000" },
  },
});
const [lobbies, players, questions] = [values.lobbies, values.players, values.questions].map(Number) as [
  number,
  number,
  number,
];
const settleMs = 1500;

const [redisServer, postgres] = await Promise.all([startRedis(), sharedPostgres()]);
const database = await postgres.newDatabase();
const start = async (): Promise<ServerProcess> => {
  const port = await freePort();
  return startParlor({
    PORT: String(port),
    PUBLIC_ADDRESS: `127.0.0.1:${port}`,
    REDIS_URL: redisServer.url,
    DATABASE_URL: database,
    MAX_LOBBIES: "100000",
    LOG_LEVEL: "error",
  });
};
const servers = [await start(), await start()] as const;
const crew = new Crew(1);
const stores = await storeReader(redisServer.url, database);

type Figures = StoreFigures & { readonly cpuUs: number };

const read = async (): Promise<Figures> => {
  const usages = await Promise.all(servers.map((server) => server.usage()));
  return { ...(await stores.read()), cpuUs: usages.reduce((sum, usage) => sum + usage.cpuUs, 0) };
};

const fields = ["cpuUs", "redisCommands", "redisBytes", "redisCpuUs", "commits", "walBytes", "postgresCpuUs"] as const;
type Costs = Readonly<Record<(typeof fields)[number], number>>;
type Cost = Costs & { readonly seconds: number; readonly byName: ReadonlyMap<string, number> };

/** What it cost, without what the processes do anyway in as much time. */
const costOf = async (act: () => Promise<unknown>, idle?: Cost): Promise<Cost> => {
  const before = await read();
  const began = performance.now();
  await act();
  await wait(settleMs);
  const seconds = (performance.now() - began) / 1000;
  const after = await read();
  const costs = fields.map((field) => {
    const meanwhile = idle === undefined ? 0 : (idle[field] * seconds) / idle.seconds;
    return [field, after[field] - before[field] - meanwhile] as const;
  });
  const names = Object.entries(after.byName).map(([name, calls]) => {
    const meanwhile = idle === undefined ? 0 : ((idle.byName.get(name) ?? 0) * seconds) / idle.seconds;
    return [name, calls - (before.byName[name] ?? 0) - meanwhile] as const;
  });
  return { ...(Object.fromEntries(costs) as Record<(typeof fields)[number], number>), seconds, byName: new Map(names) };
};

const per = (costs: Costs, units: number): Costs =>
  Object.fromEntries(fields.map((field) => [field, costs[field] / units])) as unknown as Costs;

const rows: string[][] = [];
const row = (name: string, cost: Cost, units: number): void => {
  const each = per(cost, units);
  const most = [...cost.byName].toSorted(([, a], [, b]) => b - a).filter(([, calls]) => calls / units > 0.05);
  const names = most.slice(0, 6).map(([command, calls]) => `${(calls / units).toFixed(1)} ${command}`);
  rows.push([name, ...fields.map((field) => shown(Math.max(0, each[field]))), names.join(", ")]);
};

const idle = await costOf(() => wait(10_000));
row("nothing, a process and second", idle, idle.seconds * servers.length);

// Everybody is asked through the first process; half of the lobbies are in the other.
const side = { kind: "parlor", server: servers[0] } as const;
const size = { lobbies, players };
const people = lobbies * players;
let plan: Awaited<ReturnType<typeof signInAll>> = [];
row("a guest signed in", await costOf(async () => (plan = await signInAll(crew, side, size)), idle), people);
let company: Awaited<ReturnType<typeof makeAll>> = { plan: [], codes: [] };
row("a lobby made", await costOf(async () => (company = await makeAll(crew, side, plan, size)), idle), lobbies);
// Once before: what is compiled by then costs a tenth.
await seat(crew, side, company);
await crew.all("parlor", { do: "leave" });
await wait(settleMs);
row("a join", await costOf(() => seat(crew, side, company), idle), people);
const linesASecond = 2;
const chatSeconds = 6;
const chat = () => crew.all("parlor", { do: "chat", linesASecond, seconds: chatSeconds, parts: 1 });
row("a chat line", await costOf(chat, idle), linesASecond * chatSeconds * lobbies);
const begin = () => crew.all("parlor", { do: "begin", questions, seconds: 300, until: "countdown" });
row("a game begun", await costOf(begin, idle), lobbies);
const play = () => crew.all("parlor", { do: "play", wish: { spreadMs: 500, questions } });
row("an answer, with its round", await costOf(play, idle), people * questions);
await crew.all("parlor", { do: "finish" });
row("a leave", await costOf(() => crew.all("parlor", { do: "leave" }), idle), people);

console.log(`Two processes, ${lobbies} lobbies of ${players}\n`);
const head = [
  "what",
  "server CPU, µs",
  "Redis commands",
  "Redis bytes",
  "Redis CPU, µs",
  "transactions that write",
  "WAL bytes",
  "PostgreSQL CPU, µs",
  "Redis commands by name",
];
console.log(tableOf(head, rows, true));

/** As a process lists its own, for as many lobbies as somebody else might have. */
const listings = await stores.redis.hgetall("roomcaches");
const [example = "{}"] = Object.values(listings);
const listed: string[][] = [];
for (const count of [0, ...values.listed.split(",").map(Number)]) {
  const made = Array.from({ length: count }, (_, nth) => `X${nth.toString(36).toUpperCase().padStart(6, "0")}`);
  for (let from = 0; from < made.length; from += 1000) {
    const batch = made
      .slice(from, from + 1000)
      .flatMap((code) => [code, example.replaceAll(/"roomId":"\w+"/g, `"roomId":"${code}"`)]);
    await stores.redis.hset("roomcaches", ...batch);
  }
  await servers[0].sample();
  const cost = await costOf(() => wait(10_000));
  const { loopMs } = await servers[0].sample();
  const each = per(cost, cost.seconds * servers.length);
  listed.push([
    String(count),
    shown(each.cpuUs / 1000),
    shown(each.redisBytes / 1e6),
    shown(each.redisCpuUs / 1000),
    shown(loopMs.most),
  ]);
  if (made.length > 0) await stores.redis.hdel("roomcaches", ...made.slice(0, 100_000));
}
console.log(`\nListings of about ${example.length} bytes; each process looks at all of them\n`);
console.log(
  tableOf(
    [
      "lobbies listed",
      "server CPU, ms a second",
      "Redis MB a second and process",
      "Redis CPU, ms a second and process",
      "loop late at most, ms",
    ],
    listed,
    true,
  ),
);

await stores.close();
await crew.stop();
await Promise.all(servers.map((server) => server.stop()));
await redisServer.kill();
process.exit();
