import type { Kysely, Selectable } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import type { AccountTable, Tables } from "../database/tables.ts";
import { removedName } from "../core/removed.ts";
import type { Account, Accounts } from "./accounts.ts";
import { type Role, roles } from "./tokens.ts";

const accountOf = (row: Selectable<AccountTable>): Account => ({
  id: row.id as PlayerId,
  name: row.name,
  // A role that a newer version of this program has given is no right in this one.
  role: roles.find((role) => role === row.role) ?? "player",
  version: row.token_version,
  email: row.email ?? undefined,
  passwordHash: row.password_hash ?? undefined,
});

/** Accounts in the tables `account` and `password_reset`. */
export const sqlAccounts = (db: Kysely<Tables>): Accounts => {
  const change = async (id: PlayerId, changes: { readonly role?: Role } = {}): Promise<boolean> => {
    const changed = await db
      .updateTable("account")
      .set((row) => ({ ...changes, token_version: row("token_version", "+", 1) }))
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    return changed !== undefined;
  };

  return {
    create: async ({ id, email, name, passwordHash }) => {
      const made = await db
        .insertInto("account")
        .values({ id, email, name, password_hash: passwordHash, role: "player", token_version: 1 })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (made !== undefined) return accountOf(made);
      const holder = await db.selectFrom("account").select("id").where("email", "=", email).executeTakeFirst();
      return holder === undefined ? "id_taken" : "email_taken";
    },

    ensure: async ({ id, name }) =>
      accountOf(
        await db
          .insertInto("account")
          .values({ id, name, role: "player", token_version: 1 })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ name }))
          .returningAll()
          .executeTakeFirstOrThrow(),
      ),

    find: async (id) => {
      const row = await db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
      return row && accountOf(row);
    },

    byEmail: async (email) => {
      const row = await db.selectFrom("account").selectAll().where("email", "=", email).executeTakeFirst();
      return row && accountOf(row);
    },

    raiseVersion: (id) => change(id),
    setRole: (id, role) => change(id, { role }),

    addReset: async ({ account, tokenHash, expiresAt }, now) => {
      await db
        .with("old", (cte) =>
          cte.deleteFrom("password_reset").where("expires_at", "<=", new Date(now)).returning("account"),
        )
        .insertInto("password_reset")
        .values({ token_hash: tokenHash, account, expires_at: new Date(expiresAt) })
        .execute();
    },

    // One statement: of two for one account the second finds the rows gone, and no crash comes in between.
    useReset: async (tokenHash, passwordHash, now) => {
      const changed = await db
        .with("used", (cte) =>
          cte
            .deleteFrom("password_reset")
            .where("account", "in", (inner) =>
              inner
                .selectFrom("password_reset as asked")
                .select("asked.account")
                .where("asked.token_hash", "=", tokenHash)
                .where("asked.expires_at", ">", new Date(now)),
            )
            .returning("account"),
        )
        .updateTable("account")
        .from("used")
        .set((row) => ({ password_hash: passwordHash, token_version: row("account.token_version", "+", 1) }))
        .whereRef("account.id", "=", "used.account")
        .returning("account.id")
        .executeTakeFirst();
      return changed?.id as PlayerId | undefined;
    },

    remove: async (id) => {
      const removed = await db
        .with("resets", (cte) => cte.deleteFrom("password_reset").where("account", "=", id).returning("account"))
        .updateTable("account")
        .set((row) => ({
          name: removedName,
          role: "player",
          email: null,
          password_hash: null,
          token_version: row("token_version", "+", 1),
        }))
        .where("id", "=", id)
        .returning("id")
        .executeTakeFirst();
      return removed !== undefined;
    },

    removeGuest: async (id) => {
      await db
        .insertInto("account")
        .values({ id, name: removedName, role: "player", token_version: 2 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
};
