import type { Room } from "@colyseus/sdk";
import { useEffect, useState } from "preact/hooks";

/** What to add to this device's clock to get the server's, and how long the measurement took: shorter is truer. */
let offset = 0;
let tookMs = Infinity;

/** The server's time as well as it is known, in ms since 1970. */
export const serverNow = (): number => Date.now() + offset;

/** A first estimate from a time that came along with something else; starts the measurement anew. */
export const estimate = (serverTime: number): void => {
  offset = serverTime - Date.now();
  tookMs = Infinity;
};

/** Asks the server for its time a few times and keeps the quickest answer. */
export const measure = async (room: Room): Promise<void> => {
  for (let round = 0; round < 4; round++) {
    const sentAt = Date.now();
    const serverTime: unknown = await room.request("time", {}).catch(() => undefined);
    const took = Date.now() - sentAt;
    const time = typeof serverTime === "number" ? serverTime : (serverTime as { time?: number } | undefined)?.time;
    if (time === undefined) return;
    if (took < tookMs) {
      tookMs = took;
      offset = time + took / 2 - (sentAt + took);
    }
  }
};

/** Renders the component anew every `everyMs` while `on`; returns the server's time. */
export const useServerNow = (everyMs: number, on = true): number => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, on]);
  // Between two ticks something else may have caused the rendering, with a new deadline.
  return Math.max(now, serverNow());
};
