/** When bots of a lobby may speak. Every number is a cap: none is exceeded, whatever people write and however fast. */
export type GateSettings = {
  /** What people ask of bots by name, or in reply to a bot's question. */
  readonly mention: {
    /** One person's mentions count once in this time. */
    readonly everyMs: number;
    /** Somebody who speaks next after a bot's question, within this time, answers it. */
    readonly replyMs: number;
    /** A mention that can't be answered so long is forgotten. */
    readonly waitMs: number;
    /** The chance that, where several are named, a second one answers too. */
    readonly second: number;
    /** A mention may break a bot's rest, once in this time. */
    readonly breakMs: number;
  };
  /** The chance that a bot remarks on something, for one that talks all it can; less for others. */
  readonly chance: {
    readonly arrival: number;
    readonly reveal: number;
    /** Of a reveal that makes a streak. */
    readonly streak: number;
    readonly ended: number;
    readonly lull: number;
    /** The only one that doesn't depend on how much a bot talks, unless that is not at all. */
    readonly offer: number;
  };
  /** So many right answers in a row are a streak. */
  readonly streakFrom: number;
  /** How long a bot rests after a line. */
  readonly botRestMs: number;
  /** How long all bots rest after a line of one. */
  readonly lobbyRestMs: number;
  /** How long they rest when no person has said anything since the last line of one. */
  readonly inARowMs: number;
  /** Lines of bots in a lobby in a minute. */
  readonly perMinute: number;
  /** How many of the last lines are bots'; one always may be. */
  readonly share: {
    readonly lines: number;
    readonly ofRemarks: number;
    /** When what comes next was asked for: an answer, or a part of a story. */
    readonly ofAnswers: number;
    /** The same when one person alone is here with the bots, and nobody else to drown out; 0 makes no difference. */
    readonly ofDuet: number;
  };
  /** Lines of bots among themselves: when no person is there or none has spoken for so long. */
  readonly alone: { readonly lines: number; readonly withinMs: number };
  /** A bot that hasn't used its turn by then has lost it. */
  readonly turnMs: number;
  readonly lull: { readonly afterMs: number; readonly everyMs: number };
  /** Offers of a game, after a silence with no game. */
  readonly offer: { readonly afterMs: number; readonly everyMs: number };
};

export const defaultGate: GateSettings = {
  mention: { everyMs: 10_000, replyMs: 30_000, waitMs: 20_000, second: 0.5, breakMs: 10_000 },
  chance: { arrival: 0.25, reveal: 0.25, streak: 0.25, ended: 0.25, lull: 0.25, offer: 1 },
  streakFrom: 3,
  botRestMs: 20_000,
  lobbyRestMs: 4000,
  inARowMs: 60_000,
  perMinute: 4,
  share: { lines: 20, ofRemarks: 0.25, ofAnswers: 0.25, ofDuet: 0.5 },
  alone: { lines: 2, withinMs: 600_000 },
  turnMs: 20_000,
  lull: { afterMs: 45_000, everyMs: 300_000 },
  offer: { afterMs: 60_000, everyMs: 600_000 },
};
