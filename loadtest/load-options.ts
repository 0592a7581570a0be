import { parseArgs } from "node:util";
import { type Kind, kinds } from "./orders.ts";

/** What somebody asked for can't be done; the text says what would do. */
export class OptionError extends Error {}

type Bounds = { readonly least: number; readonly most: number; readonly what: string; readonly isWhole?: true };

/** All numbers that can be given, and within which bounds. */
const numbers = {
  lobbies: { least: 1, most: 20_000, what: "lobbies at the same time", isWhole: true },
  connections: {
    least: 2,
    most: 100_000,
    what: "players on the server, in as many lobbies as that takes",
    isWhole: true,
  },
  seconds: { least: 0.2, most: 24 * 3600, what: "how long one measured stretch takes" },
  questions: { least: 1, most: 50, what: "questions of a game", isWhole: true },
  rounds: {
    least: 1,
    most: 50,
    what: "measured rounds of each server; what is printed is their median",
    isWhole: true,
  },
  workers: { least: 1, most: 64, what: "load processes", isWhole: true },
  warm: { least: 0, most: 600, what: "seconds of the same work before anything is measured, of each server" },
  rate: { least: 0.1, most: 2000, what: "chat lines a second in each lobby" },
  spread: { least: 0, most: 60_000, what: "ms within which all answer", isWhole: true },
  every: { least: 0.1, most: 600, what: "seconds between two samples" },
  life: { least: 0.5, most: 3600, what: "seconds that a lobby is together" },
  ramp: { least: 0.1, most: 600, what: "seconds within which lobbies begin to play, not measured" },
  idle: { least: 0.1, most: 600, what: "seconds in which nobody does anything, measured first" },
} as const satisfies Readonly<Record<string, Bounds>>;
type NumberName = keyof typeof numbers;

/** Lobbies that nobody is in stay for 10 minutes: until as many go as come, memory grows as it should. */
export const soakWarmUp = 0.55;
const leastSamples = 4;

/** The most players of one lobby that the protocol allows. */
const mostPlayers = 1000;

export const scenarios = ["chat", "quiz", "lobbies", "joins", "evening", "soak"] as const;
export type Scenario = (typeof scenarios)[number];

/** What each scenario takes, and what it does without being told; "" leaves it to the number of players. */
const defaults: Readonly<Record<Scenario, Readonly<Partial<Record<NumberName | "players" | "sides", string>>>>> = {
  chat: { players: "8,64,256", lobbies: "", rate: "", seconds: "5", rounds: "3", warm: "10", sides: "" },
  quiz: { players: "8,64,256", lobbies: "", questions: "5", spread: "", rounds: "3", warm: "10", sides: "" },
  lobbies: {
    players: "8",
    lobbies: "200",
    connections: "",
    seconds: "15",
    spread: "3000",
    ramp: "12",
    idle: "5",
    rounds: "3",
    sides: "",
  },
  joins: { players: "8", connections: "1000", rounds: "3", sides: "" },
  evening: { players: "8", connections: "200", seconds: "40", life: "12", rounds: "3", sides: "" },
  soak: { players: "6", lobbies: "200", seconds: "1800", every: "30", life: "240" },
};

export type LoadOptions = {
  readonly scenario: Scenario;
  /** One or, one after the other, several sizes of a lobby. */
  readonly players: readonly number[];
  readonly sides: readonly Kind[];
  /** `memory`, `embedded`, `postgres` (one of its own) or the address of one. */
  readonly database: string;
  readonly json: string | undefined;
  /** A directory for CPU profiles of what is measured; none unless given. */
  readonly profile: string | undefined;
  readonly markdown: boolean;
} & { readonly [Name in NumberName]: number | undefined };

const common = { workers: "2", database: "", json: "", profile: "", markdown: false } as const;

