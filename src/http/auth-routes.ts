import { z } from "zod";
import { acceptableName, friendlyName } from "../accounts/names.ts";
import { isPassword } from "../accounts/passwords.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { PlayerId } from "../core/ids.ts";
import { seededRandom } from "../core/random.ts";
import { addressHeader, type HttpContext, identify } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

export const anonymousFormat = z
  .looseObject({ options: z.looseObject({ name: z.string().max(200).optional() }).nullish() })
  .optional();
export const loginFormat = z.looseObject({ email: z.string().min(1).max(200), password: z.string().min(1).max(200) });

const userOf = ({ id, name, role, kind }: Identity, anonymous: boolean) => ({ id, name, role, kind, anonymous });

/** The routes behind the SDK's `client.auth`. */
export const authRoutes = ({ services, limits, adminHash }: HttpContext) => {
  const { tokens, newId } = services;
  return {
    anonymous: createEndpoint(
      "/auth/anonymous",
      { method: "POST", body: anonymousFormat, ...checked },
      async (context) => {
        await limits.signIn.count(context.headers?.get(addressHeader) ?? "");
        const wanted = context.body?.options?.name?.trim() ?? "";
        const id = newId();
        const name = wanted === "" ? friendlyName(seededRandom(id)()) : acceptableName(wanted);
        if (name === undefined) throw new ApiError("name_refused");
        const identity: Identity = { id: id as PlayerId, name, role: "player", kind: "human" };
        return { user: userOf(identity, true), token: tokens.issue(identity) };
      },
    ),

    login: createEndpoint("/auth/login", { method: "POST", body: loginFormat, ...checked }, async (context) => {
      await limits.password.count(context.headers?.get(addressHeader) ?? "");
      const { email, password } = context.body;
      const isAdmin = await isPassword(password, adminHash);
      if (email !== "admin" || !isAdmin) throw new ApiError("wrong_credentials");
      const identity: Identity = { id: "admin" as PlayerId, name: "Admin", role: "admin", kind: "human" };
      return { user: userOf(identity, false), token: tokens.issue(identity) };
    }),

    register: createEndpoint("/auth/register", { method: "POST" }, () => Promise.reject(new ApiError("not_available"))),

    userData: createEndpoint("/auth/userdata", { method: "GET" }, (context) => {
      const identity = identify(tokens, context.headers?.get("authorization"));
      return Promise.resolve({ user: userOf(identity, identity.role === "player") });
    }),
  };
};
