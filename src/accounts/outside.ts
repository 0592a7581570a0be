import { createHash } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { z } from "zod";
import type { PlayerId } from "../core/ids.ts";
import { acceptableName } from "./names.ts";

/** Somebody whom the outside issuer vouches for. */
type Outsider = { readonly id: PlayerId; readonly name: string | undefined };

export type OutsideIssuer = {
  /** Who the token is about; undefined when it proves nothing, for whatever reason. */
  readonly verify: (token: string) => Promise<Outsider | undefined>;
};

export type OutsideOptions = {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => number;
  readonly warn: (fields: object, message: string) => void;
};

/** Fixed here: were the token to choose, a public key could be used as the secret of an HMAC. */
const algorithms = ["RS256", "ES256", "EdDSA"];

const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.unknown().optional(),
  preferred_username: z.unknown().optional(),
});

/** What a token can be wrong by; anything else is the key server's fault and worth a line in the log. */
const tokensFault =
  /^ERR_(?:JWT|JWS|JOSE_ALG_NOT_ALLOWED|JOSE_NOT_SUPPORTED|JWKS_NO_MATCHING_KEY|JWKS_MULTIPLE_MATCHING_KEYS)/;

/**
 * Tokens of one outside issuer (OpenID Connect or the like), checked with the keys it publishes. Keys are kept
 * for 10 minutes and asked for again at most every 30 s when a token names another one.
 *
 * Such tokens do not open rooms: checking them means asking the network, and rooms check tokens at once. They are
 * exchanged for one of ours by `POST /auth/exchange`, and from then on all tokens are alike.
 */
export const outsideIssuerOf = ({ jwksUrl, issuer, audience, now, warn }: OutsideOptions): OutsideIssuer => {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 3000 });
  return {
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms,
          issuer,
          audience,
          requiredClaims: ["exp"],
          currentDate: new Date(now()),
        });
        const { sub, name, preferred_username } = claims.parse(payload);
        const given = [name, preferred_username].filter((text) => typeof text === "string");
        return { id: idOf(issuer, sub), name: given.map(acceptableName).find((text) => text !== undefined) };
      } catch (error) {
        const code = (error as { readonly code?: unknown }).code;
        if (!(error instanceof z.ZodError) && !(typeof code === "string" && tokensFault.test(code)))
          warn({ err: error, jwksUrl }, "the keys of the outside issuer can't be had");
        return undefined;
      }
    },
  };
};

/** Stable, of a fixed length, and says nothing about who it is to those who play with them. */
const idOf = (issuer: string, subject: string): PlayerId =>
  `ext-${createHash("sha256")
    .update(JSON.stringify([issuer, subject]))
    .digest("base64url")}` as PlayerId;
