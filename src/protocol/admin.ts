import { z } from "zod";

/** What the dashboard and the server say to each other: bodies and queries of `/api/admin/*`, and the `admin` room. */

const id = z.string().min(1).max(64);
const why = z.string().trim().max(500).default("");
const reason = z.string().trim().min(1).max(500);
const limit = z.coerce.number().int().min(1).max(100).default(50);
const cursor = z.string().max(100).optional();
const search = z.string().trim().max(100).default("");

const levelFormat = z.enum(["off", "mild", "standard", "strict"]);

/** The server's settings that admins may change while it runs. */
export const serverSettingsFormat = z.strictObject({
  /** How strict a new lobby is. */
  level: levelFormat.default("standard"),
  /** Languages whose word lists count besides English. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(30)
    .default([]),
  /** Hosts that links may lead to where a lobby allows only listed ones. */
  allowedHosts: z
    .array(z.string().regex(/^[a-z0-9.-]{1,100}$/))
    .max(200)
    .default([]),
  /** Strikes that lead to a ban, and how long they count. */
  strikeLimit: z.int().min(2).max(20).default(3),
  strikeDays: z.int().min(1).max(365).default(7),
  /** Lines without a fault after which the oldest strike wears off. */
  cleanLines: z.int().min(10).max(10_000).default(200),
  muteMinutes: z.int().min(1).max(1440).default(5),
  banHours: z.int().min(1).max(8760).default(24),
  /** For the second ban within 30 days. */
  secondBanHours: z.int().min(1).max(8760).default(168),
  /** How long chat is kept, and what ended of strikes, sanctions and reviews. */
  chatDays: z.int().min(1).max(3650).default(30),
  sanctionDays: z.int().min(1).max(3650).default(365),
  /** Whether the moderators' decisions are kept to train the learned signal. */
  learn: z.boolean().default(false),
  /** Whether the learned signal puts lines in the queue at all. */
  signal: z.boolean().default(true),
});
export type ServerSettings = z.output<typeof serverSettingsFormat>;
export const settingsChangeFormat = z.strictObject({
  changes: z.strictObject(
    Object.fromEntries(
      Object.entries(serverSettingsFormat.shape).map(([name, one]) => [name, one.unwrap().optional()]),
    ) as {
      [K in keyof typeof serverSettingsFormat.shape]: z.ZodOptional<
        ReturnType<(typeof serverSettingsFormat.shape)[K]["unwrap"]>
      >;
    },
  ),
  why,
});

export const reviewQueryFormat = z.object({
  state: z.enum(["open", "allowed", "denied"]).default("open"),
  kind: z.enum(["report", "person", "flag", "hold", "block", "appeal"]).optional(),
  search,
  player: id.optional(),
  limit,
  cursor,
});
/** `deny` also removes the line and counts a strike, or refuses an appeal; `except` allows, and these words from now on. */
export const decisionFormat = z.strictObject({
  decision: z.enum(["allow", "deny", "except"]),
  why,
  /** With `deny`: what is put on the author besides. */
  ban: z
    .strictObject({ scope: z.enum(["lobby", "server"]), minutes: z.int().min(1).max(5_256_000).nullable() })
    .optional(),
});

export const peopleQueryFormat = z.object({ search, limit, cursor });
export const sanctionFormat = z.strictObject({
  kind: z.enum(["warning", "ban"]),
  scope: z.enum(["server", "lobby"]).default("server"),
  lobby: z.string().max(10).optional(),
  /** Null for a ban without an end. */
  minutes: z.int().min(1).max(5_256_000).nullable().default(null),
  reason,
});
export const liftFormat = z.strictObject({ why: reason });
export const staffNoteFormat = z.strictObject({ text: z.string().trim().min(1).max(1000) });
export const roleFormat = z.strictObject({ role: z.enum(["player", "moderator", "admin"]), why: reason });
export const removeLineFormat = z.strictObject({ message: id, why });
export const closeLobbyFormat = z.strictObject({ why: reason });
export const announceFormat = z.strictObject({ text: z.string().trim().min(1).max(500), why });
export const exceptionFormat = z.strictObject({ text: z.string().trim().min(1).max(200), why });
export const appealFormat = z.strictObject({ text: z.string().trim().min(1).max(1000) });
/** Until the year 9999, in ms. */
const instant = z.coerce.number().int().min(0).max(253_402_300_799_999);
export const auditQueryFormat = z.object({
  search,
  actor: id.optional(),
  action: z.string().max(60).optional(),
  target: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit,
  cursor: z.coerce.number().int().min(1).optional(),
});
export const healthQueryFormat = z.object({ hours: z.coerce.number().min(0.1).max(48).default(6) });

