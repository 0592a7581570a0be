import { setTimeout as wait } from "node:timers/promises";
import { shown } from "../figures.ts";
import type { Ledger } from "../ledger.ts";
import { type LoadOptions, soakWarmUp } from "../load-options.ts";
import { addTimes, measured } from "../measuring.ts";
import type { ServerProcess } from "../server-process.ts";
import type { Stage } from "../stage.ts";
import { Tally } from "../tally.ts";
import { trendOf } from "../trend.ts";

const mib = 2 ** 20;

type SoakSample = {
  readonly seconds: number;
  readonly rssMib: number;
  readonly heapMib: number;
  readonly externalMib: number;
  /** What keeps the process awake, beside connections and timers. */
  readonly handles: number;
  readonly timers: number;
  /** Each lobby has some of its own, and there are more and more lobbies until as many are removed as come. */
  readonly timersEach: number;
  readonly resources: Readonly<Record<string, number>>;
  readonly lobbies: number;
  readonly connections: number;
  readonly loopP99Ms: number;
  readonly loopMostMs: number;
  readonly answers: number;
  readonly errors: Readonly<Record<string, number>>;
};

/** What is looked at for growth, and a rise of it that means nothing: a process keeps what its peaks have taken. */
const watched = [
  ["heapMib", "heap after clearing, MiB", { floor: 2 }],
  ["externalMib", "buffers outside the heap, MiB", { floor: 1 }],
  ["rssMib", "whole process, MiB", { floor: 10, share: 0.1 }],
  ["handles", "handles beside connections", { floor: 3 }],
  ["timersEach", "timers per lobby", { floor: 0.2 }],
] as const satisfies readonly (readonly [keyof SoakSample, string, Parameters<typeof trendOf>[1]])[];

/** Many lobbies for long, with joins, leaves and drops; at the end whether anything grew. */
export const soak = async (stage: Stage, options: LoadOptions, ledger: Ledger): Promise<void> => {
  const { crew } = stage;
  const { lobbies = 200, seconds = 1800, every = 30, life = 240 } = options;
  const [players = 6] = options.players;
  const side = stage.sides.find(({ kind }) => kind === "parlor");
  if (side === undefined) throw new Error("a soak without the server");
  const { server } = side;
  const wish = {
    lobbies: Math.ceil(lobbies / crew.size),
    players,
    // Until it is stopped: with fewer and fewer people at the end nothing would seem to grow.
    ms: (seconds + 2 * life) * 1000,
    lifeMs: life * 1000,
    thinkMs: Math.min(8000, life * 100),
    lineEveryMs: Math.min(20_000, life * 500),
    returns: 0.2,
    drops: 0.05,
    deleted: 0.5,
    withBot: 0.25,
    seed: 1,
  };
  const total = new Tally();
  const samples: SoakSample[] = [];
  await server.sample();
  const began = performance.now();
  const { cpuUs } = await measured(side, async () => {
    const run = crew.all("parlor", { do: "evening", url: server.url, wish }, (seconds + 4 * life + 120) * 1000);
    for (let nth = 1; nth * every <= seconds; nth++) {
      await Promise.race([wait(Math.max(0, began + nth * every * 1000 - performance.now())), run]);
      const peeked = await crew.all("parlor", { do: "peek" });
      total.add(peeked.told());
      const sample = await sampleOf(server, (performance.now() - began) / 1000, peeked);
      if (sample !== undefined) samples.push(sample);
      ledger.say(sample === undefined ? "the server did not tell its figures" : lineFor(sample));
    }
    total.add((await crew.all("parlor", { do: "stop" })).told());
    total.add((await run).told());
    return total;
  });
  ledger.fail("parlor", total.errors);
  judge(ledger, samples, seconds * soakWarmUp);
  const playerSeconds = total.of("playerMs") / 1000;
  const of = `${lobbies} lobbies of up to ${players}, ${seconds} s`;
  ledger.add(of, "CPU per player and second, µs", "parlor", cpuUs / playerSeconds);
  addTimes(ledger, of, "parlor", total, "join", "join");
  addTimes(ledger, of, "parlor", total, "reply", "answer → reply");
  const counts = (["lobbies", "joins", "returns", "drops", "games", "answers", "lines"] as const).map(
    (what) => `${total.of(what)} ${what}`,
  );
  ledger.note(`${counts.join(", ")}; ${Math.round(playerSeconds / seconds)} people at a time.`);
};

