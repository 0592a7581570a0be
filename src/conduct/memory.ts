import type { PlayerId } from "../core/ids.ts";
import { barringOf, isInForce, recentBansMs } from "./barred.ts";
import type { Conduct, ConductNews, Sanction, StaffNote, Strike } from "./conduct.ts";
import { briefsOf, type KnownPerson } from "./people-memory.ts";

export type MemoryConduct = Conduct & {
  /** What comes with a lobby's events. */
  readonly write: (news: ConductNews) => void;
};

/** Conduct that lasts as long as the process. `known` are people who have accounts or have played. */
export const memoryConduct = (
  now: () => number = Date.now,
  known: () => Promise<readonly KnownPerson[]> = () => Promise.resolve([]),
): MemoryConduct => {
  const strikes = new Map<string, Strike>();
  const sanctions = new Map<string, Sanction>();
  const notes = new Map<string, StaffNote>();

  const addStrike = (strike: ConductNews["strikes"][number]): void => {
    if (!strikes.has(strike.id)) strikes.set(strike.id, { ...strike, clearedAt: null });
  };
  const addSanction = (sanction: ConductNews["sanctions"][number]): void => {
    if (sanctions.has(sanction.id)) return;
    sanctions.set(sanction.id, { ...sanction, liftedAt: null, liftedBy: "", appeal: "none", appealText: "" });
  };
  const change = (id: string, changes: Partial<Sanction>): Sanction | undefined => {
    const before = sanctions.get(id);
    if (before === undefined) return undefined;
    const after = { ...before, ...changes };
    sanctions.set(id, after);
    return after;
  };
  const clear = (id: string, at: number): void => {
    const strike = strikes.get(id);
    if (strike?.clearedAt === null) strikes.set(id, { ...strike, clearedAt: at });
  };
  const of = <T extends Strike | Sanction | StaffNote>(all: ReadonlyMap<string, T>, player: PlayerId): T[] =>
    [...all.values()].filter((one) => one.player === player).toSorted(newestFirst);

  const briefs = async (at: number) => briefsOf([...strikes.values()], [...sanctions.values()], await known(), at);

  return {
    recordOf: async (player, at) => ({
      strikes: of(strikes, player)
        .filter(({ clearedAt, expiresAt }) => clearedAt === null && expiresAt > at)
        .map(({ id, weight, at: since, expiresAt }) => ({ id, weight, at: since, expiresAt }))
        .toReversed(),
      bans: of(sanctions, player)
        .filter((one) => one.kind === "ban" && one.by === "" && one.liftedAt === null && one.at > at - recentBansMs)
        .map((one) => one.at)
        .toReversed(),
    }),
    barring: async (person, place, at) => barringOf([...sanctions.values()], person, place, at),
    bansOfDevice: async (device, at) =>
      [...sanctions.values()]
        .filter((one) => one.kind === "ban" && device !== "" && one.device === device && isInForce(one, at))
        .toSorted(furthestFirst),
    forget: () => {},
    strikesOf: async (player) => of(strikes, player),
    sanctionsOf: async (player) => of(sanctions, player),
    find: async (id) => sanctions.get(id),
    impose: async (sanction) => addSanction(sanction),
    strike: async (strike) => addStrike(strike),
    lift: async (id, by, at) => {
      const sanction = sanctions.get(id);
      if (sanction === undefined) return undefined;
      clear(sanction.strike, at);
      if (!isInForce(sanction, at)) return undefined;
      return change(id, { liftedAt: at, liftedBy: by });
    },
    appeal: async (id, player, appealText) => {
      const sanction = sanctions.get(id);
      if (sanction?.player !== player) return "not_found";
      if (sanction.appeal !== "none" || sanction.liftedAt !== null) return "conflict";
      return change(id, { appeal: "open", appealText }) ?? "not_found";
    },
    answerAppeal: async (id, appeal) => {
      const sanction = sanctions.get(id);
      if (sanction?.appeal !== "open") return;
      change(id, { appeal });
      if (appeal === "allowed") clear(sanction.strike, now());
    },
    people: async (search, { limit, after }, at) => {
      const all = await briefs(at);
      return (search === "" ? all.byLatest(after) : all.named(search, after)).slice(0, limit);
    },
    person: async (player, at) => (await briefs(at)).of(player),
    notesOf: async (player) => of(notes, player),
    addNote: async (note) => {
      if (!notes.has(note.id)) notes.set(note.id, note);
    },
    erase: async (player) => {
      for (const strike of of(strikes, player)) strikes.set(strike.id, { ...strike, name: "", rule: "", text: "" });
      for (const one of of(sanctions, player)) {
        const device = one.kind === "ban" && isInForce(one, now()) ? one.device : "";
        change(one.id, { name: "", appealText: "", device });
      }
      for (const note of notes.values()) {
        if (note.player === player) notes.delete(note.id);
        else if (note.by === player) notes.set(note.id, { ...note, byName: "" });
      }
    },
    removeOlder: async (before) =>
      removed(strikes, (one) => Math.min(one.expiresAt, one.clearedAt ?? Infinity) < before) +
      removed(
        sanctions,
        (one) =>
          Math.min(one.until ?? Infinity, one.liftedAt ?? Infinity, one.kind === "warning" ? one.at : Infinity) <
          before,
      ),
    write: ({ strikes: struck, sanctions: imposed, lifted, cleared }) => {
      for (const strike of struck) addStrike(strike);
      for (const sanction of imposed) addSanction(sanction);
      for (const { player, lobby, owner, by, at } of lifted)
        for (const one of of(sanctions, player)) {
          const isMeant =
            (one.scope === "lobby" && one.lobby === lobby) ||
            (one.scope === "owner" && owner !== "" && one.owner === owner);
          if (one.kind === "ban" && isMeant && one.at <= at && isInForce(one, at))
            change(one.id, { liftedAt: at, liftedBy: by });
        }
      for (const { strike, at } of cleared) clear(strike, at);
    },
  };
};

const furthestFirst = (a: Sanction, b: Sanction): number =>
  Number(a.scope === "lobby") - Number(b.scope === "lobby") || (b.until ?? Infinity) - (a.until ?? Infinity);

const newestFirst = <T extends { readonly at: number; readonly id: string }>(a: T, b: T): number =>
  b.at - a.at || (a.id < b.id ? 1 : -1);

const removed = <T>(all: Map<string, T>, isOld: (one: T) => boolean): number => {
  const old = [...all].filter(([, one]) => isOld(one));
  for (const [id] of old) all.delete(id);
  return old.length;
};
