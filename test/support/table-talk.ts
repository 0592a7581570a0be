import assert from "node:assert/strict";
import { Gate, type GateSeat, type Turn } from "../../src/bots/gate.ts";
import { defaultGate, type GateSettings } from "../../src/bots/gate-settings.ts";
import type { Heard, Occasion } from "../../src/bots/talk.ts";
import type { Random } from "../../src/core/random.ts";

/** A line, with all that a judge needs to know of the moment it was said in. */
export type Said = Heard & {
  readonly turn: Turn | undefined;
  /** When the turn was given. */
  readonly givenAt: number;
  readonly phase: string;
  readonly people: number;
  readonly seat: GateSeat | undefined;
};

export const start = 1_800_000_000_000;

/** What happens at a table, step by step, with a gate that decides who of the bots speaks. */
export class TableTalk {
  readonly gate: Gate;
  readonly said: Said[] = [];
  readonly given: { readonly turn: Turn; readonly at: number }[] = [];
  readonly seats = new Map<string, GateSeat>();
  now = start;
  people = 0;
  phase = "";
  /** What comes of a turn: ms until its line is said, "pass" for none, "hang" for nothing ever. */
  plan: (turn: Turn) => number | "pass" | "hang" = () => 0;
  words: (turn: Turn) => string = () => "Well, well.";
  #pending: { readonly turn: Turn; readonly at: number; readonly givenAt: number } | undefined;
  #over = true;

  constructor(settings: GateSettings, random: Random) {
    this.gate = new Gate(settings, random);
  }

  seat(id: string, name = id, talk = 1, muted = false): this {
    const seat = { id, name, talk, muted };
    this.seats.set(id, seat);
    this.gate.seat(seat);
    return this;
  }

  leave(id: string): void {
    this.seats.delete(id);
    this.gate.leave(id);
    if (this.given.at(-1)?.turn.bot === id) this.#end();
  }

  connect(people: number): this {
    this.people = people;
    this.gate.people(people, this.now);
    return this;
  }

  enter(phase: string): void {
    this.phase = phase;
    this.gate.phase(phase, this.now);
    this.#run();
  }

  say(player: string, text: string): void {
    this.#hear({ player, name: player, kind: "human", text, at: this.now }, undefined, this.now);
    this.#run();
  }

  moment(occasion: Occasion, bot?: string): Turn | undefined {
    const turn = this.gate.moment(occasion, bot, this.now);
    if (turn !== undefined) this.#take(turn);
    this.#run();
    return turn;
  }

  /** Lets time pass; turns are used as they come. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (let at = this.#next(); at <= end; at = this.#next()) {
      this.now = Math.max(this.now, at);
      this.#run();
    }
    this.now = end;
  }

  /** Lines of bots. */
  get bots(): readonly Said[] {
    return this.said.filter(({ kind }) => kind === "bot");
  }

  #next(): number {
    return Math.min(this.gate.nextDue(this.now) ?? Infinity, this.#pending?.at ?? Infinity);
  }

  /** Everything that is due now. */
  #run(): void {
    for (let n = 0; this.#next() <= this.now; n++) {
      assert(n < 20, "something is due again and again");
      if (this.#pending !== undefined && this.#pending.at <= this.now) this.#speak();
      const due = this.gate.nextDue(this.now);
      if (due === undefined || due > this.now) continue;
      const turn = this.gate.tick(this.now);
      if (turn !== undefined) this.#take(turn);
    }
  }

  #take(turn: Turn): void {
    const last = this.given.at(-1);
    assert(this.#over || last === undefined || this.now - last.at >= 20_000, "two turns at once");
    this.given.push({ turn, at: this.now });
    this.#over = false;
    const plan = this.plan(turn);
    if (plan === "pass") {
      this.gate.passed(turn, this.now);
      this.#end();
    } else if (plan !== "hang") this.#pending = { turn, at: this.now + plan, givenAt: this.now };
  }

  #speak(): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    const turn = this.gate.recheck(pending.turn, this.now);
    if (turn === undefined) {
      this.gate.passed(pending.turn, this.now);
      return this.#end();
    }
    this.gate.spoke(turn, this.now);
    this.#end();
    const name = this.seats.get(turn.bot)?.name ?? "";
    const line: Heard = { player: turn.bot, name, kind: "bot", text: this.words(turn), at: this.now };
    this.#hear(line, turn, pending.givenAt);
  }

  #end(): void {
    this.#over = true;
    this.#pending = undefined;
  }

  #hear(line: Heard, turn: Turn | undefined, givenAt: number): void {
    const { phase, people } = this;
    this.said.push({ ...line, turn, givenAt, phase, people, seat: this.seats.get(line.player) });
    this.gate.heard(line);
  }
}

/** Chance always says yes. */
export const always = () => 0;
export const never = () => 0.999;

export const muse = "GPT-Muse";
export const quill = "Professor Quill";
/** The caps that hold however many people there are. */
export const strict: GateSettings = {
  ...defaultGate,
  share: { ...defaultGate.share, ofDuet: 0 },
};

/** One person and two bots. */
export const table = (random: Random = always, settings = strict): TableTalk =>
  new TableTalk(settings, random).seat(muse).seat(quill).connect(1);

/** Lines that let bots speak again. */
export const chatter = (talk: TableTalk, lines = 20): void => {
  for (let n = 0; n < lines; n++) talk.say("Zoe", "some line");
};

export const reveal = (streak = 0): Occasion => ({ type: "reveal", right: true, answered: true, streak });
export const ended: Occasion = { type: "ended", rank: 1, winner: "Ann" };
export const arrival: Occasion = { type: "arrival", name: "Cai" };
export const lastTurn = (talk: TableTalk): Turn | undefined => talk.given.at(-1)?.turn;
