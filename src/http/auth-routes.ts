import type { z } from "zod";
import { type Account, identityOf } from "../accounts/accounts.ts";
import { readEmail } from "../accounts/emails.ts";
import * as formats from "../accounts/formats.ts";
import type { Identities } from "../accounts/identities.ts";
import { chosenName } from "../accounts/names.ts";
import { hashPassword, isPassword, PasswordsBusy } from "../accounts/passwords.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { PlayerId } from "../core/ids.ts";
import { seededRandom } from "../core/random.ts";
import type { Eraser } from "../privacy/eraser.ts";
import { addressHeader, type HttpContext, identify } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

const adminId = "admin" as PlayerId;

type Headers = { readonly get: (name: string) => string | null } | undefined;

const post = <Body extends z.ZodType>(body: Body) => ({ method: "POST" as const, body, ...checked });

const addressOf = (headers: Headers): string => headers?.get(addressHeader) ?? "";

const userOf = ({ id, name, role, kind, version }: Identity) => ({
  id,
  name,
  role,
  kind,
  anonymous: version === undefined,
});

const nameFrom = (
  { isFit }: Pick<HttpContext["services"], "isFit">,
  wanted: string | undefined,
  id: string,
): string => {
  const name = chosenName(wanted, seededRandom(id)());
  if (name === undefined || !isFit(name, "name")) throw new ApiError("name_refused");
  return name;
};

const askerOf = (identities: Identities) => (headers: Headers) =>
  identify({ identities }, headers?.get("authorization"));

/** Waits for a password to be hashed. */
const patiently = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PasswordsBusy) throw new ApiError("too_fast");
    throw error;
  }
};

const withAccount = (identity: Identity): PlayerId => {
  if (identity.version === undefined) throw new ApiError("no_account", undefined, 403);
  return identity.id;
};

/** The routes behind the SDK's `client.auth`: who you are, and how you say so. */
export const authRoutes = (http: HttpContext, identities: Identities) => {
  const { services, limits, limitOf, adminHash } = http;
  const { tokens, newId } = services;
  const { accounts } = identities;
  const asking = askerOf(identities);
  const attempts = limitOf("attempt", 10, 600);
  // Each costs a hash and tells whether an e-mail is taken; a class that registers is one address.
  const registrations = limitOf("register", 60, 600);

  /** The device that they sign in on, known by the token it was given, or else a new one. */
  const signedIn = (identity: Identity, deviceToken: string | undefined) => {
    const device = tokens.readDevice(deviceToken) ?? newId();
    const token = tokens.issue({ ...identity, device });
    return { user: userOf(identity), token, device: tokens.issueDevice(device) };
  };

  const register = async (id: PlayerId, name: string, email: string, password: string): Promise<Account> => {
    const passwordHash = await patiently(hashPassword(password));
    let made = await accounts.create({ id, name, email, passwordHash });
    // A guest's token makes one account; the next one begins anew.
    if (made === "id_taken") made = await accounts.create({ id: newId() as PlayerId, name, email, passwordHash });
    if (typeof made === "string") throw new ApiError("email_taken", undefined, 409);
    return made;
  };

  return {
    anonymous: createEndpoint("/auth/anonymous", post(formats.anonymousFormat), async (context) => {
      await limits.signIn.count(addressOf(context.headers));
      const id = newId() as PlayerId;
      const name = nameFrom(services, context.body?.options?.name, id);
      return signedIn({ id, name, role: "player", kind: "human" }, context.body?.options?.device);
    }),

    /** A guest who sends their token keeps their id, and with it seats, points and standings. */
    register: createEndpoint("/auth/register", post(formats.registerFormat), async (context) => {
      await registrations.count(addressOf(context.headers));
      const { email, password, options } = context.body;
      // A token that is no good is refused: to go on with a new id would lose in silence what the guest has.
      const has = context.headers?.get("authorization") ? await asking(context.headers) : undefined;
      const guest = has?.version === undefined && has?.kind === "human" ? has : undefined;
      const id = guest?.id ?? (newId() as PlayerId);
      const name = nameFrom(services, options?.name ?? guest?.name, id);
      return signedIn(identityOf(await register(id, name, email, password)), options?.device);
    }),

    login: createEndpoint("/auth/login", post(formats.loginFormat), async (context) => {
      const { email: given, password, device } = context.body;
      const email = readEmail(given);
      await limits.password.count(addressOf(context.headers));
      await attempts.count(email ?? given);
      const account = email === undefined ? undefined : await accounts.byEmail(email);
      // The admin's hash stands in where there is none, so that an unknown account takes as long as a known one.
      const isRight = await patiently(isPassword(password, account?.passwordHash ?? adminHash));
      if (!isRight) throw new ApiError("wrong_credentials");
      if (account?.passwordHash !== undefined) return signedIn(identityOf(account), device);
      if (given !== "admin") throw new ApiError("wrong_credentials");
      const admin = await accounts.ensure({ id: adminId, name: "Admin" });
      return signedIn({ ...identityOf(admin), role: "admin" }, device);
    }),

    userData: createEndpoint("/auth/userdata", { method: "GET" }, async (context) => ({
      user: userOf(await asking(context.headers)),
    })),
  };
};

