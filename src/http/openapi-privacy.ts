import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answers, ok, signedInOnly } from "./openapi-parts.ts";

const some = z.array(z.looseObject({}));
const exported = z
  .object({
    format: z.literal("parlor-person"),
    version: z.literal(1),
    at: z.number(),
    leftOut: z.array(z.string()).meta({ description: "What there is more of than fits, by its name here" }),
    person: z.object({
      id: z.string(),
      name: z.string(),
      role: z.string(),
      registered: z.boolean(),
      email: z.string().nullable(),
    }),
    lobbies: some,
    visits: some,
    chat: some,
    reports: some,
    games: some,
    packs: some,
    strikes: some,
    sanctions: some,
    remarks: some,
    notes: some,
    webhooks: some,
  })
  .meta({ id: "PersonExport" });

/** What anybody may ask about themselves; docs/privacy.md says what becomes of it. */
export const privacyPaths: ZodOpenApiPathsObject = {
  "/api/me/export": {
    get: {
      summary: "Everything that is kept about you, as one file; twice an hour, also while you are banned",
      security: signedInOnly,
      responses: answers("200", "Your data", exported),
    },
  },
  "/api/me/delete": {
    post: {
      summary: "Erase a guest's data for good; the token ends",
      security: signedInOnly,
      responses: answers("200", "Erased", ok),
    },
  },
};
