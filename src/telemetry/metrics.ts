import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { type ConductMetrics, conductMetrics } from "./metrics-conduct.ts";
import { type SpeechMetrics, speechMetrics } from "./metrics-speech.ts";
import { QuickHistogram } from "./quick-histogram.ts";
import { type ModelWatch, watchAll, type Watches, watchModel, watchOut } from "./metrics-watch.ts";

type OfParts = ConductMetrics & SpeechMetrics;

export type Metrics = OfParts & {
  readonly registry: Registry;
  readonly refused: (code: string) => void;
  readonly committed: (events: number, seconds: number) => void;
  readonly appendFailed: (why: "outage" | "conflict" | "other") => void;
  readonly gamesOver: (count: number) => void;
  /** A message of a type, from its arrival until its reply. */
  readonly replied: (type: string, seconds: number) => void;
  /** A request to a route, and the class of its status. */
  readonly answered: (route: string, status: string, seconds: number) => void;
  /** Whether a model might be used; what is spent, if not. */
  readonly modelWished: (result: string) => void;
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
  /** Asked for whenever the figures are read. */
  readonly watchRemoteModeration: (isOut: () => boolean) => void;
  readonly watch: (watches: Watches) => void;
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
  const commits = new QuickHistogram({
    name: "parlor_commit_seconds",
    help: "Time from the decision of a batch to its being durable",
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registry,
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
  const failures = new Counter({
    name: "parlor_journal_failures_total",
    help: "Batches that were not appended, by why; after an outage they are tried again",
    labelNames: ["why"],
    registers,
  });
  const games = new Counter({ name: "parlor_games_total", help: "Games that were finished and count", registers });
  const replies = new QuickHistogram({
    name: "parlor_reply_seconds",
    help: "Time from a message to a room until its reply, by type",
    label: "type",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registry,
  });
  const answers = new Histogram({
    name: "parlor_http_seconds",
    help: "Time from a request until its answer, by route and class of status",
    labelNames: ["route", "status"],
    buckets: [0.0025, 0.01, 0.025, 0.1, 0.25, 1, 5],
    registers,
  });
  const wishes = new Counter({
    name: "parlor_model_wishes_total",
    help: "Calls of a model that somebody wished for: granted, or what was spent",
    labelNames: ["result"],
    registers,
  });
  // Known from the start: an increase from nothing is not seen as one.
  for (const why of ["outage", "conflict", "other"]) failures.inc({ why }, 0);
  for (const result of ["granted", "server_minute", "server_day"]) wishes.inc({ result }, 0);
  return {
    ...conductMetrics(registers),
    ...speechMetrics(registers),
    registry,
    refused: (code) => refused.inc({ code }),
    committed: (count, seconds) => {
      events.inc(count);
      commits.observe(seconds);
    },
    appendFailed: (why) => failures.inc({ why }),
    gamesOver: (count) => games.inc(count),
    replied: (type, seconds) => replies.observe(seconds, type),
    answered: (route, status, seconds) => answers.observe({ route, status }, seconds),
    modelWished: (result) => wishes.inc({ result }),
    lobbyOpened: () => lobbies.inc(),
    lobbyClosed: () => lobbies.dec(),
    connected: (kind) => clients.inc({ kind }),
    disconnected: (kind) => clients.dec({ kind }),
    evicted: (why) => evictions.inc({ why }),
    playable: (source, seconds) => playable.observe({ source }, seconds),
    questionsMade: (source, count) => made.inc({ source }, count),
    sourceFailed: (source) => sourceFailures.inc({ source }),
    watchModel: (model) => watchModel(registry, model),
    watchRemoteModeration: (isOut) => watchOut(registers, "parlor_moderation_remote_out", "the second opinion", isOut),
    watch: (watches) => watchAll(registry, watches),
  };
};