/** The options of one scenario; throws an OptionError that says all that is wrong. */
export const readOptions = (scenario: Scenario, args: readonly string[]): LoadOptions => {
  const known = { ...defaults[scenario], ...common };
  const given = parse(scenario, args, known);
  const faults: string[] = [];
  const text = (name: string): string => String(given[name] ?? known[name as keyof typeof known] ?? "");
  const number = (name: NumberName): number | undefined => {
    if (text(name) === "") return undefined;
    const { least, most, what, isWhole }: Bounds = numbers[name];
    const value = Number(text(name));
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
    faults.push(`--${name} ${text(name)}: ${what}, from ${least} to ${most}`);
    return undefined;
  };
  const players = text("players").split(",").map(Number);
  if (!players.every((size) => Number.isInteger(size) && size >= 2 && size <= mostPlayers))
    faults.push(`--players ${text("players")}: players of one lobby, from 2 to ${mostPlayers}`);
  if (players.length > 1 && scenario !== "chat" && scenario !== "quiz")
    faults.push(`--players ${text("players")}: only chat and quiz take several sizes`);
  const sides = text("sides") === "" ? kinds : text("sides").split(",");
  if (!sides.every((side): side is Kind => (kinds as readonly string[]).includes(side)) || !sides.includes("parlor"))
    faults.push(`--sides ${text("sides")}: some of ${kinds.join(",")}, with parlor`);
  const database = text("database") === "" ? (scenario === "soak" ? "embedded" : "memory") : text("database");
  if (!/^(?:memory|embedded|postgres|postgres(?:ql)?:\/\/\S+)$/.test(database))
    faults.push(`--database ${database}: memory, embedded, postgres, or postgres://…`);
  if (scenario === "soak" && database === "memory")
    faults.push("--database memory: keeps every event in memory, so it grows as it should; take embedded or postgres");
  const found = Object.fromEntries((Object.keys(numbers) as NumberName[]).map((name) => [name, number(name)])) as {
    readonly [Name in NumberName]: number | undefined;
  };
  if (found.rate !== undefined && players.some((size) => (found.rate ?? 0) > mostRate(size)))
    faults.push(
      `--rate ${found.rate}: nobody writes sooner than 1.6 s after their last line: at most ${mostRate(Math.min(...players)).toFixed(1)} with ${Math.min(...players)} players`,
    );
  const leastSeconds = ((found.every ?? 0) * leastSamples) / (1 - soakWarmUp);
  if (scenario === "soak" && (found.seconds ?? leastSeconds) < leastSeconds)
    faults.push(
      `--seconds ${found.seconds}: too short for a verdict with a sample each ${found.every} s: at least ${Math.ceil(leastSeconds)}`,
    );
  if (faults.length > 0) throw new OptionError(faults.join("\n"));
  return {
    scenario,
    ...found,
    players,
    sides: scenario === "soak" ? ["parlor"] : (sides as readonly Kind[]),
    database,
    json: text("json") === "" ? undefined : text("json"),
    profile: text("profile") === "" ? undefined : text("profile"),
    markdown: given["markdown"] === true,
  };
};

/** More lines a second than the flood rules let so many people write (rule T2 of a lobby). */
export const mostRate = (players: number): number => players / 1.6;

const parse = (scenario: Scenario, args: readonly string[], known: Readonly<Record<string, unknown>>) => {
  const options = Object.fromEntries(
    Object.keys(known).map((name) => [
      name,
      { type: name === "markdown" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new OptionError(`${(error as Error).message}\n${scenario} takes ${names.join(" ")}`);
  }
};

/** How to use it, with every option's default. */
export const usage = (): string => {
  const lines = scenarios.map((scenario) => {
    const taken = Object.entries(defaults[scenario]).map(([name, value]) => `--${name} ${value === "" ? "…" : value}`);
    return `  ${scenario.padEnd(8)} ${taken.join(" ")}`;
  });
  const what = Object.entries(numbers).map(
    ([name, bounds]) => `  --${name.padEnd(12)} ${bounds.what} (${bounds.least} to ${bounds.most})`,
  );
  return [
    "npm run loadtest -- <scenario> [options]",
    "npm run loadtest -- compare A.json B.json",
    "",
    "Scenarios, with what they do unless told otherwise; `all` is one after the other, the soak last:",
    ...lines,
    "",
    ...what,
    `  --players      players of one lobby (2 to ${mostPlayers}); chat and quiz take several, such as 8,64`,
    `  --sides        who is measured: ${kinds.join(",")}`,
    "  --database     memory, embedded, postgres (one of its own) or postgres://…",
    "  --json FILE    where the result is kept, beside loadtest/results/",
    "  --profile DIR  keeps CPU profiles of Parlor in what is measured, which then costs more",
    "  --markdown     prints tables for RESULTS.md",
  ].join("\n");
};
