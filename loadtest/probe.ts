import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { Socket } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Loaded into a measured server before its own code: tells its parent what the process has used, exactly and
 * without a reader of /proc. Importing it has this one effect. It talks over a pipe of its own, line by line,
 * as Node's channel between processes would wake the framework's process manager.
 */

export type Usage = {
  readonly cpuUs: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** Buffers outside the heap. */
  readonly externalBytes: number;
};

/** What tells over a long time whether something grows, taken after everything unneeded has gone. */
export type Sample = Usage & {
  /** What keeps the process awake, by kind. */
  readonly resources: Readonly<Record<string, number>>;
  /** How late the loop was since the sample before. */
  readonly loopMs: { readonly p50: number; readonly p99: number; readonly most: number };
};

export type Ask =
  | { readonly do: "usage" | "heap" | "sample" | "profile" }
  | { readonly do: "keep"; readonly file: string };

/** The descriptor that the parent keeps the other end of. */
export const probeDescriptor = 3;

const session = new Session();

let delays: ReturnType<typeof monitorEventLoopDelay> | undefined;

const loopMs = (): Sample["loopMs"] => {
  if (delays === undefined) {
    delays = monitorEventLoopDelay({ resolution: 10 });
    delays.enable();
  }
  const [p50, p99, most] = [delays.percentile(50), delays.percentile(99), delays.max].map((ns) => ns / 1e6);
  delays.reset();
  return { p50: p50 ?? 0, p99: p99 ?? 0, most: most ?? 0 };
};

const resources = (): Sample["resources"] => {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const answer = async (ask: Ask): Promise<Usage | Sample> => {
  // Before our own clearing makes the loop late.
  const more = ask.do === "sample" ? { resources: resources(), loopMs: loopMs() } : {};
  if (ask.do === "profile") {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    await session.post("Profiler.start");
  }
  if (ask.do === "heap" || ask.do === "sample") {
    // What is left when everything that nobody needs has gone.
    setFlagsFromString("--expose-gc");
    runInNewContext("gc()");
  }
  if (ask.do === "keep") {
    const { profile } = await session.post("Profiler.stop");
    session.disconnect();
    await writeFile(ask.file, JSON.stringify(profile));
  }
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  if (ask.do === "sample") delays?.reset();
  return { cpuUs: user + system, rssBytes: rss, heapBytes: heapUsed, externalBytes: external, ...more };
};

if (process.env.PARLOR_PROBE !== undefined) {
  const parent = new Socket({ fd: probeDescriptor });
  createInterface({ input: parent }).on("line", (line) => {
    void answer(JSON.parse(line) as Ask).then((usage) => parent.write(`${JSON.stringify(usage)}\n`));
  });
  // A server must not outlive the bench, however the bench ended.
  parent.on("close", () => process.exit());
  parent.unref();
}
