import { matchMaker } from "@colyseus/core";
import type { Log } from "../telemetry/log.ts";

const everyMs = 2000;
/** How long a process that was taken for dead may find out that it has to list its rooms again, in seconds. */
const receiptSeconds = 600;

/**
 * Clears what dead processes have listed and lists what of ours is missing, every 2 s. Redis knows at once who is
 * there: the channel of a process goes with its connection.
 */
export const startReaper = (log: Log): (() => void) => {
  let isRunning = false;
  let wasAway = false;
  const round = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      const isCounted = await reap();
      await matchMaker.restoreMissingRoomCaches();
      // Redis may have come back empty between two rounds.
      if (!isCounted) await matchMaker.stats.persist(true);
      wasAway = false;
    } catch (error) {
      if (!wasAway) log.warn({ err: error }, "dead processes could not be looked for");
      wasAway = true;
    } finally {
      isRunning = false;
    }
  };
  const timer = setInterval(() => void round(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

/** Whether this process is among those that are counted. */
const reap = async (): Promise<boolean> => {
  const { driver, presence } = matchMaker;
  const live = new Set((await presence.channels("p:*")).map((channel) => channel.slice(2)));
  // We are alive, whatever Redis has heard of us.
  live.add(matchMaker.processId);
  // All of the listings are much to read: one process a round is enough, whichever it is.
  const looks = Math.random() * live.size < 1;
  const listed = new Set((looks ? await driver.query({}) : []).map(({ processId }) => processId));
  for (const id of listed) {
    if (live.has(id)) continue;
    await driver.cleanup?.(id);
    await presence.setex(`swept:${id}`, "1", receiptSeconds);
  }
  const counted = Object.keys(await presence.hgetall("roomcount"));
  for (const id of counted) {
    if (!live.has(id)) await presence.hdel("roomcount", id);
  }
  return counted.includes(matchMaker.processId);
};
