import type { PlayerId } from "../core/ids.ts";
import type { Account } from "./accounts.ts";
import { type Identity, TokenError, type Tokens } from "./tokens.ts";

export type Admission = {
  /** The identity that a token proves, if it is still current; otherwise a TokenError. */
  readonly admit: (token: string | undefined) => Promise<Identity>;
  /** Whether the tokens of this identity have not been ended. Up to 5 s behind what other processes do. */
  readonly isCurrent: (identity: Identity) => Promise<boolean>;
  /** Makes the next answer for this id a fresh one. */
  readonly forget: (id: PlayerId) => void;
};

export type AdmissionOptions = {
  readonly tokens: Tokens;
  readonly find: (id: PlayerId) => Promise<Pick<Account, "version"> | undefined>;
  /** ms since 1970. */
  readonly now: () => number;
  /** Ids remembered at once. */
  readonly most?: number;
};

type Known = { readonly askedAt: number; trueAt: number; readonly version: Promise<number | undefined> };

const freshMs = 5000;
/** While the store is down, what was true lately counts. */
const staleMs = 5 * 60_000;

/**
 * Checks tokens against the versions in the store, remembering each for 5 s.
 *
 * A guest has no row and is always current. Only when the guest has registered, a row under that id exists: the
 * guest's token then counts as one of version 1, so it stays good in the game being played, and ends with all
 * others when the account signs out everywhere.
 */
export const admissionOf = ({ tokens, find, now, most = 10_000 }: AdmissionOptions): Admission => {
  const cache = new Map<PlayerId, Known>();

  const ask = (id: PlayerId, before: Known | undefined): Known => {
    const askedAt = now();
    const version = find(id).then(
      (account) => account?.version,
      (error: unknown) => {
        if (before !== undefined && now() - before.trueAt < staleMs) {
          known.trueAt = before.trueAt;
          return before.version;
        }
        if (cache.get(id) === known) cache.delete(id);
        throw error;
      },
    );
    const known: Known = { askedAt, trueAt: askedAt, version };
    return known;
  };

  const versionOf = (id: PlayerId): Promise<number | undefined> => {
    const before = cache.get(id);
    if (before !== undefined && now() - before.askedAt < freshMs) return before.version;
    const known = ask(id, before);
    cache.delete(id);
    cache.set(id, known);
    const [oldest] = cache.keys();
    if (cache.size > most && oldest !== undefined) cache.delete(oldest);
    return known.version;
  };

  const isCurrent = async ({ id, kind, version }: Identity): Promise<boolean> => {
    if (kind === "bot") return true;
    if (version !== undefined) {
      const known = (await versionOf(id)) ?? 0;
      if (known >= version) return known === version;
      // We sign no version that is not in the store: what we remember is from before the account was made or changed.
      cache.delete(id);
      return (await versionOf(id)) === version;
    }
    // A guest is let in also when the store can't be asked: returning to one's seat must not depend on it.
    const registered = await versionOf(id).catch(() => undefined);
    return registered === undefined || registered === 1;
  };

  return {
    isCurrent,
    admit: async (token) => {
      const identity = tokens.verify(token);
      if (!(await isCurrent(identity))) throw new TokenError("unauthorized");
      return identity;
    },
    forget: (id) => void cache.delete(id),
  };
};