const sampleOf = async (server: ServerProcess, seconds: number, peeked: Tally): Promise<SoakSample | undefined> => {
  const [taken, metrics] = await Promise.all([server.sample(), metricsOf(server.url)]);
  if (metrics === undefined) return undefined;
  const { TCPSocketWrap: sockets = 0, Timeout: timers = 0, ...others } = taken.resources;
  const connections = metrics("parlor_connections");
  const lobbies = metrics("parlor_lobbies");
  return {
    seconds: Math.round(seconds * 10) / 10,
    rssMib: taken.rssBytes / mib,
    heapMib: taken.heapBytes / mib,
    externalMib: taken.externalBytes / mib,
    handles: Math.max(0, sockets - connections) + Object.values(others).reduce((sum, count) => sum + count, 0),
    timers,
    timersEach: timers / Math.max(1, lobbies),
    resources: taken.resources,
    lobbies,
    connections,
    loopP99Ms: taken.loopMs.p99,
    loopMostMs: taken.loopMs.most,
    answers: peeked.of("answers"),
    errors: peeked.errors,
  };
};

/** The figures for Prometheus, each the sum over its labels. */
const metricsOf = async (url: string): Promise<((name: string) => number) | undefined> => {
  const response = await fetch(`${url}/metrics`).catch(() => undefined);
  const text = (await response?.text().catch(() => "")) ?? "";
  if (response?.ok !== true || text === "") return undefined;
  return (name) => {
    let sum = 0;
    for (const [, value] of text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "gm"))) sum += Number(value);
    return sum;
  };
};

const lineFor = ({ seconds, heapMib, rssMib, handles, lobbies, connections, loopP99Ms, errors }: SoakSample): string =>
  `${seconds.toFixed(0)} s: heap ${shown(heapMib)} MiB, process ${shown(rssMib)} MiB, ${handles} handles, ${lobbies} lobbies, ` +
  `${connections} connections, loop p99 ${shown(loopP99Ms)} ms, errors ${JSON.stringify(errors)}`;

const judge = (ledger: Ledger, samples: readonly SoakSample[], from: number): void => {
  const after = samples.filter(({ seconds }) => seconds >= from);
  let passed = true;
  for (const [field, name, flat] of watched) {
    const trend = trendOf(
      after.map((sample) => [sample.seconds, sample[field]]),
      flat,
    );
    passed &&= !trend.grows;
    ledger.note(
      `${name}: ${shown(trend.mean)} on average, ${trend.perHour.toFixed(1)} ± ${trend.errorPerHour.toFixed(1)} an hour, ` +
        `${(trend.growth * 100).toFixed(1)} % over ${after.length} samples: ${trend.grows ? "GROWS" : "flat"}.`,
    );
  }
  for (const [field, name] of [
    ["lobbies", "lobbies"],
    ["connections", "connections"],
  ] as const) {
    const trend = trendOf(after.map((sample) => [sample.seconds, sample[field]]));
    ledger.note(
      `Meanwhile ${name}: ${shown(trend.mean)} on average, ${(trend.growth * 100).toFixed(1)} % more at the end.`,
    );
  }
  const most = Math.max(...after.map(({ loopMostMs }) => loopMostMs));
  ledger.note(
    `Event loop p99 at most ${shown(Math.max(...after.map(({ loopP99Ms }) => loopP99Ms)))} ms in a sample, ${shown(most)} ms at worst (sampled every 10 ms, which is in it).`,
  );
  ledger.judge(samples, passed);
};
