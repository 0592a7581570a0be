import { type Random, shuffle } from "../core/random.ts";
import { type Claim, Lines } from "./gate-lines.ts";
import { Lulls } from "./gate-lulls.ts";
import { asks, mentioned } from "./gate-mention.ts";
import type { GateSettings } from "./gate-settings.ts";
import type { Heard, Occasion } from "./talk.ts";

/** A bot may say one line. */
export type Turn = {
  readonly id: number;
  readonly bot: string;
  readonly occasion: Occasion;
  /** A question is open: nothing that a model writes now may be said. */
  readonly scriptedOnly: boolean;
  /** The line is to come with the offer of a game. */
  readonly offer: boolean;
};

export type GateSeat = {
  readonly id: string;
  readonly name: string;
  /** From 0, only when spoken to, to 1. */
  readonly talk: number;
  readonly muted?: boolean;
};

/**
 * Decides which bot of a lobby speaks, and when. It hears all that everybody hears; only what people say to a bot, and
 * what happens at the table, ever gives a turn, one at a time. Nothing here waits: after each call, `tick` is due at
 * `nextDue`, which is now when somebody has just been spoken to.
 */
export class Gate {
  readonly #settings: GateSettings;
  readonly #random: Random;
  readonly #lines: Lines;
  readonly #lulls: Lulls;
  readonly #seats = new Map<string, GateSeat>();
  /** Bots that somebody has spoken to, with the last such line; where several are, one is enough. */
  readonly #asked = new Map<string, { readonly line: Heard; readonly claim: Claim }>();
  /** When a person's mention has counted, and when a mention has broken a bot's rest. */
  readonly #mentionedAt = new Map<string, number>();
  readonly #brokeAt = new Map<string, number>();
  #phase = "";
  #people = 0;
  #turns = 0;
  #open: { readonly turn: Turn; readonly until: number; readonly claim: Claim } | undefined;

  constructor(settings: GateSettings, random: Random) {
    this.#settings = settings;
    this.#random = random;
    this.#lines = new Lines(settings);
    this.#lulls = new Lulls(settings);
  }

  /** Also when something about a bot has changed. */
  seat(bot: GateSeat): void {
    this.#seats.set(bot.id, bot);
  }

