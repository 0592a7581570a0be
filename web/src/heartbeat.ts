import type { Room } from "@colyseus/sdk";

const beatMs = 3000;
const missesAllowed = 2;
/** When somebody looks at the page again, a dead connection should show at once. */
const probeMs = 1500;

export type Heartbeat = { readonly probe: () => void; readonly stop: () => void };

/** Calls `onLost` once when the room stops answering: a dead network closes no connection by itself. */
export const startHeartbeat = (room: Room, onLost: () => void): Heartbeat => {
  let unanswered = 0;
  let probing: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearInterval(beating);
    clearTimeout(probing);
  };
  const lost = () => {
    stop();
    onLost();
  };
  const beat = () => {
    unanswered++;
    room.ping(() => {
      unanswered = 0;
      clearTimeout(probing);
    });
  };
  const beating = setInterval(() => (unanswered >= missesAllowed ? lost() : beat()), beatMs);
  const probe = () => {
    clearTimeout(probing);
    probing = setTimeout(lost, probeMs);
    beat();
  };
  return { probe, stop };
};
