import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import * as formats from "../protocol/admin.ts";
import { entry, health, lobbyBrief, look, person, review, sanction, staffNote, strike } from "./openapi-admin-parts.ts";
import { answers, codeInPath, failure, idInPath, json, ok, signedInOnly } from "./openapi-parts.ts";

const cursor = z.string().optional();
const exceptions = z.object({ exceptions: z.array(z.object({ text: z.string(), by: z.string(), at: z.number() })) });
const settings = z.object({ settings: formats.serverSettingsFormat });
const sum = z.object({ calls: z.int(), tokens: z.int() });

const told = (summary: string, schema: z.ZodType) => ({
  summary,
  security: signedInOnly,
  responses: answers("200", "It", schema),
});
const done = (summary: string, body?: z.ZodType, schema: z.ZodType = ok) => ({
  ...told(summary, schema),
  ...(body === undefined ? {} : { requestBody: json(body) }),
});
const file = (summary: string, type: string) => ({
  summary,
  security: signedInOnly,
  requestParams: { query: formats.auditQueryFormat },
  responses: {
    "200": { description: "A file, newest first", content: { [type]: { schema: z.string() } } },
    default: { description: "Refused; `error.code` says why", ...json(failure) },
  },
});

/** What the staff do, and what people see of what was done to them. */
export const adminPaths: ZodOpenApiPathsObject = {
  "/api/admin/session": {
    post: done(
      "Open `/admin/monitor` and `/admin/playground` to this browser for an hour, by a cookie; staff",
      undefined,
      z.object({ ok: z.literal(true), seconds: z.int() }),
    ),
    delete: done("Close them again, in every browser; staff"),
  },
  "/api/admin/overview": {
    get: told(
      "What runs on all processes; staff",
      z.object({ at: z.number(), lobbies: z.array(lobbyBrief), processes: z.array(health), open: z.int() }),
    ),
  },
  "/api/admin/lobbies/{code}": {
    get: { ...told("A look into a lobby, as anybody there sees it; staff", look), requestParams: codeInPath },
  },
  "/api/admin/lobbies/{code}/remove-line": {
    post: { ...done("Remove a chat line everywhere; staff", formats.removeLineFormat), requestParams: codeInPath },
  },
  "/api/admin/lobbies/{code}/close": {
    post: { ...done("Close a lobby; staff", formats.closeLobbyFormat), requestParams: codeInPath },
  },
  "/api/admin/lobbies/{code}/announce": {
    post: { ...done("Tell everybody in a lobby something; staff", formats.announceFormat), requestParams: codeInPath },
  },
  "/api/admin/announce": { post: done("Tell everybody everywhere something; staff", formats.announceFormat) },
  "/api/admin/reviews": {
    get: {
      ...told("What waits for a decision, or was decided; staff", z.object({ reviews: z.array(review), cursor })),
      requestParams: { query: formats.reviewQueryFormat },
    },
  },
  "/api/admin/reviews/{id}": {
    get: { ...told("One matter; staff", review), requestParams: idInPath },
    post: { ...done("Decide upon it, once; staff", formats.decisionFormat, review), requestParams: idInPath },
  },
  "/api/admin/exceptions": {
    get: told("Words that moderators have said are fit; staff", exceptions),
    post: done("Say that words are fit; staff", formats.exceptionFormat),
    delete: done("Take that back; staff", formats.exceptionFormat),
  },
  "/api/admin/people": {
    get: {
      ...told(
        "People by name, id or e-mail; without a search those who did something; staff",
        z.object({ people: z.array(person), cursor }),
      ),
      requestParams: { query: formats.peopleQueryFormat },
    },
  },
  "/api/admin/people/{id}": {
    get: {
      ...told(
        "All that is known of somebody's conduct; staff",
        z.object({
          person,
          strikes: z.array(strike),
          sanctions: z.array(sanction),
          notes: z.array(staffNote),
          reviews: z.array(review),
          games: z.array(z.looseObject({ game: z.string() })),
        }),
      ),
      requestParams: idInPath,
    },
  },
  "/api/admin/people/{id}/notes": {
    post: {
      ...done("Note something about somebody; staff", formats.staffNoteFormat, staffNote),
      requestParams: idInPath,
    },
  },
  "/api/admin/people/{id}/sanctions": {
    post: {
      ...done(
        "Warn or ban somebody below oneself; staff",
        formats.sanctionFormat,
        z.object({ sanctions: z.array(sanction) }),
      ),
      requestParams: idInPath,
    },
  },
  "/api/admin/people/{id}/role": {
    post: { ...done("Give somebody else a role; admin", formats.roleFormat), requestParams: idInPath },
  },
  "/api/admin/sanctions/{id}/lift": {
    post: { ...done("End a sanction and its strike; staff", formats.liftFormat), requestParams: idInPath },
  },
  "/api/admin/audit": {
    get: {
      ...told("What the staff did, newest first; staff", z.object({ entries: z.array(entry), cursor })),
      requestParams: { query: formats.auditQueryFormat },
    },
  },
  "/api/admin/audit.csv": { get: file("The same as a table, at most 10,000 entries; staff", "text/csv") },
  "/api/admin/audit.jsonl": { get: file("The same as lines of JSON; staff", "application/jsonl") },
  "/api/admin/audit/verify": {
    get: told(
      "Whether every entry is as it was written; staff",
      z.object({ entries: z.int(), brokenAt: z.int().nullable() }),
    ),
  },
  "/api/admin/settings": {
    get: told("The settings that admins change while the server runs; staff", settings),
    patch: done("Change some of them; admin", formats.settingsChangeFormat, settings),
  },
  "/api/admin/retrain": {
    post: done("Train the learned signal with what was decided; admin", undefined, z.looseObject({})),
  },
  "/api/admin/usage": {
    get: told(
      "What models were used for, and what it costs; staff",
      z.object({
        configured: z.boolean(),
        model: z.string(),
        out: z.boolean(),
        minute: sum,
        day: sum,
        limits: z.object({ minute: sum, day: sum }),
        days: z.array(sum.extend({ day: z.string(), cost: z.number().nullable() })),
        lobbies: z.array(sum.extend({ lobby: z.string() })),
        currency: z.string(),
      }),
    ),
  },
  "/api/admin/health": {
    get: {
      ...told(
        "How the processes did; staff",
        z.object({
          processes: z.array(z.object({ process: z.string(), address: z.string(), points: z.array(health) })),
        }),
      ),
      requestParams: { query: formats.healthQueryFormat },
    },
  },
  "/api/me/sanctions": {
    get: told(
      "What counts against oneself; works for who is banned",
      z.object({
        strikes: z.array(strike.pick({ id: true, reason: true, weight: true, at: true, expiresAt: true, lobby: true })),
        sanctions: z.array(
          sanction
            .pick({ id: true, kind: true, scope: true, lobby: true, reason: true, at: true, until: true, appeal: true })
            .extend({ byDevice: z.boolean().describe("Put on a guest of the same browser under another name") }),
        ),
        limit: z.int(),
      }),
    ),
  },
  "/api/me/sanctions/{id}/appeal": {
    post: {
      ...done("Say why a sanction is wrong, once, up to 7 days after its end", formats.appealFormat),
      requestParams: idInPath,
    },
  },
};
