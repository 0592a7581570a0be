import { z } from "zod";
import { changedQuestion } from "./packs.ts";

/** What clients may send to a lobby, by message type. Sizes are bounded here and nowhere else. */

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const id = z.string().min(1).max(64);
const noPayload = z.union([z.undefined(), z.null(), z.strictObject({})]);

/** Fixed, so that a reaction needs no moderation and no font beyond the usual. */
export const reactions = ["👍", "👏", "😂", "😮", "😢", "❤️", "🔥", "🎉"] as const;

const sources = ["auto", "bank", "facts", "model", "opentdb", "pack"] as const;
/** Which modes there are, the server says at `/api/modes`. */
const mode = z.string().regex(/^[a-z][a-z-]{0,29}$/);
/** Of a mode; what it knows, and which values it takes, it says itself. */
const options = z
  .record(z.string().regex(/^[a-z][A-Za-z]{0,29}$/), z.union([z.string().max(40), z.number(), z.boolean()]))
  .refine((given) => Object.keys(given).length <= 30, "too many");
const startRules = ["owner", "anyone", "majority"] as const;

const topic = z.string().trim().max(80);
const count = z.int().min(1).max(50);
const seconds = z.int().min(3).max(300);
/** So many times the seconds there are to answer. */
const answerTime = z.literal([1, 1.5, 2, 3]);
const maxPlayers = z.int().min(1).max(1000);

const pack = z.union([z.literal(""), id]);

/** Wishes for the company of bots: of tone and topic, in words. */
const prompt = z.string().trim().max(500);
const share = z.number().min(0).max(1);

const wishFormat = z.strictObject({
  mode: mode.optional(),
  options: options.optional(),
  topic: topic.optional(),
  source: z.enum(sources).optional(),
  pack: pack.optional(),
  count: count.optional(),
  seconds: seconds.optional(),
});

/** An evening of several games, the seconds between two of them, and whether a bot leads through it. */
const eveningFormat = z.union([
  z.strictObject({
    begin: z.array(wishFormat).min(1).max(12),
    gap: z.int().min(5).max(300).default(20),
    led: z.boolean().default(false),
  }),
  z.strictObject({ next: z.literal(true) }),
  z.strictObject({ end: z.literal(true) }),
]);

/** How a lobby is kept pleasant. */
const conduct = {
  level: z.enum(["off", "mild", "standard", "strict"]).optional(),
  links: z.enum(["allowed", "listed", "staff", "blocked"]).optional(),
  /** A newcomer's first lines, and those of their first minutes, wait until somebody has looked at them. */
  holdLines: z.int().min(0).max(20).optional(),
  holdMinutes: z.int().min(0).max(60).optional(),
  /** So many new people within 10 s lock the lobby for 5 minutes; 0 for never. */
  joinWave: z.int().min(0).max(200).optional(),
  emergency: z.boolean().optional(),
};

export const settingsFormat = z.strictObject({
  title: z.string().trim().max(60).optional(),
  topic: topic.optional(),
  mode: mode.optional(),
  options: options.optional(),
  source: z.enum(sources).optional(),
  pack: pack.optional(),
  count: count.optional(),
  seconds: seconds.optional(),
  answerTime: answerTime.optional(),
  maxPlayers: maxPlayers.optional(),
  public: z.boolean().optional(),
  locked: z.boolean().optional(),
  autoStart: z.boolean().optional(),
  startRule: z.enum(startRules).optional(),
  slowMode: z.int().min(0).max(120).optional(),
  prompt: prompt.optional(),
  ...conduct,
});