/** A lobby that runs somewhere, in short. Times are ms since 1970. */
export type LobbyBrief = {
  readonly code: string;
  readonly title: string;
  readonly topic: string;
  readonly mode: string;
  readonly status: string;
  /** Of the game, "" without one; with the question's number and how many there are. */
  readonly phase: string;
  readonly number: number;
  readonly total: number;
  readonly people: number;
  readonly bots: number;
  readonly spectators: number;
  readonly owner: string;
  readonly ownerName: string;
  readonly public: boolean;
  readonly locked: boolean;
  readonly degraded: boolean;
  readonly level: string;
  /** Chat lines in the last minute. */
  readonly linesPerMinute: number;
  readonly process: string;
  readonly createdAt: number;
};

/** How a process does, at an instant. */
export type ProcessHealth = {
  readonly process: string;
  readonly address: string;
  readonly at: number;
  readonly startedAt: number;
  readonly ready: boolean;
  readonly lobbies: number;
  readonly connections: number;
  /** Cores in use since the last figure. */
  readonly cpu: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** 99th percentile of the event loop's delay since the last figure, in ms. */
  readonly loopDelayMs: number;
  /** Since the last figure. */
  readonly events: number;
  readonly refusals: number;
  readonly strikes: number;
  /** Mean time until a batch was durable since the last figure, in ms. */
  readonly commitMs: number;
};

/** Notices of the `admin` room. */
export type AdminNotices = {
  /** Every second, when something has changed. */
  readonly overview: {
    readonly at: number;
    readonly lobbies: readonly LobbyBrief[];
    readonly processes: readonly ProcessHealth[];
    /** Matters that wait for a decision. */
    readonly open: number;
  };
  /** Of the lobby that is looked at: at once, then whenever it changes, at most twice a second. */
  readonly look: {
    readonly code: string;
    /** The lobby as anybody there sees it: the state of the contract. Null when it is gone. */
    readonly lobby: object | null;
    /** The latest 50 lines, oldest first, those that were removed marked. */
    readonly chat: readonly LookedLine[];
  };
  /** Something new, or decided, in the queue. */
  readonly review: { readonly id: string; readonly kind: string; readonly state: string };
  readonly audit: { readonly id: number; readonly action: string; readonly target: string };
  readonly notice: { readonly code: string; readonly text: string };
};

export type LookedLine = {
  readonly id: string;
  readonly player: string;
  readonly name: string;
  readonly kind: "human" | "bot";
  readonly text: string;
  readonly at: number;
};

/** What the dashboard may send to the `admin` room. `look` with "" looks away. */
export const adminMessages = {
  look: z.strictObject({ code: z.string().max(10) }),
  refresh: z.union([z.undefined(), z.null(), z.strictObject({})]),
} as const;

/** `GET /api/admin/usage`: what models were used for. */
export type Usage = {
  readonly configured: boolean;
  readonly model: string;
  /** Whether it has failed so often that it is left alone for a while. */
  readonly out: boolean;
  readonly minute: UsageSum;
  readonly day: UsageSum;
  readonly limits: { readonly minute: UsageSum; readonly day: UsageSum };
  /** By day, oldest first, at most 30; `cost` in `currency` by the prices that the operator has set, null without. */
  readonly days: readonly (UsageSum & { readonly day: string; readonly cost: number | null })[];
  /** The lobbies that used most today. */
  readonly lobbies: readonly (UsageSum & { readonly lobby: string })[];
  readonly currency: string;
};
type UsageSum = { readonly calls: number; readonly tokens: number };
