import { z } from "zod";

const day = 86_400_000;
/** Whole milliseconds: short enough for a timer, and none so short that bots would be a flood. */
const ms = (usually: number, least = 0) => z.int().min(least).max(day).default(usually);
const chance = (usually: number) => z.number().min(0).max(1).default(usually);
const lines = (usually: number, most: number) => z.int().min(0).max(most).default(usually);
const group = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

/**
 * When bots of a lobby may speak, as an operator sets it. Every number is a cap: none is exceeded, whatever people write
 * and however fast. What is left out is as it usually is.
 */
export const gateFormat = group({
  /** What people ask of bots by name, or in reply to a bot's question. */
  mention: group({
    /** One person's mentions count once in this time. */
    everyMs: ms(10_000),
    /** Somebody who speaks next after a bot's question, within this time, answers it. */
    replyMs: ms(30_000),
    /** A mention that can't be answered so long is forgotten. */
    waitMs: ms(20_000),
    /** The chance that, where several are named, a second one answers too. */
    second: chance(0.5),
    /** A mention may break a bot's rest, once in this time. */
    breakMs: ms(10_000),
  }).prefault({}),
  /** The chance that a bot remarks on something, for one that talks all it can; less for others. */
  chance: group({
    arrival: chance(0.25),
    reveal: chance(0.25),
    /** Of a reveal that makes a streak. */
    streak: chance(0.25),
    ended: chance(0.25),
    lull: chance(0.25),
    /** The only one that doesn't depend on how much a bot talks, unless that is not at all. */
    offer: chance(1),
  }).prefault({}),
  /** So many right answers in a row are a streak. */
  streakFrom: z.int().min(1).max(100).default(3),
  /** How long a bot rests after a line. */
  botRestMs: ms(20_000, 1000),
  /** How long all bots rest after a line of one. */
  lobbyRestMs: ms(4000, 1000),
  /** How long they rest when no person has said anything since the last line of one. */
  inARowMs: ms(60_000, 1000),
  /** Lines of bots in a lobby in a minute. */
  perMinute: lines(4, 30),
  /** How many of the last lines are bots'; one always may be. */
  share: group({
    lines: z.int().min(1).max(200).default(20),
    ofRemarks: chance(0.25),
    /** When what comes next was asked for: an answer, or a part of a story. */
    ofAnswers: chance(0.25),
    /**
     * With one person alone here nobody else is drowned out: what that person asks of a bot is answered, and the second
     * line of an answer keeps to this share. 0 makes no difference between one person and several.
     */
    ofDuet: chance(0.5),
  }).prefault({}),
  /** Lines of bots among themselves: when no person is there or none has spoken for so long. */
  alone: group({ lines: lines(2, 20), withinMs: ms(600_000, 60_000) }).prefault({}),
  /** A bot that hasn't used its turn by then has lost it. */
  turnMs: ms(20_000, 5000),
  lull: group({ afterMs: ms(45_000, 5000), everyMs: ms(300_000, 5000) }).prefault({}),
  /** Offers of a game, after a silence with no game. */
  offer: group({ afterMs: ms(60_000, 5000), everyMs: ms(600_000, 60_000) }).prefault({}),
});

export type GateSettings = z.output<typeof gateFormat>;

export const defaultGate: GateSettings = gateFormat.parse({});
