import type { Accounts } from "../accounts/accounts.ts";
import type { Identity, Role } from "../accounts/tokens.ts";
import type { PlayerId } from "../core/ids.ts";

/** The admin whose password the operator knows: always one, whatever its row says. */
export const bootstrapAdmin = "admin" as PlayerId;

const ranks: Readonly<Record<Role, number>> = { player: 0, moderator: 1, admin: 2 };

/** What somebody is; a guest is a player. */
export const roleOf = async (accounts: Pick<Accounts, "find">, id: PlayerId): Promise<Role> =>
  id === bootstrapAdmin ? "admin" : ((await accounts.find(id))?.role ?? "player");

/** Whether somebody of the staff may put a sanction on one of this role: nobody does on their equals, and so not on themselves. */
export const mayPunish = (by: Pick<Identity, "role">, role: Role): boolean => ranks[by.role] > ranks[role];
