import { auditCsv, auditLines } from "../admin/audit-export.ts";
import type { Audit, AuditQuery, Entry } from "../audit/audit.ts";
import { auditQueryFormat } from "../protocol/admin.ts";
import type { z } from "zod";
import type { AdminDoor } from "./admin-door.ts";
import { download } from "./download.ts";
import { checked, createEndpoint } from "./endpoint.ts";

type Query = z.output<typeof auditQueryFormat>;

/** Entries in one file; who wants older ones asks again with `cursor`. */
const mostExported = 10_000;
const atOnce = 100;

const queryOf = ({ search, actor, action, target, from, to, cursor }: Query): Omit<AuditQuery, "limit"> => ({
  search,
  actor,
  action,
  target,
  from,
  to,
  before: cursor,
});

/** What the staff did: searched, exported, checked. */
export const adminAuditRoutes = (audit: Pick<Audit, "list" | "verify">, door: AdminDoor) => {
  const all = async (query: Query): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    const given = queryOf(query);
    while (entries.length < mostExported) {
      const page = await audit.list({ ...given, limit: atOnce, before: entries.at(-1)?.id ?? given.before });
      entries.push(...page);
      if (page.length < atOnce) break;
    }
    return entries;
  };
  const file = (body: string, type: string, name: string): Response =>
    download(body, `${type}; charset=utf-8`, `attachment; filename="${name}"`);

  return {
    adminAudit: createEndpoint(
      "/api/admin/audit",
      { method: "GET", query: auditQueryFormat, ...checked },
      async (request) => {
        await door.staff(request.headers);
        const { limit } = request.query;
        const found = await audit.list({ ...queryOf(request.query), limit: limit + 1 });
        const entries = found.slice(0, limit);
        const next = found.length > limit ? entries.at(-1)?.id : undefined;
        return { entries, ...(next === undefined ? {} : { cursor: String(next) }) };
      },
    ),

    adminAuditCsv: createEndpoint(
      "/api/admin/audit.csv",
      { method: "GET", query: auditQueryFormat, ...checked },
      async (request) => {
        await door.staff(request.headers);
        return file(auditCsv(await all(request.query)), "text/csv", "audit.csv");
      },
    ),

    adminAuditJsonl: createEndpoint(
      "/api/admin/audit.jsonl",
      { method: "GET", query: auditQueryFormat, ...checked },
      async (request) => {
        await door.staff(request.headers);
        return file(auditLines(await all(request.query)), "application/jsonl", "audit.jsonl");
      },
    ),

    adminAuditVerify: createEndpoint("/api/admin/audit/verify", { method: "GET" }, async (request) => {
      await door.staff(request.headers);
      return audit.verify();
    }),
  };
};
