import { setTimeout as wait } from "node:timers/promises";
import { Group } from "./group.ts";
import type { PlayWish, Share } from "./orders.ts";
import { inParallel } from "./pool.ts";
import { lineOf, type Player, type Side } from "./table.ts";
import { Tally } from "./tally.ts";

/** Joins of one load process that are under way at once. */
const joinsAtOnce = 8;
/** Line numbers of one load process; no two processes share any. */
const linesEach = 200_000;
/** A line that has not come by then is lost. */
const arrivalMs = 5000;

type MakeWish = { readonly players: number; readonly seconds: number };

/** All players that this process has on one server. */
export class Crowd {
  readonly #side: Side;
  readonly #firstLine: number;
  #guests: readonly string[] = [];
  #groups: readonly Group[] = [];
  #bytesBefore = 0;
  #line = 0;
  readonly #sentAt = new Map<number, number>();
  tally = new Tally();

  constructor(side: Side, nth: number) {
    this.#side = side;
    this.#firstLine = nth * linesEach;
  }

  async signIn(guests: number): Promise<void> {
    this.#guests = await this.#side.signIn(guests);
  }

  /** Makes the lobbies of these shares for so many players; their owners are the first guests of each. */
  async make(
    shares: readonly Share[],
    { players, seconds }: MakeWish,
  ): Promise<readonly (readonly [number, string])[]> {
    const codes: (readonly [number, string])[] = [];
    const owners = this.#guestsOf(shares);
    const making = shares.filter(({ makes }) => makes);
    await inParallel(joinsAtOnce, making, async ({ lobby }) => {
      const [owner = ""] = owners.get(lobby) ?? [];
      codes.push([lobby, await this.#side.make(owner, { players, count: 50, seconds })]);
      this.tally.count("lobbies");
    });
    return codes;
  }

  #guestsOf(shares: readonly Share[]): ReadonlyMap<number, readonly string[]> {
    let from = 0;
    return new Map(shares.map(({ lobby, players }) => [lobby, this.#guests.slice(from, (from += players))]));
  }

  /** Seats everybody, lobby by lobby in turn. */
  async seat(shares: readonly Share[], codes: readonly string[]): Promise<void> {
    const guests = this.#guestsOf(shares);
    const groups = new Map(shares.map(({ lobby, makes }) => [lobby, new Group(codes[lobby] ?? "", makes)]));
    const seats = shares.flatMap(({ lobby, players }) => Array.from({ length: players }, (_, nth) => ({ lobby, nth })));
    const inTurn = seats.toSorted((a, b) => a.nth - b.nth);
    await inParallel(joinsAtOnce, inTurn, async ({ lobby, nth }) => {
      const group = groups.get(lobby) as Group;
      const began = performance.now();
      try {
        group.players[nth] = await this.#side.join(group.code, guests.get(lobby)?.[nth] ?? "", {
          ...(nth === 0 ? { onPhase: group.see } : {}),
          onLine: this.#hear,
          onRefused: (code) => this.tally.failed(code, 1),
        });
        this.tally.time("join", performance.now() - began);
        this.tally.count("joins");
      } catch (error) {
        this.tally.fail(error);
      }
    });
    this.#groups = [...groups.values()];
    // Who could not come leaves no hole.
    for (const group of this.#groups) group.players.splice(0, Infinity, ...group.players.filter(Boolean));
  }

  readonly #hear = (line: number): void => {
    const sentAt = this.#sentAt.get(line);
    if (sentAt !== undefined) this.tally.time("delivery", performance.now() - sentAt);
  };

  get #players(): readonly Player[] {
    return this.#groups.flatMap(({ players }) => players);
  }

  /**
   * All write in turn, so many lines a second in each lobby's part, of which so many processes have one; until what was
   * written has arrived.
   */
  async chat(linesASecond: number, seconds: number, parts: number): Promise<void> {
    const before = this.#sum("chats");
    this.#sentAt.clear();
    const written = await Promise.all(this.#groups.map((group, nth) => this.#write(group, nth, linesASecond, seconds)));
    const wanted = this.#groups.reduce(
      (sum, { players }, nth) => sum + (written[nth] as number) * parts * players.length,
      before,
    );
    for (const end = performance.now() + arrivalMs; this.#sum("chats") < wanted && performance.now() < end;)
      await wait(5);
    this.tally.count("delivered", this.#sum("chats") - before);
  }

  async #write(group: Group, nth: number, linesASecond: number, seconds: number): Promise<number> {
    const everyMs = 1000 / linesASecond;
    // Lobbies do not all speak in the same moment.
    await wait((everyMs * nth) / this.#groups.length);
    const began = performance.now();
    let written = 0;
    for (; written * everyMs < seconds * 1000; written++) {
      await wait(Math.max(0, began + written * everyMs - performance.now()));
      const line = this.#firstLine + (this.#line++ % linesEach);
      this.#sentAt.set(line, performance.now());
      group.nextWriter()?.chat(lineOf(line));
      this.tally.count("lines");
    }
    return written;
  }

  async begin(questions: number, seconds: number, until: "countdown" | "question"): Promise<void> {
    await this.#each((group) => group.begin(questions, seconds, until));
  }

  async play(wish: PlayWish): Promise<void> {
    const before = this.#sum("results");
    await this.#each((group, share) => group.play(wish, share, () => this.tally));
    this.tally.count("results", this.#sum("results") - before);
  }

  async finish(): Promise<void> {
    await this.#each((group) => group.finish());
  }

  async leave(): Promise<void> {
    for (const player of this.#players) player.close();
    this.#groups = [];
    this.#bytesBefore = 0;
  }

  /** What was counted since it was last told. */
  told(): ReturnType<Tally["told"]> {
    const bytes = this.#sum("bytes");
    this.tally.count("bytes", bytes - this.#bytesBefore);
    this.#bytesBefore = bytes;
    const told = this.tally.told();
    this.tally = new Tally();
    return told;
  }

  #sum(field: keyof Player["received"]): number {
    return this.#players.reduce((total, { received }) => total + received[field], 0);
  }

  async #each(act: (group: Group, share: number) => Promise<void>): Promise<void> {
    const { length } = this.#groups;
    await Promise.all(
      this.#groups.map((group, nth) => act(group, nth / length).catch((error: unknown) => this.tally.fail(error))),
    );
  }
}
