import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";

/**
 * Loaded into a measured server before its own code: tells its parent what the process has used, exactly and
 * without a reader of /proc. Importing it has this one effect.
 */

export type Usage = { readonly cpuUs: number; readonly rssBytes: number };
export type Ask = "usage" | { readonly profileTo: string } | "profile";

const session = new Session();

const profile = async (file?: string): Promise<void> => {
  if (file === undefined) {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    return session.post("Profiler.start");
  }
  const { profile: taken } = await session.post("Profiler.stop");
  session.disconnect();
  await writeFile(file, JSON.stringify(taken));
};

const usage = (): Usage => {
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, rssBytes: process.memoryUsage.rss() };
};

process.on("message", (ask: Ask) => {
  const done = ask === "usage" ? Promise.resolve() : profile(ask === "profile" ? undefined : ask.profileTo);
  void done.then(() => process.send?.(usage()));
});
// A server must not outlive the bench, however the bench ended.
process.on("disconnect", () => process.exit());
process.channel?.unref();
