import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Registry } from "prom-client";
import type { ProcessHealth } from "../protocol/admin.ts";

/** Takes figures of this process; each is about the time since the one before. */
export type HealthSampler = {
  readonly sample: () => Promise<ProcessHealth>;
  readonly stop: () => void;
};

export type HealthSamplerOptions = {
  /** This process, as others know it, and where they reach it. */
  readonly process: string;
  readonly address: string;
  readonly startedAt: number;
  readonly registry: Registry;
  readonly isReady: () => boolean;
  /** ms since 1970. */
  readonly now: () => number;
};

/** At the default of 10 ms the monitor of the event loop alone costs half a percent of a core. */
const resolutionMs = 100;

type Sums = {
  readonly events: number;
  readonly refusals: number;
  readonly strikes: number;
  readonly commits: number;
  readonly commitSeconds: number;
};

export const healthSamplerOf = (options: HealthSamplerOptions): HealthSampler => {
  const { registry, now } = options;
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  let before: Sums = { events: 0, refusals: 0, strikes: 0, commits: 0, commitSeconds: 0 };
  let cpu = process.cpuUsage();
  let at = performance.now();

  /** The sum over all labels of what a metric of Prometheus counts; 0 where there is none of this name. */
  const sumOf = async (name: string, part = name): Promise<number> => {
    const values = (await registry.getSingleMetric(name)?.get())?.values ?? [];
    return values
      .filter((one) => ("metricName" in one ? one.metricName : name) === part)
      .reduce((sum, { value }) => sum + value, 0);
  };

  const cores = (): number => {
    const used = process.cpuUsage(cpu);
    const ms = Math.max(1, performance.now() - at);
    cpu = process.cpuUsage();
    at = performance.now();
    return (used.user + used.system) / 1000 / ms;
  };

  /** What the monitor gives is the time between two of its own timers, not only what they came late. */
  const lateness = (): number => {
    const late = delay.count === 0 ? 0 : Math.max(0, delay.percentile(99) / 1e6 - resolutionMs);
    delay.reset();
    return late;
  };

  return {
    sample: async () => {
      const [events, refusals, strikes, commits, commitSeconds, lobbies, connections] = await Promise.all([
        sumOf("parlor_events_total"),
        sumOf("parlor_refusals_total"),
        sumOf("parlor_strikes_total"),
        sumOf("parlor_commit_seconds", "parlor_commit_seconds_count"),
        sumOf("parlor_commit_seconds", "parlor_commit_seconds_sum"),
        sumOf("parlor_lobbies"),
        sumOf("parlor_connections"),
      ]);
      const batches = commits - before.commits;
      const { rss, heapUsed } = process.memoryUsage();
      const point: ProcessHealth = {
        process: options.process,
        address: options.address,
        at: now(),
        startedAt: options.startedAt,
        ready: options.isReady(),
        lobbies,
        connections,
        cpu: rounded(cores(), 1000),
        rssBytes: rss,
        heapBytes: heapUsed,
        loopDelayMs: rounded(lateness(), 10),
        events: events - before.events,
        refusals: refusals - before.refusals,
        strikes: strikes - before.strikes,
        commitMs: batches <= 0 ? 0 : rounded(((commitSeconds - before.commitSeconds) / batches) * 1000, 100),
      };
      before = { events, refusals, strikes, commits, commitSeconds };
      return point;
    },
    stop: () => void delay.disable(),
  };
};

const rounded = (value: number, by: number): number => Math.round(value * by) / by;
