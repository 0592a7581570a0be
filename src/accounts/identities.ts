import type { Accounts } from "./accounts.ts";
import { type Admission, admissionOf } from "./admission.ts";
import { mailerOf } from "./mail.ts";
import { type OutsideIssuer, outsideIssuerOf } from "./outside.ts";
import { type Resets, resetsOf } from "./resets.ts";
import type { Tokens } from "./tokens.ts";

/** Everything that knows who somebody is. */
export type Identities = {
  readonly accounts: Accounts;
  readonly admission: Admission;
  /** Missing where no mail can be sent. */
  readonly resets: Resets | undefined;
  /** Missing where no outside issuer is trusted. */
  readonly outside: OutsideIssuer | undefined;
  /** Waits for mails under way, then lets go of the mail server. */
  readonly close: () => Promise<void>;
};

export type IdentitiesOptions = {
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly now: () => number;
  readonly log: { readonly warn: (fields: object, message: string) => void };
  readonly mail?: { readonly url: string; readonly publicUrl: string; readonly from?: string | undefined } | undefined;
  readonly issuer?: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string } | undefined;
};

/** Puts together what a process needs to know who somebody is. */
export const identitiesOf = ({ accounts, tokens, now, log, mail, issuer }: IdentitiesOptions): Identities => {
  const warn = (fields: object, message: string) => log.warn(fields, message);
  const mailer = mail && mailerOf(mail);
  const resets = mailer && resetsOf({ accounts, mailer, now, warn });
  return {
    accounts,
    admission: admissionOf({ tokens, find: accounts.find, now }),
    resets,
    outside: issuer && outsideIssuerOf({ ...issuer, now, warn }),
    close: async () => {
      await resets?.settled();
      mailer?.close();
    },
  };
};