/** The body of `POST /api/lobbies`. */
export const newLobbyFormat = z.strictObject({
  topic: topic.default(""),
  title: z.string().trim().max(60).optional(),
  mode: mode.default("quiz"),
  options: options.default({}),
  count: count.default(10),
  seconds: seconds.default(20),
  answerTime: answerTime.default(1),
  maxPlayers: maxPlayers.default(12),
  source: z.enum(sources).optional(),
  pack: pack.default(""),
  public: z.boolean().default(false),
  bots: z.int().min(0).max(50).default(0),
  start: z.enum(["auto", "host"]).default("host"),
  startRule: z.enum(startRules).default("owner"),
  prompt: prompt.default(""),
  slowMode: z.int().min(0).max(120).default(0),
  ...conduct,
});

export const joinFormat = z.looseObject({ as: z.enum(["player", "spectator", "screen"]).default("player") });

export const messages = {
  chat: z.strictObject({ text: text(1, 500) }),
  typing: z.strictObject({ on: z.boolean() }),
  /** With `hold` it does not count: a spoken answer, as it was understood, until the same comes without. */
  answer: z.strictObject({ question: id, choice: z.int().min(0).max(99), hold: z.literal(true).optional() }),
  /** Answers one of the player's asks; which field, its kind says. */
  move: z.strictObject({
    ask: id,
    choice: z.int().min(0).max(99).optional(),
    text: text(1, 500).optional(),
    number: z.number().min(-1e15).max(1e15).optional(),
  }),
  start: z.union([wishFormat, z.undefined().transform(() => ({})), z.null().transform(() => ({}))]),
  offer: z.strictObject({ id, accept: z.boolean() }),
  evening: eveningFormat,
  /** Asks the others whether they would like to play. */
  suggest: z.union([wishFormat, z.undefined().transform(() => ({}))]),
  react: z.strictObject({ emoji: z.enum(reactions) }),
  /** A page of the ranking; in a crowd the state shows the best alone. */
  ranking: z.union([
    z.strictObject({ from: z.int().min(1).max(10_000).default(1) }),
    z.undefined().transform(() => ({ from: 1 })),
  ]),
  history: z.union([z.strictObject({ before: id.optional() }), z.undefined().transform(() => ({}))]),
  settings: settingsFormat,
  pause: noPayload,
  resume: noPayload,
  skip: noPayload,
  stop: noPayload,
  /** The questions that are ready, for the owner, who then does not play them. */
  preview: noPayload,
  drop: z.strictObject({ question: id }),
  edit: z.strictObject({ question: id, ...changedQuestion }),
  kick: z.strictObject({
    player: id,
    ban: z.boolean().optional(),
    minutes: z.int().min(1).max(525_600).optional(),
    reason: z.string().trim().max(200).optional(),
  }),
  mute: z.strictObject({
    player: id,
    minutes: z.int().min(0).max(525_600).optional(),
    reason: z.string().trim().max(200).optional(),
  }),
  transfer: z.strictObject({ player: id }),
  unban: z.strictObject({ player: id }),
  /** Who is banned from this lobby. */
  bans: noPayload,
  /** Takes a line away for everybody. */
  remove: z.strictObject({ message: id, reason: z.string().trim().max(200).optional() }),
  /** A line that was held back: whether it may be read. */
  held: z.strictObject({ id, allow: z.boolean() }),
  strike: z.strictObject({ question: id }),
  bots: z.union([
    z.strictObject({
      add: z.string().trim().max(40).optional(),
      count: z.int().min(1).max(50).default(1),
      skill: share.optional(),
      talk: share.optional(),
      brain: z.enum(["skill", "model"]).optional(),
      prompt: prompt.optional(),
    }),
    z.strictObject({
      set: id,
      skill: share.optional(),
      talk: share.optional(),
      brain: z.enum(["skill", "model"]).optional(),
    }),
    z.strictObject({ remove: id }),
  ]),
  report: z.union([
    z.strictObject({ message: id, reason: text(1, 200) }),
    z.strictObject({ question: id, reason: text(1, 200) }),
    z.strictObject({ player: id, reason: text(1, 200) }),
  ]),
  time: noPayload,
} as const;

export type Messages = { readonly [Type in keyof typeof messages]: z.output<(typeof messages)[Type]> };
export type MessageType = keyof Messages;
