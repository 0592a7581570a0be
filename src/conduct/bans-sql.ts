import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { barringOf } from "./barred.ts";
import type { Barred, Conduct, Sanction } from "./conduct.ts";
import { sanctionOf } from "./rows.ts";

type Known = { readonly person: Barred; readonly at: number; readonly bans: Promise<readonly Sanction[]> };

/** An answer may be so old. */
const freshMs = 5000;
const mostKnown = 10_000;
/** More bans than this of one person and device are not looked at; those that reach furthest come first. */
const mostBans = 200;

/** Bans as this process knows them, since everybody who wants in is looked up. */
export const bansOf = (db: Kysely<Tables>): Pick<Conduct, "barring" | "bansOfDevice" | "forget"> => {
  const known = new Map<string, Known>();

  const bansAgainst = (person: Barred, now: number): Promise<readonly Sanction[]> => {
    const key = JSON.stringify([person.id, person.device]);
    const before = known.get(key);
    if (before !== undefined && now >= before.at && now - before.at < freshMs) return before.bans;
    const bans = lookUp(db, person, now);
    known.delete(key);
    if (known.size >= mostKnown) known.delete(known.keys().next().value ?? "");
    const entry = { person, at: now, bans };
    known.set(key, entry);
    bans.catch(() => {
      if (known.get(key) === entry) known.delete(key);
    });
    return bans;
  };

  return {
    barring: async (person, place, now) => barringOf(await bansAgainst(person, now), person, place, now),
    bansOfDevice: (device, now) => lookUpDevice(db, device, now),
    forget: (player) => {
      for (const [key, { person }] of known) if (person.id === player || person.device !== "") known.delete(key);
    },
  };
};

const bansInForce = (db: Kysely<Tables>, now: number) =>
  db
    .selectFrom("sanction")
    .selectAll()
    .where("kind", "=", "ban")
    .where("lifted_at", "is", null)
    .where((row) => row.or([row("until", "is", null), row("until", ">", new Date(now))]))
    .orderBy(sql`scope = 'lobby'`)
    .orderBy("until", (by) => by.desc().nullsFirst())
    .limit(mostBans);

/** Two questions, as each has an index of its own. */
const lookUp = async (db: Kysely<Tables>, { id, device }: Barred, now: number): Promise<readonly Sanction[]> => {
  const own = await bansInForce(db, now).where("player", "=", id).where("scope", "<>", "lobby").execute();
  return [...own.map(sanctionOf), ...(await lookUpDevice(db, device, now))];
};

const lookUpDevice = async (db: Kysely<Tables>, device: string, now: number): Promise<readonly Sanction[]> => {
  if (device === "") return [];
  const rows = await bansInForce(db, now).where("device", "<>", "").where("device", "=", device).execute();
  return rows.map(sanctionOf);
};
