import { createSecretKey } from "node:crypto";
import jwt from "jsonwebtoken";
import { z } from "zod";
import type { PlayerId } from "../core/ids.ts";
import { newest } from "../core/newest.ts";

export const roles = ["player", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who somebody is, as a token proves it. */
export type Identity = {
  readonly id: PlayerId;
  readonly name: string;
  readonly role: Role;
  readonly kind: "human" | "bot";
  /** How a bot of the server itself plays and talks. */
  readonly bot?: { readonly skill: number; readonly talk: number; readonly brain: "skill" | "model" };
  /** The version of the account for which the token was made; guests and bots, who have no account, have none. */
  readonly version?: number;
  /** The token that a device keeps, by which a banned guest is known again; missing for who gave none. */
  readonly device?: string;
  /** When the token that proved it runs out, in ms since 1970. */
  readonly expiresAt?: number;
};

export class TokenError extends Error {
  override readonly name = "TokenError";
  readonly code: "unauthorized" | "token_expired";
  constructor(code: "unauthorized" | "token_expired", cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export type Tokens = {
  /** A token for playing, good for a day. */
  readonly issue: (identity: Identity) => string;
  /** The identity, or a TokenError. Whether the token was ended meanwhile is for `Admission` to say. */
  readonly verify: (token: string | undefined) => Identity;
  /** A token for a device to keep, by which it is known again and nothing else. */
  readonly issueDevice: (device: string) => string;
  /** The device of such a token; undefined for anything else. */
  readonly readDevice: (token: string | undefined) => string | undefined;
};

const issuer = "parlor";
const audience = "play";
const deviceAudience = "device";
const daySeconds = 24 * 60 * 60;
/** A token is a few hundred bytes; anything longer is not one of ours. */
const longest = 4096;

/** Tokens whose signature need not be checked again. */
const knownMost = 2000;

/** Strict, because the library accepts tokens without `exp`, with an object as `sub`, and ignores unknown types. */
const claims = z.object({
  sub: z.string().min(1).max(64),
  name: z.string().min(1).max(64),
  role: z.enum(roles),
  kind: z.enum(["human", "bot"]),
  typ: z.literal("access"),
  ver: z.int().min(1).optional(),
  dev: z.string().max(64).optional(),
  exp: z.number(),
  iat: z.number(),
});

const deviceClaims = z.object({ sub: z.string().min(1).max(64), typ: z.literal("device") });

/** Signs and checks tokens (JWT, HS256) with one secret of at least 32 bytes. `now` is in ms. */
export const tokensOf = (secret: string, now: () => number): Tokens => {
  if (Buffer.byteLength(secret) < 32) throw new Error("the secret for tokens must have at least 32 bytes");
  // The library would make a key of a text for every token, which takes three times as long as all the rest.
  const key = createSecretKey(Buffer.from(secret));
  // Who joins shows the same token twice, when asking for a seat and when taking it.
  const known = new Map<string, Identity & { readonly expiresAt: number }>();
  return {
    issue: ({ id, name, role, kind, version, device }) => {
      const issuedAt = Math.floor(now() / 1000);
      const ver = version === undefined ? {} : { ver: version };
      const dev = device === undefined ? {} : { dev: device };
      const payload = { name, role, kind, ...ver, ...dev, typ: "access", iat: issuedAt, exp: issuedAt + daySeconds };
      return jwt.sign(payload, key, { algorithm: "HS256", issuer, audience, subject: id });
    },
    issueDevice: (device) =>
      jwt.sign({ typ: "device" }, key, { algorithm: "HS256", issuer, audience: deviceAudience, subject: device }),
    readDevice: (token) => {
      if (token === undefined || token === "" || token.length > longest) return undefined;
      try {
        const payload = jwt.verify(token, key, { algorithms: ["HS256"], issuer, audience: deviceAudience });
        return deviceClaims.parse(payload).sub;
      } catch {
        return undefined;
      }
    },
    verify: (token) => {
      if (token === undefined || token === "" || token.length > longest) throw new TokenError("unauthorized");
      const before = known.get(token);
      if (before !== undefined && now() < before.expiresAt) return before;
      try {
        const payload = jwt.verify(token, key, {
          algorithms: ["HS256"],
          issuer,
          audience,
          clockTimestamp: Math.floor(now() / 1000),
        });
        const { sub, name, role, kind, ver, dev, exp } = claims.parse(payload);
        const identity = {
          id: sub as PlayerId,
          name,
          role,
          kind,
          expiresAt: exp * 1000,
          ...(ver === undefined ? {} : { version: ver }),
          ...(dev === undefined ? {} : { device: dev }),
        };
        known.set(token, identity);
        newest(known, knownMost);
        return identity;
      } catch (error) {
        throw new TokenError(error instanceof jwt.TokenExpiredError ? "token_expired" : "unauthorized", error);
      }
    },
  };
};
