import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "./chaos-random.ts";
import type { EveningWish } from "./evening-wish.ts";
import { lineOf, type Player, type Side } from "./table.ts";
import type { Tally } from "./tally.ts";

/** Refusals that belong to coming back in the middle of a question: it was closed meanwhile, or counted before the cut. */
const tooLate: ReadonlySet<string> = new Set([
  "too_late",
  "no_open_question",
  "wrong_question",
  "wrong_phase",
  "already_answered",
  "closed",
]);
/** Nobody writes sooner after their last line; see the rules of a lobby. */
const leastBetweenLinesMs = 2000;
const awayMs = 1500;
const lookMs = 300;

type Person = { readonly guest: string; player: Player | undefined; joinedAt: number; isGone: boolean; seat: string };

let linesMade = 0;

/** One lobby from its making until it is empty, with all that people do in it. */
export class EveningLobby {
  readonly #side: Side;
  readonly #wish: EveningWish;
  readonly #tallyNow: () => Tally;
  readonly #random: Random;
  readonly #persons: readonly Person[];
  #code = "";
  #phase = "";
  #question = "";
  #isOver = false;
  readonly #over = Promise.withResolvers<void>();

  constructor(side: Side, wish: EveningWish, guests: readonly string[], tally: () => Tally, random: Random) {
    this.#side = side;
    this.#wish = wish;
    this.#tallyNow = tally;
    this.#random = random;
    this.#persons = guests.map((guest) => ({ guest, player: undefined, joinedAt: 0, isGone: false, seat: "" }));
  }

  /** What is counted is taken away from time to time. */
  get #tally(): Tally {
    return this.#tallyNow();
  }

  async run(stopped: AbortSignal): Promise<void> {
    const stop = (): void => this.#end();
    stopped.addEventListener("abort", stop);
    const [owner, ...others] = this.#persons as [Person, ...Person[]];
    const { lifeMs, players, withBot } = this.#wish;
    const bots = this.#random() < withBot ? 1 : 0;
    let life: NodeJS.Timeout | undefined;
    try {
      const wish = { players: players + bots, count: 50, seconds: 20, ...(bots > 0 ? { bots } : {}) };
      this.#code = await this.#side.make(owner.guest, wish);
      this.#tally.count("lobbies");
      await this.#enter(owner, "joins");
      await Promise.all(others.map((person) => this.#arrive(person)));
      // However slow it was to come in, the game gets its time.
      life = setTimeout(() => this.#end(), lifeMs * (0.7 + 0.6 * this.#random()));
      await owner.player?.steer("start", { count: 50, seconds: 20 });
      this.#tally.count("games");
      await this.#over.promise;
    } catch (error) {
      this.#tally.fail(error);
    } finally {
      clearTimeout(life);
      stopped.removeEventListener("abort", stop);
      this.#end();
      await this.#empty(owner);
    }
  }

  async #arrive(person: Person): Promise<void> {
    const { lifeMs, returns, drops } = this.#wish;
    await this.#pause(0.1 * lifeMs * this.#random());
    if (this.#isOver) return;
    await this.#enter(person, "joins");
    void this.#talk(person);
    const fate = this.#random();
    if (fate < returns) void this.#goAndReturn(person);
    else if (fate < returns + drops) void this.#goForGood(person);
  }

  async #enter(person: Person, as: "joins" | "returns"): Promise<void> {
    const began = performance.now();
    const isOwner = person === this.#persons[0];
    try {
      const player = await this.#side.join(this.#code, person.guest, {
        ...(isOwner ? { onPhase: (phase, question) => this.#see(phase, question) } : {}),
        onLine: () => this.#tally.count("delivered"),
        onRefused: (code) => this.#tally.failed(code, 1),
      });
      this.#tally.time("join", performance.now() - began);
      this.#tally.count(as);
      if (person.seat !== "" && player.seat !== person.seat) this.#tally.failed("another_seat", 1);
      Object.assign(person, { player, seat: player.seat, joinedAt: performance.now() });
    } catch (error) {
      this.#tally.fail(error);
    }
  }

  #see(phase: string, question: string): void {
    const [before, asked] = [this.#phase, this.#question];
    this.#phase = phase;
    this.#question = question;
    if (phase === "question" && question !== asked) for (const person of this.#persons) void this.#answer(person);
    if (phase === before) return;
    if (phase === "countdown" || phase === "reveal" || phase === "scores") void this.#skip(phase);
    if (phase === "podium" && before !== "" && before !== "podium") this.#end();
  }

  async #skip(phase: string): Promise<void> {
    await this.#pause(lookMs + this.#wish.thinkMs * 0.5);
    if (this.#isOver || this.#phase !== phase) return;
    try {
      await this.#persons[0]?.player?.steer("skip", {});
    } catch (error) {
      this.#failed(error);
    }
  }

  async #answer(person: Person): Promise<void> {
    const question = this.#question;
    await this.#pause(this.#wish.thinkMs * (0.1 + 0.9 * this.#random()));
    if (person.player === undefined || this.#isOver || this.#question !== question) return;
    const began = performance.now();
    try {
      await person.player.answer(question, Math.floor(this.#random() * 4));
      this.#tally.time("reply", performance.now() - began);
      this.#tally.count("answers");
    } catch (error) {
      this.#failed(error);
    }
  }

  async #talk(person: Person): Promise<void> {
    while (!this.#isOver && !person.isGone) {
      await this.#pause(leastBetweenLinesMs + this.#wish.lineEveryMs * 2 * this.#random());
      if (this.#isOver || person.player === undefined) continue;
      person.player.chat(lineOf(linesMade++ % 1_000_000));
      this.#tally.count("lines");
    }
  }

  async #goAndReturn(person: Person): Promise<void> {
    await this.#pause(this.#wish.lifeMs * (0.1 + 0.4 * this.#random()));
    if (this.#isOver) return;
    this.#cut(person);
    await this.#pause(awayMs * this.#random());
    if (this.#isOver) return;
    await this.#enter(person, person.seat === "" ? "joins" : "returns");
    if (this.#phase === "question") void this.#answer(person);
  }

  async #goForGood(person: Person): Promise<void> {
    await this.#pause(this.#wish.lifeMs * (0.1 + 0.4 * this.#random()));
    if (this.#isOver) return;
    person.isGone = true;
    this.#cut(person);
    this.#tally.count("drops");
  }

  #cut(person: Person): void {
    this.#leave(person, (player) => player.drop());
  }

  #leave(person: Person, by: (player: Player) => void): void {
    const { player } = person;
    if (player === undefined) return;
    person.player = undefined;
    this.#tally.count("playerMs", performance.now() - person.joinedAt);
    this.#tally.count("bytes", player.received.bytes);
    by(player);
  }

  async #empty(owner: Person): Promise<void> {
    for (const person of this.#persons) this.#leave(person, (player) => player.close());
    if (this.#code === "" || this.#random() >= this.#wish.deleted) return;
    await this.#side.remove(this.#code, owner.guest).catch((error: unknown) => this.#tally.fail(error));
  }

  #failed(error: unknown): void {
    if (tooLate.has((error as { readonly code?: string }).code ?? "")) this.#tally.count("tooLate");
    else this.#tally.fail(error);
  }

  #end(): void {
    this.#isOver = true;
    this.#over.resolve();
  }

  /** Waits, but not longer than the lobby is together. */
  async #pause(ms: number): Promise<void> {
    const timer = new AbortController();
    await Promise.race([wait(ms, undefined, { signal: timer.signal }).catch(() => {}), this.#over.promise]);
    timer.abort();
  }
}
