import { z } from "zod";
import { codes } from "../protocol/codes.ts";

/** Words that the descriptions of routes are made of. */

const code = z
  .enum(Object.keys(codes) as [string, ...string[]])
  .meta({ id: "Code", description: "Why something was refused" });
export const failure = z
  .object({
    error: z.object({ code, message: z.string(), fields: z.record(z.string(), z.string()).optional() }),
    message: code,
  })
  .meta({ id: "Failure" });
export const kind = z.enum(["human", "bot"]);
export const user = z
  .object({ id: z.string(), name: z.string(), role: z.string(), kind, anonymous: z.boolean() })
  .meta({ id: "User" });
export const signedIn = z.object({ user, token: z.string() });
export const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
export const answers = (status: string, description: string, schema: z.ZodType) => ({
  [status]: { description, ...json(schema) },
  default: { description: "Refused; `error.code` says why", ...json(failure) },
});
export const ok = z.object({ ok: z.literal(true) });
export const codeInPath = { path: z.object({ code: z.string() }) };
export const idInPath = { path: z.object({ id: z.string() }) };
export const signedInOnly = [{ token: [] }];
export const plain = { content: { "text/plain": { schema: z.string() } } };
