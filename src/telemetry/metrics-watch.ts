import { Counter, Gauge, type Registry } from "prom-client";
import type { Bytes } from "./bytes.ts";
import { type Condition, isWilling } from "./condition.ts";

type Used = { readonly calls: number; readonly tokens: number };

/** Who is in the lobbies of this process. */
export type Census = {
  /** Members by kind, those who are away left out. */
  readonly players: ReadonlyMap<string, number>;
  readonly away: number;
  /** Lobbies by how far they are. */
  readonly lobbies: ReadonlyMap<string, number>;
};

/** What is asked for whenever the figures are read. */
export type Watches = {
  readonly condition: () => Condition;
  readonly census: () => Census;
  readonly bytes: () => Bytes;
  /** Rejects when it is away. */
  readonly pingDatabase: (() => Promise<unknown>) | undefined;
  readonly pingRedis: (() => Promise<unknown>) | undefined;
  /** Reviews that wait for moderators; may reject. */
  readonly openReviews: () => Promise<number>;
};

export type ModelWatch = {
  readonly used: () => Promise<{ readonly minute: Used; readonly day: Used }>;
  /** Whether it has failed so often that it is left alone for a while. */
  readonly isOut: () => boolean;
};

/** Nobody who reads the figures waits longer for the database or Redis. */
const patienceMs = 1000;

export const watchAll = (registry: Registry, watches: Watches): void => {
  const registers = [registry];
  const { condition, census, bytes } = watches;
  const gauge = (name: string, help: string, value: () => number | undefined): void => {
    const one: Gauge = new Gauge({
      name,
      help,
      registers,
      collect: () => {
        const found = value();
        if (found === undefined) one.remove();
        else one.set(found);
      },
    });
  };
  const up = (state: "well" | "away" | "none") => (state === "none" ? undefined : Number(state === "well"));
  gauge("parlor_ready", "1 while this process takes on work", () => Number(isWilling(condition())));
  gauge("parlor_draining", "1 while this process hands its lobbies over", () => Number(condition().draining));
  gauge("parlor_database_up", "1 while this process is known as alive in the database", () => up(condition().database));
  gauge("parlor_redis_up", "1 while Redis is connected", () => up(condition().redis));
  gauge("parlor_lobbies_standing", "1 while the clock of any lobby stands", () =>
    Number(condition().lobbies === "standing"),
  );
  byLabel(registers, "parlor_players", "Members of lobbies who are here, by kind", "kind", () => census().players);
  gauge("parlor_players_away", "Members of lobbies whose connection is lost", () => census().away);
  byLabel(registers, "parlor_lobbies_by_status", "Lobbies by how far they are", "status", () => census().lobbies);
  watchBytes(registers, bytes);
  timed(registers, "parlor_database_ping_seconds", "the database", watches.pingDatabase);
  timed(registers, "parlor_redis_ping_seconds", "Redis", watches.pingRedis);
  const open: Gauge = new Gauge({
    name: "parlor_reviews_open",
    help: "What waits for moderators, on the whole server",
    registers,
    collect: async () => {
      const count = await within(watches.openReviews()).catch(() => undefined);
      if (count === undefined) open.remove();
      else open.set(count);
    },
  });
};

const byLabel = (
  registers: Registry[],
  name: string,
  help: string,
  label: string,
  read: () => ReadonlyMap<string, number>,
): void => {
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: [label],
    registers,
    collect: () => {
      gauge.reset();
      for (const [key, count] of read()) gauge.set({ [label]: key }, count);
    },
  });
};

const watchBytes = (registers: Registry[], bytes: () => Bytes): void => {
  const counter: Counter = new Counter({
    name: "parlor_bytes_total",
    help: "Bytes over all connections, HTTP and WebSocket",
    labelNames: ["direction"],
    registers,
    collect: () => {
      const { sent, received } = bytes();
      counter.reset();
      counter.inc({ direction: "sent" }, sent);
      counter.inc({ direction: "received" }, received);
    },
  });
};

const timed = (registers: Registry[], name: string, what: string, ping: Watches["pingDatabase"]): void => {
  if (ping === undefined) return;
  const gauge: Gauge = new Gauge({
    name,
    help: `How long ${what} takes to answer; missing while it does not`,
    registers,
    collect: async () => {
      const started = performance.now();
      const answered = await within(ping()).then(
        () => true,
        () => false,
      );
      if (answered) gauge.set((performance.now() - started) / 1000);
      else gauge.remove();
    },
  });
};

const within = <T>(work: Promise<T>): Promise<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new Error("too late")), patienceMs);
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
};

export const watchModel = (registry: Registry, { used, isOut }: ModelWatch): void => {
  const registers = [registry];
  const use: Gauge<"what" | "window"> = new Gauge({
    name: "parlor_model_used",
    help: "Calls and tokens of models by the whole server, in this minute and on this day",
    labelNames: ["what", "window"],
    registers,
    collect: async () => {
      const sums = await within(used()).catch(() => undefined);
      if (sums === undefined) return use.reset();
      for (const window of ["minute", "day"] as const) {
        use.set({ what: "calls", window }, sums[window].calls);
        use.set({ what: "tokens", window }, sums[window].tokens);
      }
    },
  });
  watchOut(registers, "parlor_model_out", "the model", isOut);
};

export const watchOut = (registers: Registry[], name: string, what: string, isOut: () => boolean): void => {
  const out: Gauge = new Gauge({
    name,
    help: `1 while ${what} has failed so often that it is not asked`,
    registers,
    collect: () => out.set(isOut() ? 1 : 0),
  });
};
