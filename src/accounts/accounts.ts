import type { PlayerId } from "../core/ids.ts";
import type { Identity, Role } from "./tokens.ts";

/** Somebody who can come back: kept in the store, and never sent to anybody as it is. */
export type Account = {
  readonly id: PlayerId;
  readonly name: string;
  readonly role: Role;
  /** Rises when all tokens of the account end; starts at 1. */
  readonly version: number;
  /** In lower case; missing where somebody else checks who it is (an outside issuer, the admin's password). */
  readonly email: string | undefined;
  readonly passwordHash: string | undefined;
};

/** What a token may say of an account. */
export const identityOf = ({ id, name, role, version }: Account): Identity => ({
  id,
  name,
  role,
  kind: "human",
  version,
});

type NewAccount = {
  readonly id: PlayerId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
};

/** Permission to set a new password, known by the hash of its token. Times are in ms since 1970. */
export type NewReset = {
  readonly account: PlayerId;
  readonly tokenHash: string;
  readonly expiresAt: number;
};

/**
 * The accounts. A guest has none: what a guest is stands in the token, so that a class of thirty who play once
 * leave no rows behind. Registering makes the row, under the id the guest already has. E-mails are given as
 * `readEmail` gives them. Every call may reject with an Outage.
 */
export type Accounts = {
  /** A new account of version 1, unless its e-mail or its id is taken. */
  readonly create: (account: NewAccount) => Promise<Account | "email_taken" | "id_taken">;
  /** The account of somebody whom others vouch for: made at the first call, given the new name at later ones. */
  readonly ensure: (account: Pick<Account, "id" | "name">) => Promise<Account>;
  readonly find: (id: PlayerId) => Promise<Account | undefined>;
  readonly byEmail: (email: string) => Promise<Account | undefined>;
  /** Ends all tokens of the account; whether there is one. */
  readonly raiseVersion: (id: PlayerId) => Promise<boolean>;
  /** Gives a role, and ends the tokens that say another; whether there is such an account. */
  readonly setRole: (id: PlayerId, role: Role) => Promise<boolean>;
  /** Keeps a reset, and drops those that had run out by `now`. */
  readonly addReset: (reset: NewReset, now: number) => Promise<void>;
  /**
   * Sets the password by a reset that has not run out, ends all tokens and all resets of its account, and gives
   * the account's id; once, however many ask at the same time.
   */
  readonly useReset: (tokenHash: string, passwordHash: string, now: number) => Promise<PlayerId | undefined>;
  /**
   * Removes what is personal and ends all tokens. The bare id stays with its version: without it the tokens of a
   * guest who registered would be good again.
   */
  readonly remove: (id: PlayerId) => Promise<boolean>;
  /** Ends the tokens of a guest for good, who goes: the bare id takes the place of an account. */
  readonly removeGuest: (id: PlayerId) => Promise<void>;
};
