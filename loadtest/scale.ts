import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { randomOf } from "./chaos-random.ts";
import { shown } from "./figures.ts";
import { tableOf } from "./print.ts";
import { fullestCell } from "./scale/cells.ts";
import { simulateCommits } from "./scale/commits.ts";
import { type Inputs, measured } from "./scale/inputs.ts";
import { bytesToPerson, costOfPerson, needsOf } from "./scale/model.ts";

/**
 * `node loadtest/scale.ts`: from what was measured to what many people would need; the tables of docs/scale.md.
 * `--players 1000,100000` reckons for others, `--inputs FILE` with other costs (JSON, as in scale/inputs.ts; what is
 * not in it stays).
 */

const { values } = parseArgs({
  options: {
    players: { type: "string", default: "1000,10000,100000,1000000,10000000" },
    inputs: { type: "string" },
    seconds: { type: "string", default: "12" },
  },
});
const given = values.inputs === undefined ? {} : (JSON.parse(await readFile(values.inputs, "utf8")) as Partial<Inputs>);
const inputs: Inputs = { ...measured, ...given };
const players = values.players.split(",").map(Number);
const seed = 1;

const whole = (value: number): string =>
  Number.isFinite(value) ? Math.round(value).toLocaleString("en") : "none is enough";

const person = costOfPerson(inputs);
console.log(
  `One person and second: ${shown(person.cpuUs)} µs of a server process, ${shown(bytesToPerson(inputs))} bytes out, ` +
    `${person.redisCommands.toFixed(3)} Redis commands (${shown(person.redisCpuUs)} µs), ${person.commits.toFixed(3)} commits ` +
    `(${shown(person.postgresCpuUs)} µs, ${shown(person.walBytes)} bytes of WAL)\n`,
);

const needs = players.map((count) => needsOf(inputs, count));
const rows: readonly (readonly [string, (need: (typeof needs)[number]) => string])[] = [
  ["lobbies", (need) => whole(need.lobbies)],
  ["joins a second", (need) => whole(need.joins)],
  ["processes (cores)", (need) => whole(need.processes)],
  ["… stall of the one that reads all listings, ms", (need) => shown(need.listingStallMs)],
  ["memory, GiB", (need) => shown(need.memoryGib)],
  ["network out, Mbit/s", (need) => whole(need.egressMbit)],
  ["Redis commands a second", (need) => whole(need.redisCommands)],
  ["Redis: listings read, MB a second", (need) => whole(need.redisListingMbytes)],
  ["Redis: of its one core", (need) => need.redisShare.toFixed(2)],
  ["PostgreSQL: commits a second", (need) => whole(need.commits)],
  ["PostgreSQL: cores", (need) => shown(need.postgresCores)],
  ["PostgreSQL: WAL, MB a second", (need) => shown(need.walMbytes)],
  ["PostgreSQL: connections", (need) => whole(need.connectionsToPostgres)],
  [`PostgreSQL: disk for ${inputs.daysKept} days, TB`, (need) => shown(need.storedTb)],
];
const head = ["people at the same time", ...players.map((count) => count.toLocaleString("en"))];
console.log(
  tableOf(
    head,
    rows.map(([name, of]) => [name, ...needs.map(of)]),
    true,
  ),
);

const { habits, costs } = inputs;
const otherWrites = person.commits - costs.answer.commits / habits.answerEvery;
const commitRow = (count: number, cores: number, flushMs: number): string[] => {
  const found = simulateCommits(
    {
      players: count,
      lobbySize: habits.lobbySize,
      answerEvery: habits.answerEvery,
      answerWithin: habits.answerEvery / 4,
      otherWrites,
      cores,
      cpuMs: costs.answer.postgresCpuUs / 1000,
      flushMs,
      processes: Math.max(1, needsOf(inputs, count).processes),
      poolSize: inputs.poolSize,
      seconds: Number(values.seconds),
    },
    randomOf(seed),
  );
  const { p50Ms, p99Ms, busy, eventsACommit } = found;
  return [
    count.toLocaleString("en"),
    String(cores),
    String(flushMs),
    busy.toFixed(2),
    eventsACommit.toFixed(2),
    shown(p50Ms),
    shown(p99Ms),
  ];
};
const databases = [
  [10_000, 8, 1],
  [100_000, 8, 1],
  [140_000, 8, 1],
  [160_000, 8, 1],
  [200_000, 8, 1],
  [200_000, 32, 1],
  [400_000, 32, 1],
  [100_000, 32, 8],
] as const;
console.log(
  `\nOne PostgreSQL, ${values.seconds} s of it simulated: an event waits for its lobby's write, a connection, a core, a flush\n`,
);
console.log(
  tableOf(
    ["people", "cores", "flush, ms", "cores busy", "events a commit", "durable p50, ms", "p99, ms"],
    databases.map(([count, cores, flushMs]) => commitRow(count, cores, flushMs)),
    true,
  ),
);

const cell = 50_000;
console.log(`\nCells of ${cell.toLocaleString("en")} people on average: people in the fullest beside that average\n`);
const cellRow = (cells: number): string[] => [
  String(cells),
  ...([1, 2] as const).map((choices) =>
    fullestCell({ players: cells * cell, cells, lobbySize: habits.lobbySize, choices }, randomOf(seed)).toFixed(3),
  ),
];
console.log(tableOf(["cells", "by chance", "the emptier of two"], [2, 20, 200].map(cellRow), true));
