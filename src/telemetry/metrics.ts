import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = {
  readonly registry: Registry;
  readonly refused: (code: string) => void;
  readonly committed: (events: number, seconds: number) => void;
  readonly lobbyOpened: () => void;
  readonly lobbyClosed: () => void;
  readonly connected: (kind: string) => void;
  readonly disconnected: (kind: string) => void;
  readonly evicted: (why: string) => void;
  /** A lobby could begin, so many seconds after its questions were ordered. */
  readonly playable: (source: string, seconds: number) => void;
  readonly questionsMade: (source: string, count: number) => void;
  readonly sourceFailed: (source: string) => void;
  /** What models have been used for, asked for whenever the figures are read. */
  readonly watchModel: (model: ModelWatch) => void;
  /** What came of a text that a second opinion was wanted on. */
  readonly moderatedRemotely: (outcome: "asked" | "cached" | "failed" | "out" | "flagged") => void;
  /** Asked for whenever the figures are read. */
  readonly watchRemoteModeration: (isOut: () => boolean) => void;
};

type Used = { readonly calls: number; readonly tokens: number };
type ModelWatch = {
  readonly used: () => Promise<{ readonly minute: Used; readonly day: Used }>;
  /** Whether it has failed so often that it is left alone for a while. */
  readonly isOut: () => boolean;
};

/** The figures of this process for Prometheus. Labels come from fixed sets only. */
export const metricsOf = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  // At the default of 10 ms the monitor of the event loop alone costs half a percent of a core.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 200 });
  const refused = new Counter({
    name: "parlor_refusals_total",
    help: "Refusals by code",
    labelNames: ["code"],
    registers,
  });
  const events = new Counter({ name: "parlor_events_total", help: "Events committed", registers });
  const commits = new Histogram({
    name: "parlor_commit_seconds",
    help: "Time from the decision of a batch to its being durable",
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  const lobbies = new Gauge({ name: "parlor_lobbies", help: "Lobbies this process runs", registers });
  const clients = new Gauge({
    name: "parlor_connections",
    help: "Connections to lobbies",
    labelNames: ["kind"],
    registers,
  });
  const evictions = new Counter({
    name: "parlor_evictions_total",
    help: "Connections we closed",
    labelNames: ["why"],
    registers,
  });
  const playable = new Histogram({
    name: "parlor_playable_seconds",
    help: "Time from the order of questions until a game could begin, by the source asked for",
    labelNames: ["source"],
    buckets: [0.05, 0.25, 1, 2.5, 5, 10, 15, 20, 30, 60, 300],
    registers,
  });
  const made = new Counter({
    name: "parlor_questions_made_total",
    help: "Questions given to lobbies, by the source asked for",
    labelNames: ["source"],
    registers,
  });
  const sourceFailures = new Counter({
    name: "parlor_source_failures_total",
    help: "Makings in which a source of questions failed",
    labelNames: ["source"],
    registers,
  });
  const remote = new Counter({
    name: "parlor_moderation_remote_total",
    help: "Texts that a second opinion was wanted on, by what came of it; those flagged count besides",
    labelNames: ["outcome"],
    registers,
  });
  return {
    registry,
    refused: (code) => refused.inc({ code }),
    committed: (count, seconds) => {
      events.inc(count);
      commits.observe(seconds);
    },
    lobbyOpened: () => lobbies.inc(),
    lobbyClosed: () => lobbies.dec(),
    connected: (kind) => clients.inc({ kind }),
    disconnected: (kind) => clients.dec({ kind }),
    evicted: (why) => evictions.inc({ why }),
    playable: (source, seconds) => playable.observe({ source }, seconds),
    questionsMade: (source, count) => made.inc({ source }, count),
    sourceFailed: (source) => sourceFailures.inc({ source }),
    watchModel: (model) => watchModel(registry, model),
    moderatedRemotely: (outcome) => remote.inc({ outcome }),
    watchRemoteModeration: (isOut) => watchOut(registers, "parlor_moderation_remote_out", "the second opinion", isOut),
  };
};

const watchModel = (registry: Registry, { used, isOut }: ModelWatch): void => {
  const registers = [registry];
  const use: Gauge<"what" | "window"> = new Gauge({
    name: "parlor_model_used",
    help: "Calls and tokens of models by the whole server, in this minute and on this day",
    labelNames: ["what", "window"],
    registers,
    collect: async () => {
      const sums = await used().catch(() => undefined);
      if (sums === undefined) return use.reset();
      for (const window of ["minute", "day"] as const) {
        use.set({ what: "calls", window }, sums[window].calls);
        use.set({ what: "tokens", window }, sums[window].tokens);
      }
    },
  });
  watchOut(registers, "parlor_model_out", "the model", isOut);
};

const watchOut = (registers: Registry[], name: string, what: string, isOut: () => boolean): void => {
  const out: Gauge = new Gauge({
    name,
    help: `1 while ${what} has failed so often that it is not asked`,
    registers,
    collect: () => out.set(isOut() ? 1 : 0),
  });
};
