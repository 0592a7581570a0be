import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Kind, Order, Share, Work } from "./orders.ts";
import { Tally } from "./tally.ts";

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };

/** One load process and what it has been ordered to do. */
class Hand {
  readonly #child: ChildProcess;
  readonly #nth: number;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  constructor(nth: number) {
    this.#nth = nth;
    this.#child = fork(fileURLToPath(new URL("load-worker.ts", import.meta.url)));
    this.#child.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.failed === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(`a load process failed: ${answer.failed}`));
    });
    this.#child.on("exit", (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`a load process ended with ${code}`));
    });
  }

  /** Fails when it takes longer than `mostMs`. */
  order(kind: Kind, work: Work, mostMs: number): Promise<Answer> {
    const order: Order = { id: this.#orders++, kind, nth: this.#nth, work };
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`"${work.do}" took longer than ${mostMs / 1000} s`)), mostMs);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(late);
          settle(value);
        };
      this.#waiting.set(order.id, { resolve: settled(resolve), reject: settled(reject) });
      this.#child.send(order, (error) => {
        if (error !== null) reject(error);
      });
    });
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await gone;
  }
}

/** The load processes. */
export class Crew {
  readonly #hands: readonly Hand[];

  constructor(processes: number) {
    this.#hands = Array.from({ length: processes }, (_, nth) => new Hand(nth));
  }

  get size(): number {
    return this.#hands.length;
  }

  /** Has all do it at once; gives what they counted together. */
  async all(kind: Kind, work: Work | ((nth: number) => Work), mostMs = 120_000): Promise<Tally> {
    const answers = await Promise.all(
      this.#hands.map((hand, nth) => hand.order(kind, typeof work === "function" ? work(nth) : work, mostMs)),
    );
    const tally = new Tally();
    for (const { told } of answers) if (told !== undefined) tally.add(told);
    return tally;
  }

  /** Makes the lobbies and gives their codes in order. */
  async make(
    kind: Kind,
    plan: Plan,
    wish: { readonly players: number; readonly seconds: number },
  ): Promise<readonly string[]> {
    const codes: string[] = [];
    await Promise.all(
      this.#hands.map(async (hand, nth) => {
        const made = await hand.order(kind, { do: "make", shares: plan[nth] ?? [], ...wish }, 120_000);
        for (const [lobby, code] of made.codes ?? []) codes[lobby] = code;
      }),
    );
    return codes;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.stop()));
  }
}

/** Who holds what: the shares of each load process. */
export type Plan = readonly (readonly Share[])[];

/** Lobbies go whole to one process in turn; fewer lobbies than processes are shared by all. */
export const planFor = (processes: number, lobbies: number, players: number): Plan => {
  const nths = Array.from({ length: lobbies }, (_, lobby) => lobby);
  if (lobbies >= processes) {
    return Array.from({ length: processes }, (_, nth) =>
      nths.filter((lobby) => lobby % processes === nth).map((lobby) => ({ lobby, players, makes: true })),
    );
  }
  return Array.from({ length: processes }, (_, nth) =>
    nths
      .map((lobby) => ({ lobby, players: evenPart(players, processes, nth), makes: nth === 0 }))
      .filter((share) => share.players > 0),
  );
};

const evenPart = (whole: number, parts: number, nth: number): number =>
  Math.floor(whole / parts) + (nth < whole % parts ? 1 : 0);
