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
  };
};
