import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Secrets } from "./secrets.ts";

/** Which of the secrets the operator has set: those are as they were set. */
export type Given = { readonly jwtSecret: boolean; readonly adminPassword: boolean };

/**
 * The secrets that all processes on one database have in common: those of the process that came first. Without this
 * each would refuse the others' tokens.
 */
export const shareSecrets = async (db: Kysely<Tables>, own: Secrets, given: Given): Promise<Secrets> => {
  const share = async (name: string, value: string): Promise<string> => {
    await db
      .insertInto("secret")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    const row = await db.selectFrom("secret").select("value").where("name", "=", name).executeTakeFirstOrThrow();
    return row.value;
  };
  const jwtSecret = given.jwtSecret ? own.jwtSecret : await share("jwt", own.jwtSecret);
  const adminHash = given.adminPassword ? own.adminHash : await share("admin", own.adminHash);
  // A password that is not the server's is of no use to anybody.
  const newAdminPassword = adminHash === own.adminHash ? own.newAdminPassword : undefined;
  return { jwtSecret, adminHash, newAdminPassword };
};
