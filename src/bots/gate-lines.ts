import type { GateSettings } from "./gate-settings.ts";
import type { Heard } from "./talk.ts";

/** `isExpected` until it is heard. */
type Line = { readonly player: string; readonly isBot: boolean; readonly at: number; readonly isExpected: boolean };

/** Why a line is to be said: somebody waits for it, somebody has one coming already and this is more of it, or neither. */
export type Claim = "asked" | "more" | "remark";

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
    const { lobbyRestMs, inARowMs, perMinute, alone } = this.#settings;
    if (!this.#hasRoomFor(claim, people)) return Infinity;
    const isAlone = people === 0 || now - this.#personAt >= alone.withinMs;
    return Math.max(
      (this.#bots.at(-1)?.at ?? -Infinity) + lobbyRestMs,
      this.#all.at(-1)?.isBot === true ? this.lastAt + inARowMs : -Infinity,
      this.#nthAgo(perMinute) + 60_000,
      isAlone ? this.#nthAgo(alone.lines) + alone.withinMs : -Infinity,
    );
  }

  #hasRoomFor(claim: Claim, people: number): boolean {
    const { ofRemarks, ofAnswers, ofDuet } = this.#settings.share;
    if (claim === "asked" && people === 1 && ofDuet > 0) return this.#hasRoom(ofDuet, Math.ceil);
    return this.#hasRoom(claim === "remark" ? ofRemarks : ofAnswers, Math.floor);
  }

  /** Whether one more line of a bot keeps the bots' share of the last lines. */
  #hasRoom(share: number, rounded: (lines: number) => number): boolean {
    const others = this.#all
      .slice(-this.#settings.share.lines)
      .slice(this.#all.length < this.#settings.share.lines ? 0 : 1);
    const bots = others.filter((line) => line.isBot).length + 1;
    return bots <= Math.max(1, rounded(share * (others.length + 1)));
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
