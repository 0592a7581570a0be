import type { Services } from "../../rooms/services.ts";
import { Running } from "../../rooms/running.ts";
import { noConduct } from "../../rooms/conduct-news.ts";
import type { LobbyExtra } from "../../rooms/extra.ts";
import { dump } from "../../src/database/dump.ts";
import { readConfig } from "../../src/config.ts";
import type { Facts } from "../../src/journal/journal.ts";
import type { LobbyCommand } from "../../src/lobby/commands.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { eraserOf, type Eraser } from "../../src/privacy/eraser.ts";
import { memoryStore, openStore, type Store } from "../../src/store.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { now } from "./conduct.ts";
import { adapters } from "./database.ts";

type Run = Parameters<Running["add"]>[1];

const log = logOf("silent");
const budget = readConfig({}).MODEL_BUDGET;

/** A whole store, and what erases people from it. */
export type PrivacyWorld = {
  readonly store: Store;
  /** Another process on the same store. */
  readonly newEraser: (changes?: Partial<Store>) => Eraser;
  /** What running lobbies were told. */
  readonly commands: LobbyCommand[];
  /** Ids whose connections were ended. */
  readonly signedOut: string[];
  /** Everything that is kept, as text. */
  readonly all: () => Promise<string>;
};

const worldOf = (store: Store, all: () => Promise<string>): PrivacyWorld => {
  const commands: LobbyCommand[] = [];
  const signedOut: string[] = [];
  const running = new Running();
  const lobby: Partial<Run> = {
    signOut: (player) => void signedOut.push(player),
    command: async (command) => {
      commands.push(command);
      return { ok: true, reply: undefined };
    },
  };
  running.add("RUNS", lobby as Run);
  return {
    store,
    commands,
    signedOut,
    all,
    newEraser: (changes = {}) => {
      const parts = { ...store, ...changes };
      const wire = { tell: () => {}, hear: () => Promise.resolve(() => {}) };
      const services = { ...parts, running, wire, now: () => now };
      return eraserOf({ ...parts, services, admission: { forget: () => {} }, log });
    },
  };
};

const memoryWorld = async (): Promise<PrivacyWorld> => {
  const store = memoryStore({ now: () => now, budget });
  const people = ["ana", "ben"] as never[];
  return worldOf(store, async () => {
    const { journal, standings, conduct, reviews, care, notes, packs, accounts } = store;
    const taken = await journal.take("ABCDE").catch(() => undefined);
    if (taken !== undefined) await journal.release("ABCDE", taken.epoch);
    const games = await standings.game("game-1");
    const states = (["open", "allowed", "denied"] as const).map((state) => reviews.list({ state, limit: 100 }));
    const of = people.map(async (id) => [
      await accounts.find(id),
      await conduct.strikesOf(id),
      await conduct.sanctionsOf(id),
      await conduct.notesOf(id),
      await notes.waiting(id),
      await packs.list(id, 100),
    ]);
    return JSON.stringify([
      [await journal.read("ABCDE"), await journal.find("ABCDE"), taken, games, await care.reportsOf("q1")],
      [await Promise.all(states), await Promise.all(of), await reviews.decisions()],
      await store.audit.list({ limit: 100 }),
      await standings.top("all", "human", 100, now),
    ]);
  });
};

const stores: (() => Promise<unknown>)[] = [];

/** Ends the databases of these worlds. */
export const closeWorlds = async (): Promise<void> => void (await Promise.all(stores.map((close) => close())));

export const privacyWorlds: readonly { readonly name: string; readonly open: () => Promise<PrivacyWorld> }[] = [
  { name: "memory", open: memoryWorld },
  ...adapters.map(({ name, newPlace }) => ({
    name,
    open: async () => {
      const { dataDir = "", url } = await newPlace();
      const common = { log, now: () => now, webhookAllowPrivate: true, budget, answers: async () => false };
      const store = await openStore({ dataDir, databaseUrl: url, runner: "me", ...common });
      const { database } = store;
      if (database === undefined) throw new Error("has no database");
      stores.push(() => database.close());
      return worldOf(store, async () => {
        let text = "";
        for await (const line of dump(database.db)) text += line;
        return text;
      });
    },
  })),
];

export const facts = (owner: string, title: string): Facts => ({
  owner,
  status: "idle",
  public: true,
  listing: { title, code: "ABCDE" },
});

/** Appends to a new stream and gives it up, as a lobby that has gone to sleep. */
export const asleep = async (
  journal: Services["journal"],
  code: string,
  told: Facts,
  events: readonly LobbyEvent[],
  extra: Partial<LobbyExtra> = {},
): Promise<void> => {
  const hold = await journal.create(code, told);
  const none = { games: [], told: [], care: { plays: [], reports: [] }, answers: [], conduct: noConduct, reviews: [] };
  await journal.append(code, hold, { events, facts: told, extra: { ...none, ...extra } });
  await journal.keep(code, { epoch: hold.epoch, length: events.length }, { holds: events });
  await journal.release(code, hold.epoch);
};
