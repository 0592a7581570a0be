import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Loaded into a measured server before its own code: tells its parent what the process has used, exactly and
 * without a reader of /proc. Importing it has this one effect. It talks over a pipe of its own, line by line,
 * as Node's channel between processes would wake the framework's process manager.
 */

export type Usage = { readonly cpuUs: number; readonly rssBytes: number; readonly heapBytes: number };
export type Ask = { readonly do: "usage" | "heap" | "profile" } | { readonly do: "keep"; readonly file: string };

/** The descriptor that the parent keeps the other end of. */
export const probeDescriptor = 3;

const session = new Session();

const answer = async (ask: Ask): Promise<Usage> => {
  if (ask.do === "profile") {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    await session.post("Profiler.start");
  }
  if (ask.do === "heap") {
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
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuUs: user + system, rssBytes: rss, heapBytes: heapUsed };
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
