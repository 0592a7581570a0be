import { matchMaker } from "@colyseus/core";
import type { Services } from "../../rooms/services.ts";
import type { Waker } from "../../rooms/waker.ts";

/** Between questions every lobby goes on in another process, if there is one; at the deadline they are simply left. */
export const handOver = async (
  { running, log }: Pick<Services, "running" | "log">,
  waker: Waker,
  seconds: number,
): Promise<void> => {
  try {
    await matchMaker.stats.excludeProcess(matchMaker.processId);
    if ((await matchMaker.stats.fetchAll()).length === 0) return;
    await running.handOver((code) => waker.wakeElsewhere(code), AbortSignal.timeout(seconds * 1000));
  } catch (error) {
    log.warn({ err: error }, "lobbies were not handed over");
  }
};
