import { setMaxListeners } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Crowd } from "./crowd.ts";
import { runEvening } from "./evening-run.ts";
import type { Answer, Kind, Order, Work } from "./orders.ts";
import { parlorSide } from "./parlor-table.ts";
import { plainSide } from "./plain-table.ts";
import { socketioSide } from "./socketio-table.ts";
import type { Side } from "./table.ts";

/** One load process: does what its parent orders, on any of the servers. */

const sideOf = (kind: Kind, url: string): Side => {
  switch (kind) {
    case "parlor":
      return parlorSide(url);
    case "ws":
      return plainSide(url);
    case "socketio":
      return socketioSide(url);
  }
};

const crowds = new Map<Kind, Crowd>();
const evenings = new Map<Kind, AbortController>();
const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();
const resolutionMs = 5;

const crowdOf = (kind: Kind): Crowd => {
  const crowd = crowds.get(kind);
  if (crowd === undefined) throw new Error(`nobody has come to ${kind} yet`);
  return crowd;
};

const carryOut = async ({ kind, nth, work }: Order): Promise<Omit<Answer, "id">> => {
  if (work.do === "guests") {
    const crowd = new Crowd(sideOf(kind, work.url), nth);
    crowds.set(kind, crowd);
    await crowd.signIn(work.guests);
    return {};
  }
  if (work.do === "evening") {
    const side = sideOf(kind, work.url);
    const crowd = new Crowd(side, nth);
    crowds.set(kind, crowd);
    delays.reset();
    const stopped = new AbortController();
    evenings.set(kind, stopped);
    // Every lobby listens, and there may be many.
    setMaxListeners(0, stopped.signal);
    await runEvening(side, { ...work.wish, seed: work.wish.seed + nth }, () => crowd.tally, stopped.signal);
    return toldBy(crowd);
  }
  const crowd = crowdOf(kind);
  if (work.do === "stop") evenings.get(kind)?.abort();
  if (work.do === "peek" || work.do === "stop") return toldBy(crowd);
  if (work.do === "make") return { codes: await crowd.make(work.shares, work) };
  delays.reset();
  await act(crowd, work);
  return toldBy(crowd);
};

const act = (
  crowd: Crowd,
  work: Exclude<Work, { readonly do: "guests" | "evening" | "make" | "peek" | "stop" }>,
): Promise<void> => {
  switch (work.do) {
    case "seat":
      return crowd.seat(work.shares, work.codes);
    case "chat":
      return crowd.chat(work.linesASecond, work.seconds, work.parts);
    case "begin":
      return crowd.begin(work.questions, work.seconds, work.until);
    case "play":
      return crowd.play(work.wish);
    case "finish":
      return crowd.finish();
    case "leave":
      return crowd.leave();
  }
};

const toldBy = (crowd: Crowd): Omit<Answer, "id"> => {
  crowd.tally.time("late", Math.max(0, delays.percentile(99) / 1e6 - resolutionMs));
  return { told: crowd.told() };
};

process.on("message", (order: Order) => {
  const { id } = order;
  carryOut(order).then(
    (done) => process.send?.({ id, ...done } satisfies Answer),
    (error: unknown) => process.send?.({ id, failed: codeOf(error) } satisfies Answer),
  );
});
// A load process must not outlive the run, however that ended.
process.on("disconnect", () => process.exit());

const codeOf = (error: unknown): string => {
  const { code, message } = Object(error) as { readonly code?: string; readonly message?: string };
  return code ?? message ?? String(error);
};
