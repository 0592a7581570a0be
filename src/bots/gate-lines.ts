import type { GateSettings } from "./gate-settings.ts";
import type { Heard } from "./talk.ts";

/** `isExpected` until it is heard. */
type Line = { readonly player: string; readonly isBot: boolean; readonly at: number; readonly isExpected: boolean };

/**
 * Why a line is to be said: somebody waits for it; another bot has been asked the same; it belongs to the line right
 * before it; or nobody has asked for it.
 */
export type Claim = "asked" | "too" | "more" | "remark";

/** What was said last in a lobby, and from when on that lets a bot speak. */
export class Lines {
  readonly #settings: GateSettings;
  #all: Line[] = [];
  #bots: Line[] = [];
  #lastHeard: Heard | undefined;
  #personAt = -Infinity;

  constructor(settings: GateSettings) {
    this.#settings = settings;
  }

  get last(): Heard | undefined {
    return this.#lastHeard;
  }

  /** When anybody has said something, at last. */
  get lastAt(): number {
    return this.#all.at(-1)?.at ?? -Infinity;
  }

  lastOf(bot: string): number {
    return this.#bots.findLast((line) => line.player === bot)?.at ?? -Infinity;
  }

  heard(line: Heard): void {
    const isBot = line.kind === "bot";
    if (isBot) this.#forget(line.player);
    else this.#personAt = line.at;
    this.#lastHeard = line;
    this.#add({ player: line.player, isBot, at: line.at, isExpected: false });
  }

  /** A bot has said something that is not heard yet; it counts at once, in case it takes a while. */
  expect(bot: string, at: number): void {
    this.#add({ player: bot, isBot: true, at, isExpected: true });
  }

  /** From when on any bot may speak; Infinity while only more lines can change that. */
  freeAt(claim: Claim, people: number, now: number): number {
    const { lobbyRestMs, inARowMs } = this.#settings;
    if (!this.hasRoom(claim, people)) return Infinity;
    const counted = this.#countedAt(people, now);
    if (claim === "more") return counted;
    return Math.max(
      counted,
      (this.#bots.at(-1)?.at ?? -Infinity) + lobbyRestMs,
      this.#all.at(-1)?.isBot === true ? this.lastAt + inARowMs : -Infinity,
    );
  }

  /** Whether so many lines more keep the bots' share of the last lines. */
  hasRoom(claim: Claim, people: number, more = 1): boolean {
    const { lines, ofRemarks, ofAnswers, ofDuet } = this.#settings.share;
    const isDuet = people === 1 && ofDuet > 0;
    if (isDuet && claim === "asked") return true;
    const kept = Math.max(0, lines - more);
    const others = this.#all.slice(Math.max(0, this.#all.length - kept));
    const bots = others.filter((line) => line.isBot).length + more;
    const all = others.length + more;
    const most =
      isDuet && claim === "more"
        ? Math.ceil(ofDuet * all)
        : Math.floor((claim === "remark" ? ofRemarks : ofAnswers) * all);
    return bots <= Math.max(1, most);
  }

  /** From when on the lines of the last minute, and those of bots by themselves, leave room for another. */
  #countedAt(people: number, now: number): number {
    const { perMinute, alone } = this.#settings;
    const isAlone = people === 0 || now - this.#personAt >= alone.withinMs;
    return Math.max(this.#nthAgo(perMinute) + 60_000, isAlone ? this.#nthAgo(alone.lines) + alone.withinMs : -Infinity);
  }

  /** When the last but so many lines of bots was said. */
  #nthAgo(lines: number): number {
    return lines < 1 ? Infinity : (this.#bots.at(-lines)?.at ?? -Infinity);
  }

  #add(line: Line): void {
    const { share, perMinute, alone } = this.#settings;
    this.#all = [...this.#all, line].slice(-2 * share.lines);
    if (line.isBot) this.#bots = [...this.#bots, line].slice(-Math.max(100, perMinute, alone.lines));
  }

  #forget(bot: string): void {
    const expected = this.#bots.findLast((line) => line.isExpected && line.player === bot);
    this.#all = this.#all.filter((line) => line !== expected);
    this.#bots = this.#bots.filter((line) => line !== expected);
  }
}
