import jwt from "jsonwebtoken";
import { z } from "zod";
import type { Admission } from "../accounts/admission.ts";
import { type Identity, roles, TokenError } from "../accounts/tokens.ts";
import type { PlayerId } from "../core/ids.ts";

/** What opens the pages of the staff in a browser, which sends no bearer token when it goes to an address. */
export type AdminSessions = {
  /** A signed session for one of the staff, and how long it is good. */
  readonly open: (identity: Identity) => { readonly session: string; readonly seconds: number };
  /** Ends the sessions that this process knows of somebody. */
  readonly end: (player: PlayerId) => void;
  /** Whose session it is; a TokenError when it is none, has run out or has been ended. */
  readonly admit: (session: string | undefined) => Promise<Identity>;
};

export type AdminSessionsOptions = {
  /** Of at least 32 bytes. */
  readonly secret: string;
  readonly admission: Pick<Admission, "isCurrent">;
  /** ms since 1970. */
  readonly now: () => number;
};

const issuer = "parlor";
/** Another audience than that of tokens for playing: neither is ever good for the other. */
const audience = "admin-pages";
const hourMs = 3_600_000;
const longest = 4096;

const claims = z.object({
  sub: z.string().min(1).max(64),
  name: z.string().min(1).max(64),
  role: z.enum(roles).exclude(["player"]),
  ver: z.int().min(1),
  typ: z.literal("admin-session"),
  /** When it was opened, in ms. */
  at: z.number(),
  exp: z.number(),
});

/** Sessions as signed texts: nothing is kept of them but who has ended theirs within the last hour. */
export const adminSessionsOf = ({ secret, admission, now }: AdminSessionsOptions): AdminSessions => {
  const ended = new Map<PlayerId, number>();

  const read = (session: string | undefined) => {
    if (session === undefined || session === "" || session.length > longest) throw new TokenError("unauthorized");
    try {
      const clockTimestamp = Math.floor(now() / 1000);
      return claims.parse(jwt.verify(session, secret, { algorithms: ["HS256"], issuer, audience, clockTimestamp }));
    } catch (error) {
      throw new TokenError(error instanceof jwt.TokenExpiredError ? "token_expired" : "unauthorized", error);
    }
  };

  return {
    open: ({ id, name, role, version, expiresAt }) => {
      const at = now();
      const until = Math.min(at + hourMs, expiresAt ?? Number.POSITIVE_INFINITY);
      const payload = { name, role, ver: version, typ: "admin-session", at, iat: seconds(at), exp: seconds(until) };
      const session = jwt.sign(payload, secret, { algorithm: "HS256", issuer, audience, subject: id });
      return { session, seconds: Math.max(0, seconds(until) - seconds(at)) };
    },
    end: (player) => {
      for (const [id, at] of ended) if (at < now() - hourMs) ended.delete(id);
      ended.set(player, now());
    },
    admit: async (session) => {
      const { sub, name, role, ver, at, exp } = read(session);
      const id = sub as PlayerId;
      const identity: Identity = { id, name, role, kind: "human", version: ver, expiresAt: exp * 1000 };
      if (at <= (ended.get(id) ?? 0) || !(await admission.isCurrent(identity))) throw new TokenError("unauthorized");
      return identity;
    },
  };
};

const seconds = (ms: number): number => Math.floor(ms / 1000);