/** The routes that look after an account, and the one for people whom somebody else vouches for. */
export const accountRoutes = (
  { services, limits, limitOf }: HttpContext,
  identities: Identities,
  eraser: Pick<Eraser, "erase">,
) => {
  const { accounts, admission, resets, outside } = identities;
  /** The tokens of this id have been ended: so are the connections that they opened. */
  const end = (id: PlayerId): void => {
    admission.forget(id);
    services.running.signOut(id);
    services.wire.tell("signed_out", { player: id });
  };
  const asking = askerOf(identities);
  const mails = limitOf("mail", 3, 3600);

  return {
    /** Answers the same, and as fast, whether or not there is such an account. */
    forgotPassword: createEndpoint("/auth/forgot-password", post(formats.forgotFormat), async (context) => {
      if (resets === undefined) throw new ApiError("not_available");
      await limits.password.count(addressOf(context.headers));
      await mails.count(context.body.email);
      resets.request(context.body.email);
      return { ok: true as const };
    }),

    /** Signs nobody in: who has the link shows that they know the new password by signing in with it. */
    resetPassword: createEndpoint("/auth/reset-password", post(formats.resetFormat), async (context) => {
      if (resets === undefined) throw new ApiError("not_available");
      await limits.password.count(addressOf(context.headers));
      const { token, password } = context.body;
      const id = await resets.use(token, await patiently(hashPassword(password)));
      if (id === undefined) throw new ApiError("link_expired");
      end(id);
      return { ok: true as const };
    }),

    signOutEverywhere: createEndpoint("/auth/sign-out-everywhere", { method: "POST" }, async (context) => {
      const id = withAccount(await asking(context.headers));
      await accounts.raiseVersion(id);
      end(id);
      return { ok: true as const };
    }),

    /** With the password, where the account has one: a token left behind on a screen is not enough. */
    deleteAccount: createEndpoint("/auth/delete-account", post(formats.deleteFormat), async (context) => {
      const id = withAccount(await asking(context.headers));
      if (id === adminId) throw new ApiError("not_available");
      await limits.password.count(addressOf(context.headers));
      const { name = "", passwordHash: hash } = (await accounts.find(id)) ?? {};
      if (hash !== undefined && !(await patiently(isPassword(context.body.password ?? "", hash))))
        throw new ApiError("wrong_credentials");
      await eraser.erase({ id, name });
      return { ok: true as const };
    }),

    /** The outside issuer's token for one of ours. Its owner has the role that our store gives. */
    exchange: createEndpoint("/auth/exchange", post(formats.exchangeFormat), async (context) => {
      if (outside === undefined) throw new ApiError("not_available");
      await limits.signIn.count(addressOf(context.headers));
      const outsider = await outside.verify(context.body.token);
      if (outsider === undefined) throw new ApiError("unauthorized");
      // A name that can't be shown is not the fault of who brings it from elsewhere.
      const isUsable = outsider.name !== undefined && services.isFit(outsider.name, "name");
      const name = isUsable ? outsider.name : nameFrom(services, undefined, outsider.id);
      const identity = identityOf(await accounts.ensure({ id: outsider.id, name }));
      return { user: userOf(identity), token: services.tokens.issue(identity) };
    }),
  };
};
