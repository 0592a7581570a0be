import { createHash, randomBytes } from "node:crypto";
import type { PlayerId } from "../core/ids.ts";
import type { Accounts } from "./accounts.ts";
import type { Mailer } from "./mail.ts";

export type Resets = {
  /**
   * Sends a link to the account with this e-mail, if there is one. Returns before anything is looked up, so that
   * neither the answer nor its time tells whether there is.
   */
  readonly request: (email: string) => void;
  /** Sets the password by the token of a link; gives the account, or undefined when the token is used up or false. */
  readonly use: (token: string, passwordHash: string) => Promise<PlayerId | undefined>;
  /** Resolves when every mail under way was sent or given up. */
  readonly settled: () => Promise<void>;
};

export type ResetsOptions = {
  readonly accounts: Pick<Accounts, "byEmail" | "addReset" | "useReset">;
  readonly mailer: Pick<Mailer, "sendReset">;
  readonly now: () => number;
  readonly warn: (fields: object, message: string) => void;
};

const hourMs = 60 * 60_000;
/** A mail server that hangs must not gather requests without end. */
const mostUnderWay = 100;

/**
 * Setting a new password by mail. The token is 32 random bytes, of which the store has only the hash: who reads
 * the store can set no password. It is no JWT, so it opens nothing else, and no other token opens this.
 */
export const resetsOf = ({ accounts, mailer, now, warn }: ResetsOptions): Resets => {
  const underWay = new Set<Promise<void>>();

  const send = async (email: string): Promise<void> => {
    const account = await accounts.byEmail(email);
    if (account === undefined) return;
    const token = randomBytes(32).toString("base64url");
    const at = now();
    await accounts.addReset({ account: account.id, tokenHash: hashOf(token), expiresAt: at + hourMs }, at);
    await mailer.sendReset(email, token);
  };

  return {
    request: (email) => {
      if (underWay.size >= mostUnderWay) return warn({}, "too many password mails at once; one was dropped");
      const work: Promise<void> = send(email)
        .catch((error: unknown) => warn({ err: error }, "a password mail was not sent"))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    use: (token, passwordHash) => accounts.useReset(hashOf(token), passwordHash, now()),
    settled: async () => void (await Promise.all(underWay)),
  };
};

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
