import { z } from "zod";
import { kind } from "./openapi-parts.ts";

/** What the routes of the staff answer with. Times are ms since 1970. */

const line = z.object({ id: z.string(), player: z.string(), name: z.string(), text: z.string(), at: z.number() });

export const lobbyBrief = z
  .object({
    code: z.string(),
    title: z.string(),
    topic: z.string(),
    mode: z.string(),
    status: z.string(),
    phase: z.string(),
    number: z.int(),
    total: z.int(),
    people: z.int(),
    bots: z.int(),
    spectators: z.int(),
    owner: z.string(),
    ownerName: z.string(),
    public: z.boolean(),
    locked: z.boolean(),
    degraded: z.boolean(),
    level: z.string(),
    linesPerMinute: z.int(),
    process: z.string(),
    createdAt: z.number(),
  })
  .meta({ id: "LobbyBrief" });

export const health = z
  .object({
    process: z.string(),
    address: z.string(),
    at: z.number(),
    startedAt: z.number(),
    ready: z.boolean(),
    lobbies: z.int(),
    connections: z.int(),
    cpu: z.number(),
    rssBytes: z.int(),
    heapBytes: z.int(),
    loopDelayMs: z.number(),
    events: z.int(),
    refusals: z.int(),
    strikes: z.int(),
    commitMs: z.number(),
  })
  .meta({ id: "ProcessHealth" });

export const look = z.object({
  code: z.string(),
  lobby: z.looseObject({ code: z.string() }),
  chat: z.array(line.extend({ kind })),
});

export const review = z
  .object({
    id: z.string(),
    kind: z.enum(["report", "person", "flag", "hold", "block", "appeal"]),
    state: z.enum(["open", "allowed", "denied"]),
    lobby: z.string(),
    player: z.string(),
    name: z.string(),
    message: z.string(),
    text: z.string(),
    rule: z.string(),
    category: z.string(),
    score: z.number(),
    context: z.array(line),
    reports: z.array(z.object({ player: z.string(), reason: z.string(), at: z.number() })),
    sanction: z.string(),
    strike: z.string(),
    at: z.number(),
    decidedAt: z.number().nullable(),
    decidedBy: z.string(),
    why: z.string(),
  })
  .meta({ id: "Review" });

export const person = z
  .object({
    id: z.string(),
    name: z.string(),
    registered: z.boolean(),
    role: z.string(),
    strikes: z.int(),
    banned: z.boolean(),
    games: z.int(),
    lastAt: z.number().nullable(),
  })
  .meta({ id: "PersonBrief" });

export const strike = z
  .object({
    id: z.string(),
    player: z.string(),
    name: z.string(),
    lobby: z.string(),
    reason: z.string(),
    rule: z.string(),
    tier: z.int(),
    weight: z.int(),
    text: z.string(),
    at: z.number(),
    expiresAt: z.number(),
    clearedAt: z.number().nullable(),
  })
  .meta({ id: "Strike" });

export const sanction = z
  .object({
    id: z.string(),
    kind: z.enum(["warning", "mute", "ban"]),
    scope: z.enum(["lobby", "owner", "server"]),
    player: z.string(),
    name: z.string(),
    device: z.string(),
    lobby: z.string(),
    owner: z.string(),
    by: z.string(),
    reason: z.string(),
    strikes: z.int(),
    strike: z.string(),
    at: z.number(),
    until: z.number().nullable(),
    liftedAt: z.number().nullable(),
    liftedBy: z.string(),
    appeal: z.enum(["none", "open", "allowed", "denied"]),
    appealText: z.string(),
  })
  .meta({ id: "Sanction" });

export const staffNote = z.object({
  id: z.string(),
  player: z.string(),
  by: z.string(),
  byName: z.string(),
  text: z.string(),
  at: z.number(),
});

export const entry = z
  .object({
    id: z.int(),
    at: z.number(),
    actor: z.string(),
    actorName: z.string(),
    action: z.string(),
    target: z.string(),
    subject: z.string(),
    why: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    digest: z.string(),
    isErased: z.boolean(),
  })
  .meta({ id: "AuditEntry" });
