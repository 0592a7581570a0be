/** What the staff may ask of Colyseus' monitor and playground, whose calls change things by GET. */
export type MonitorCall =
  | { readonly kind: "look" }
  /** Ends a room or a connection; for admins. */
  | { readonly kind: "act"; readonly room: string; readonly method: string; readonly args: unknown }
  | { readonly kind: "refused" }
  | { readonly kind: "nothing" };

/** Its pages and what only tells; every other path is not there, however it is written. */
const monitorPaths = /^\/(?:|api|api\/room|assets\/[\w.-]+)$/;
const reads: ReadonlySet<string> = new Set(["getInspectData", "getRoomListData", "getAvailableData"]);
const acts: ReadonlySet<string> = new Set(["disconnect", "_forceClientDisconnect"]);

/** Without its profiler, which could be left running, and without its catch-all. */
export const playgroundPaths =
  /^\/(?:|rooms|__apidocs|assets\/[\w.-]+|favicon\.ico|logo\d+\.png|manifest\.json|profiling\/status)$/;

export const isReading = (method: string): boolean => method === "GET" || method === "HEAD";

/**
 * What a request to the monitor is. A call of a room's method must come from a page of ours: another site can make a
 * browser send a GET, but can't make it say that.
 */
export const monitorCall = (method: string, path: string, url: string, site: string | undefined): MonitorCall => {
  if (!isReading(method)) return { kind: "nothing" };
  if (monitorPaths.test(path)) return { kind: "look" };
  if (path !== "/api/room/call" || method !== "GET") return { kind: "nothing" };
  if (site !== "same-origin") return { kind: "refused" };
  const query = new URL(url, "http://localhost").searchParams;
  // A name given twice could be read in two ways.
  const [room, called, args] = ["roomId", "method", "args"].map((name) => query.getAll(name));
  if (room?.length !== 1 || called?.length !== 1 || args?.length !== 1) return { kind: "refused" };
  if (reads.has(called[0] ?? "")) return { kind: "look" };
  if (!acts.has(called[0] ?? "")) return { kind: "refused" };
  const given = jsonOf(args[0] ?? "");
  const isFit = Array.isArray(given) && given.length <= 1 && given.every((one) => typeof one === "string");
  return isFit ? { kind: "act", room: room[0] ?? "", method: called[0] ?? "", args: given } : { kind: "refused" };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
