import assert from "node:assert/strict";
import type { Ask } from "../../src/core/ask.ts";
import type { MessageType } from "../../src/protocol/messages.ts";
import type { Notices } from "../../src/protocol/notices.ts";
import { caughtUp, type Look, lookOf, saidTo } from "./killed-look.ts";
import { choiceOf, movesFor, questions } from "./killed-moves.ts";
import { makeWhenReady } from "./chaos.ts";
import { enter, guest, type Person } from "./people.ts";
import { mineOf } from "./play.ts";
import type { Seat } from "./seat.ts";

/** Where the server is killed. */
export type Stop = {
  readonly phase: string;
  /** How it is reached, where that is not by doing what is asked for and going on. */
  readonly reach?: (table: KilledTable) => Promise<unknown>;
  /** What is waited for there. */
  readonly settle?: (table: KilledTable) => Promise<unknown>;
  /** Only the owner does there what all are asked to do, as more would end it. */
  readonly half?: true;
  readonly paused?: true;
  /** Done at the last moment; gives what has to come of it afterwards. */
  readonly sudden?: (table: KilledTable) => Promise<() => Promise<unknown>>;
};

/** How a mode is played from one stop to the next. */
export type Way = {
  readonly settings: object;
  readonly stops: readonly Stop[];
  /** Whether its stops say all that is done. */
  readonly byHand?: true;
  /** What a phase has brought somebody, where they are not told by a `result`. */
  readonly brings?: { readonly phase: string; readonly points: (seat: Seat, player: string) => number };
  /** The phase in which points are what was brought so far. */
  readonly scoresIn: string;
};

const bots = 2;

/** Two people and two bots who play a mode, while their server is killed again and again. */
export class KilledTable {
  readonly mode: string;
  readonly way: Way;
  readonly code: string;
  readonly people: readonly Person[];
  /** Phases that were seen, and those in which everything was compared. */
  readonly seen = new Set<string>();
  readonly killedIn = new Set<string>();
  /** What was chosen and acknowledged, by player and question. */
  readonly chosen = new Map<string, number>();
  /** What people have said here. */
  readonly said: string[] = [];
  /** When the last thing was asked for that was acknowledged. */
  askedAt = 0;
  readonly #sat: (readonly Seat[])[] = [];
  readonly #brought = new Map<string, number>();
  readonly #done = new Set<string>();

  private constructor(mode: string, way: Way, code: string, people: readonly Person[]) {
    this.mode = mode;
    this.way = way;
    this.code = code;
    this.people = people;
  }

  /** Everybody sits down, and the game begins. */
  static async begin(server: { readonly url: string }, mode: string, way: Way): Promise<KilledTable> {
    const people = await Promise.all(["Ann", "Bob"].map((name) => guest(server, name)));
    const [owner] = people as [Person];
    const { data } = await owner.client.http.post("/api/packs", { body: { title: "Things", questions } });
    const pack = { source: "pack", pack: (data as { readonly id: string }).id };
    const code = await makeWhenReady(server, owner, { mode, count: 2, seconds: 300, bots, ...pack, ...way.settings });
    const table = new KilledTable(mode, way, code, people);
    await table.comeIn();
    await table.sees("questions", (seat) => ["ready", "idle"].includes(seat.state.status));
    await table.request(0, "start", {});
    await table.sees("the game", ({ phase }) => phase !== "");
    return table;
  }

  get seats(): readonly Seat[] {
    return this.#sat.at(-1) as readonly Seat[];
  }

  get owner(): Seat {
    return this.seats[0] as Seat;
  }

  get phase(): string {
    return this.owner.phase;
  }

  /** People come in, or come back, and have everybody there. */
  async comeIn(): Promise<void> {
    const seats = await Promise.all(this.people.map((person) => enter(person, this.code)));
    for (const { room } of seats) room.onStateChange(({ game }) => game.phase !== "" && this.seen.add(game.phase));
    this.#sat.push(seats);
    await this.sees("everybody", ({ state: { players } }) => {
      return players.size === seats.length + bots && [...players.values()].every(({ connected }) => connected);
    });
  }

  async sees(what: string, fits: (seat: Seat) => unknown): Promise<void> {
    await Promise.all(this.seats.map((seat) => seat.sees(`${what} of ${this.mode}`, () => fits(seat))));
  }

  /** What each of the people sees and is told. */
  look(): Promise<readonly Look[]> {
    return Promise.all(this.seats.map(lookOf));
  }

  /** What each is told that was said. */
  heard(): readonly (readonly string[])[] {
    return this.seats.map(saidTo);
  }