  leave(id: string): void {
    this.#seats.delete(id);
    this.#asked.delete(id);
    if (this.#open?.turn.bot === id) this.#open = undefined;
  }

  /** How many persons are connected; none until told. */
  people(connected: number, now: number): void {
    this.#people = connected;
    this.#lulls.people(connected, now);
  }

  /** "" without a game. To be told before what happens in the phase. */
  phase(phase: string, now: number): void {
    this.#phase = phase;
    this.#lulls.phase(phase, now);
  }

  /** Every line, those of bots included. */
  heard(line: Heard): void {
    const before = this.#lines.last;
    this.#lines.heard(line);
    if (line.kind === "bot") return;
    this.#lulls.personSpoke();
    const spokenTo = this.#spokenTo(line, before);
    if (spokenTo.length === 0 || !this.#counts(line)) return;
    const [first, second] = shuffle(spokenTo, this.#random);
    if (first !== undefined) this.#asked.set(first, { line, claim: "asked" });
    if (second !== undefined && this.#random() < this.#settings.mention.second)
      this.#asked.set(second, { line, claim: "too" });
  }

  /** Something has happened that `bot`, or any of them, might remark on. Mentions and lulls are the gate's own to find. */
  moment(occasion: Occasion, bot: string | undefined, now: number): Turn | undefined {
    if (this.#isBusy(now) || this.#phase === "question" || this.#nextAnswer(now) < Infinity) return undefined;
    const seats = [...this.#seats.values()].filter(({ id }) => bot === undefined || id === bot);
    const seat = this.#willing(seats, occasion, this.#chanceOf(occasion), now);
    return seat === undefined ? undefined : this.#give(seat, occasion, now);
  }

  tick(now: number): Turn | undefined {
    return this.#isBusy(now) ? undefined : (this.#answer(now) ?? this.#lull(now));
  }

  /** When `tick` should be called next, unless something else happens before; undefined when it needn't. */
  nextDue(now: number): number | undefined {
    const at = Math.min(this.#nextAnswer(now), this.#nextLull(now));
    return at === Infinity ? undefined : Math.max(at, now, this.#isBusy(now) ? (this.#open?.until ?? now) : now);
  }

  /** To be asked right before the line is said: the turn as it stands now; undefined when nothing may be said any more. */
  recheck({ id }: Turn, now: number): Turn | undefined {
    if (!this.#isBusy(now) || this.#open?.turn.id !== id) return undefined;
    const { turn, claim } = this.#open;
    const seat = this.#seats.get(turn.bot);
    const isAnswer = turn.occasion.type === "mention";
    if (seat === undefined || this.#freeAt(seat, turn.occasion.type, now, claim) > now) return undefined;
    if (turn.offer && !this.#lulls.isIdle) return undefined;
    if (this.#phase !== "question") return turn;
    if (!isAnswer || claim === "more") return undefined;
    this.#open = { ...this.#open, turn: { ...turn, scriptedOnly: true } };
    return this.#open.turn;
  }

  /** The turn was used: its line has been said, though it may not have been heard yet. */
  spoke(turn: Turn, now: number): void {
    if (this.#open?.turn.id !== turn.id) return;
    const { claim } = this.#open;
    this.#open = undefined;
    const { bot, occasion, offer } = turn;
    const isEarly = now < this.#lines.lastOf(bot) + this.#settings.botRestMs;
    if (occasion.type === "mention" && claim !== "more" && isEarly)
      remember(this.#brokeAt, bot, now, this.#settings.mention.breakMs);
    if (occasion.type === "lull") this.#lulls.used(offer, now);
    this.#lines.expect(bot, now);
  }

  /** Whether an answer may have two lines, as things stand before its first. */
  mayGoOn({ id, occasion }: Turn): boolean {
    const isOpen = this.#open?.turn.id === id && this.#open.claim === "asked";
    return isOpen && occasion.type === "mention" && this.#lines.hasRoom("more", this.#people, 2);
  }

  /**
   * To be asked right after the first line of an answer: whether the same bot may go on. It has the turn until then, and
   * what it says is rechecked like any line; it waits for no rest, as both lines are one answer, and counts like any.
   */
  goOn(turn: Turn, now: number): boolean {
    const seat = this.#seats.get(turn.bot);
    if (this.#isBusy(now) || seat === undefined || this.#phase === "question") return false;
    if (this.#freeAt(seat, "mention", now, "more") > now) return false;
    this.#open = { turn, until: now + this.#settings.turnMs, claim: "more" };
    return true;
  }

  /** The turn is given back: nothing has been said. */
  passed(turn: Turn, _now: number): void {
    if (this.#open?.turn.id === turn.id) this.#open = undefined;
  }

  #give(
    { id: bot }: GateSeat,
    occasion: Occasion,
    now: number,
    { claim = claimOf(occasion), offer = false } = {},
  ): Turn {
    const turn = { id: ++this.#turns, bot, occasion, scriptedOnly: this.#phase === "question", offer };
    this.#open = { turn, until: now + this.#settings.turnMs, claim };
    return turn;
  }

  #isBusy(now: number): boolean {
    return this.#open !== undefined && now < this.#open.until;
  }

  /** Bots that a person's line is meant for. */
  #spokenTo({ text, at }: Heard, before: Heard | undefined): readonly string[] {
    const named = mentioned(text, [...this.#seats.values()]);
    if (named.length > 0) return named.filter((id) => this.#seats.get(id)?.muted !== true);
    if (before === undefined || before.kind !== "bot" || !asks(before.text)) return [];
    const isReply = at - before.at <= this.#settings.mention.replyMs;
    return isReply && this.#seats.has(before.player) ? [before.player] : [];
  }

  #counts({ player, at }: Heard): boolean {
    const { everyMs } = this.#settings.mention;
    if (at - (this.#mentionedAt.get(player) ?? -Infinity) < everyMs) return false;
    remember(this.#mentionedAt, player, at, everyMs);
    return true;
  }

  /** From when on a bot may speak; Infinity while only lines of others can change that. */
  #freeAt({ id, talk, muted }: GateSeat, type: Occasion["type"], now: number, claim = claimOf({ type })): number {
    if (muted === true || (talk <= 0 && type !== "mention")) return Infinity;
    const linesFreeAt = this.#lines.freeAt(claim, this.#people, now);
    if (claim === "more") return linesFreeAt;
    const { botRestMs, mention } = this.#settings;
    const rested = this.#lines.lastOf(id) + botRestMs;
    const broken = type === "mention" ? (this.#brokeAt.get(id) ?? -Infinity) + mention.breakMs : Infinity;
    return Math.max(Math.min(rested, broken), linesFreeAt);
  }

  #nextAnswer(now: number): number {
    let next = Infinity;
    for (const [bot, { line, claim }] of this.#asked) {
      const seat = this.#seats.get(bot);
      const forgottenAt = line.at + this.#settings.mention.waitMs;
      const freeAt = seat === undefined ? Infinity : this.#freeAt(seat, "mention", now, claim);
      if (now >= forgottenAt) this.#asked.delete(bot);
      else if (freeAt < forgottenAt) next = Math.min(next, freeAt);
    }
    return next;
  }

  #answer(now: number): Turn | undefined {
    if (this.#nextAnswer(now) > now) return undefined;
    for (const [bot, { line, claim }] of this.#asked) {
      const seat = this.#seats.get(bot);
      if (seat === undefined || this.#freeAt(seat, "mention", now, claim) > now) continue;
      this.#asked.delete(bot);
      return this.#give(seat, { type: "mention", line }, now, { claim });
    }
    return undefined;
  }

  #nextLull(now: number): number {
    const { at } = this.#lulls.next(this.#lines.lastAt);
    if (at === Infinity) return Infinity;
    return Math.max(at, Math.min(...[...this.#seats.values()].map((seat) => this.#freeAt(seat, "lull", now))));
  }

  #lull(now: number): Turn | undefined {
    if (this.#nextLull(now) > now) return undefined;
    const { lastAt } = this.#lines;
    const { offer } = this.#lulls.next(lastAt);
    this.#lulls.tried(lastAt, offer, now);
    const { chance } = this.#settings;
    const chanceOf = (talk: number): number => (offer ? chance.offer : chance.lull * talk);
    const seat = this.#willing([...this.#seats.values()], { type: "lull" }, chanceOf, now);
    return seat === undefined ? undefined : this.#give(seat, { type: "lull" }, now, { offer });
  }

  /** One that may speak and, by chance, wants to. */
  #willing(
    seats: readonly GateSeat[],
    { type }: Occasion,
    chanceOf: (talk: number) => number,
    now: number,
  ): GateSeat | undefined {
    return shuffle(seats, this.#random).find(
      (seat) => this.#freeAt(seat, type, now) <= now && this.#random() < chanceOf(Math.min(1, seat.talk)),
    );
  }

  #chanceOf(occasion: Occasion): (talk: number) => number {
    const { chance, streakFrom } = this.#settings;
    switch (occasion.type) {
      case "arrival":
      case "ended":
        return (talk) => chance[occasion.type] * talk;
      case "reveal":
        return (talk) => (occasion.streak >= streakFrom ? chance.streak : chance.reveal) * talk;
      case "story":
        return () => 1;
      case "mention":
      case "lull":
        return () => 0;
    }
  }
}

/** Who is spoken to is waited for, and so is who comes next in a story. */
const claimOf = ({ type }: Pick<Occasion, "type">): Claim =>
  type === "mention" || type === "story" ? "asked" : "remark";

/** Notes a time; others that are older than `forMs` are dropped, so that the map stays as small as the table. */
const remember = (times: Map<string, number>, key: string, at: number, forMs: number): void => {
  for (const [one, since] of times) if (at - since >= forMs) times.delete(one);
  times.set(key, at);
};
