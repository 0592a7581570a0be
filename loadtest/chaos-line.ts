import type { Room } from "@colyseus/sdk";

/** How often a connection is asked for a sign of life, and how long none may come. */
const beatMs = 1000;
const lostMs = 4000;

/** Which life of which process a connection leads to: its address ends with the process and the room. */
export const processOf = (room: Pick<Room, "connection">): string => {
  const { ws } = room.connection.transport as unknown as { readonly ws: { readonly url: string } };
  return new URL(ws.url).pathname.split("/").at(-2) ?? "";
};

/** Calls `onLost` once when nothing comes back: a process that stands still closes no connection. Gives what ends it. */
export const watchLine = (room: Pick<Room, "ping">, onLost: () => void): (() => void) => {
  let heardAt = performance.now();
  const stop = (): void => clearInterval(beating);
  const beating = setInterval(() => {
    if (performance.now() - heardAt < lostMs) return room.ping(() => (heardAt = performance.now()));
    stop();
    onLost();
  }, beatMs);
  return stop;
};
