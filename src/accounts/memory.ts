import type { PlayerId } from "../core/ids.ts";
import { removedName } from "../core/removed.ts";
import type { Account, Accounts, NewReset } from "./accounts.ts";

/** Accounts that last as long as the process. */
export const memoryAccounts = (): Accounts => {
  const rows = new Map<PlayerId, Account>();
  const resets = new Map<string, NewReset>();

  const byEmail = (email: string): Account | undefined => rows.values().find((row) => row.email === email);
  const put = (row: Account): Account => {
    rows.set(row.id, row);
    return row;
  };
  /** Changes a row and ends its tokens. */
  const change = (id: PlayerId, changes: Partial<Account>): boolean => {
    const row = rows.get(id);
    if (row === undefined) return false;
    put({ ...row, ...changes, version: row.version + 1 });
    return true;
  };
  const dropResets = (fits: (reset: NewReset) => boolean): void => {
    for (const reset of resets.values()) if (fits(reset)) resets.delete(reset.tokenHash);
  };

  return {
    create: async (account) => {
      if (byEmail(account.email) !== undefined) return "email_taken";
      if (rows.has(account.id)) return "id_taken";
      return put({ ...account, role: "player", version: 1 });
    },
    ensure: async ({ id, name }) => {
      const blank: Account = { id, name, role: "player", version: 1, email: undefined, passwordHash: undefined };
      return put({ ...(rows.get(id) ?? blank), name });
    },
    find: async (id) => rows.get(id),
    byEmail: async (email) => byEmail(email),
    raiseVersion: async (id) => change(id, {}),
    setRole: async (id, role) => change(id, { role }),
    addReset: async (reset, now) => {
      dropResets(({ expiresAt }) => expiresAt <= now);
      resets.set(reset.tokenHash, reset);
    },
    useReset: async (tokenHash, passwordHash, now) => {
      const reset = resets.get(tokenHash);
      if (reset === undefined || reset.expiresAt <= now) return undefined;
      dropResets(({ account }) => account === reset.account);
      return change(reset.account, { passwordHash }) ? reset.account : undefined;
    },
    remove: async (id) => {
      dropResets(({ account }) => account === id);
      return change(id, { name: removedName, role: "player", email: undefined, passwordHash: undefined });
    },
    removeGuest: async (id) => {
      if (rows.has(id)) return;
      put({ id, name: removedName, role: "player", version: 2, email: undefined, passwordHash: undefined });
    },
  };
};