  /** Goes on to a stop, and does there what is asked for. */
  async goTo({ phase, reach, settle, half, paused }: Stop): Promise<void> {
    if (this.owner.state.game.paused) await this.request(0, "resume", {});
    await reach?.(this);
    while (this.phase !== phase) {
      const now = this.#now;
      await this.play();
      if (this.#now === now) await this.goOn();
    }
    await this.play(half === true ? [0] : [0, 1]);
    await settle?.(this);
    if (paused === true) await this.request(0, "pause", {});
  }

  /** The owner ends the phase. */
  async goOn(): Promise<void> {
    const { phase, number } = this.owner.state.game;
    await this.request(0, "skip", {});
    await this.sees(`what follows ${phase}`, ({ state: { game } }) => game.phase !== phase || game.number !== number);
  }

  /** People do all that they are asked to, once in each phase. */
  async play(who: readonly number[] = [0, 1]): Promise<void> {
    const { phase, number } = this.owner.state.game;
    const left = who.filter((index) => !this.#done.has(`${index} ${this.#now}`));
    for (const index of left) {
      this.#done.add(`${index} ${this.#now}`);
      await this.#note(index);
      if (this.way.byHand === true) continue;
      // A final is for captains alone.
      if (phase === "question") await this.answer(index, index === 0 || number === 1, ["locked_out"]);
      for (const ask of this.asks(index)) await this.#do(index, ask);
    }
    // What that has changed is seen before anything else is done.
    await caughtUp(this.owner);
  }

  /** Gives the right answer to the question, or a wrong one. */
  async answer(index: number, isRight: boolean, mayBeRefused: readonly string[] = []): Promise<void> {
    const { id, choices } = (this.seats[index] as Seat).state.game.question;
    const choice = choiceOf([...choices], isRight);
    if (await this.request(index, "answer", { question: id, choice }, mayBeRefused)) this.#choose(index, choice);
  }

  /** What somebody is asked to do. */
  asks(index: number): Notices["mine"]["asks"] {
    return mineOf(this.seats[index] as Seat)?.asks ?? [];
  }

  /** Asks for something, and tells whether it was done; what refuses it for another reason is an error. */
  async request(
    index: number,
    type: MessageType,
    payload: object,
    mayBeRefused: readonly string[] = [],
  ): Promise<boolean> {
    const askedAt = Date.now();
    try {
      await (this.seats[index] as Seat).ask(type, payload);
    } catch (error) {
      const { reason, message } = error as Error & { reason?: { code: string } };
      const code = reason?.code ?? message;
      if (mayBeRefused.includes(code)) return false;
      throw new Error(`${type} in ${this.mode}, ${this.phase}: ${code}`, { cause: error });
    }
    this.askedAt = askedAt;
    return true;
  }

  /** Everybody says something, where that may be. */
  async say(what: string): Promise<void> {
    if (this.owner.state.game.hushed) return;
    for (const [index, { name }] of this.people.entries()) {
      const text = `${what}, said by ${name}`;
      await this.request(index, "chat", { text });
      this.said.push(text);
    }
  }

  /** What each has been told that they won. */
  brought(index: number): number {
    const { id } = this.people[index] as Person;
    const results = this.#sat.flatMap((seats) => (seats[index] as Seat).all("result"));
    return results.reduce((sum, { points }) => sum + points, this.#brought.get(id) ?? 0);
  }

  /** Has come to a phase: all that belongs to it is there, with what it brings. */
  async #note(index: number): Promise<void> {
    const { brings } = this.way;
    const [seat, { id }] = [this.seats[index] as Seat, this.people[index] as Person];
    await caughtUp(seat);
    if (brings?.phase === this.phase) this.#brought.set(id, (this.#brought.get(id) ?? 0) + brings.points(seat, id));
  }

  get #now(): string {
    const { phase, number } = this.owner.state.game;
    return `${phase} ${number}`;
  }

  async #do(index: number, ask: Ask): Promise<void> {
    for (const move of movesFor(ask, index)) {
      const isMade = await this.request(index, "move", { ask: ask.id, ...move }, ["own_work", "locked_out"]);
      if (isMade && move.choice !== undefined) this.#choose(index, move.choice);
      if (isMade) return;
    }
    assert.fail(`nothing fits ${ask.id} of ${this.mode}`);
  }

  #choose(index: number, choice: number): void {
    const { id } = this.owner.state.game.question;
    if (id !== "") this.chosen.set(`${this.people[index]?.id} ${id}`, choice);
  }
}
