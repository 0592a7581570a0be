import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { ConductNews } from "./conduct.ts";
import { sanctionRow, strikeRow } from "./rows.ts";

/** Writes what a lobby's events say about conduct. To be called in the transaction that makes the events durable. */
export const writeConduct = async (
  rows: Kysely<Tables>,
  { strikes, sanctions, lifted, cleared }: ConductNews,
): Promise<void> => {
  if (strikes.length > 0)
    await rows
      .insertInto("strike")
      .values(strikes.map(strikeRow))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  if (sanctions.length > 0)
    await rows
      .insertInto("sanction")
      .values(sanctions.map(sanctionRow))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  for (const one of lifted) await lift(rows, one);
  // Always in one order, so that two lobbies of one person don't wait for each other's rows.
  const inOrder = cleared.toSorted((a, b) => (a.strike < b.strike ? -1 : 1));
  for (const { strike, at } of inOrder) await clearStrike(rows, strike, at);
};

/** Only what was imposed before: told twice, it must not lift a ban that came in between. */
const lift = async (
  rows: Kysely<Tables>,
  { player, lobby, owner, by, at }: ConductNews["lifted"][number],
): Promise<void> => {
  const when = new Date(at);
  await rows
    .updateTable("sanction")
    .set({ lifted_at: when, lifted_by: by })
    .where("player", "=", player)
    .where("kind", "=", "ban")
    .where("lifted_at", "is", null)
    .where("at", "<=", when)
    .where((row) => row.or([row("until", "is", null), row("until", ">", when)]))
    .where((row) =>
      row.or([
        row.and([row("scope", "=", "lobby"), row("lobby", "=", lobby)]),
        row.and([row("scope", "=", "owner"), row("owner", "=", owner), row("owner", "<>", "")]),
      ]),
    )
    .execute();
};

/** A strike that no longer counts; the first time is kept. */
export const clearStrike = async (rows: Kysely<Tables>, id: string, at: number): Promise<void> => {
  await rows
    .updateTable("strike")
    .set({ cleared_at: new Date(at) })
    .where("id", "=", id)
    .where("cleared_at", "is", null)
    .execute();
};
