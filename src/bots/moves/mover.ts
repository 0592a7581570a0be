import type { Notices } from "../../protocol/notices.ts";
import type { Ask, Plan, Planner, Situation } from "./move.ts";
import { plannerFor } from "./planners.ts";

type Mine = Notices["mine"];

/** Does something after so many ms; what comes back calls it off. */
type Wait = (run: () => void, afterMs: number) => () => void;

const byTheClock: Wait = (run, afterMs) => {
  const timer = setTimeout(run, afterMs).unref();
  return () => clearTimeout(timer);
};

const nothing = (): void => {};

export type MoverOptions = Pick<Situation, "me" | "persona" | "recall" | "random" | "compose"> & {
  /** ms since 1970. */
  readonly now: () => number;
  readonly wait?: Wait;
  /** 1 is a person's pace. */
  readonly pace: number;
  /** The lobby as it is shown now, how good it is, and the server's clock less ours, in ms. */
  readonly look: () => (Pick<Situation, "state" | "skill"> & { readonly offset: number }) | undefined;
  readonly move: (move: Omit<Plan, "afterMs"> & { readonly ask: string }) => void;
};

type Pending = {
  readonly ask: Ask;
  plan: Omit<Plan, "afterMs"> | undefined;
  dueAt: number;
  callOff: () => void;
};

const endlessMs = 60_000;
/** The server needs a moment, too. */
const spareMs = 300;
const toldKept = 100;

/** Answers what a mode asks one bot for: each ask is planned when it is first seen, and done when its time comes. */
export class Mover {
  readonly #options: MoverOptions;
  readonly #pending = new Map<string, Pending>();
  readonly #times = new Map<string, number>();
  readonly #memory = new Map<string, unknown>();
  #mine: Mine | undefined;
  #told: { readonly type: string; readonly payload: unknown }[] = [];
  #paused = false;

  constructor(options: MoverOptions) {
    this.#options = options;
  }

  /** What the mode tells it alone. */
  hear(mine: Mine): void {
    if (mine.game !== this.#mine?.game) this.#begin();
    this.#mine = mine;
    const open = new Set(mine.asks.map(({ id }) => id));
    for (const [id, { callOff }] of this.#pending) {
      if (open.has(id)) continue;
      callOff();
      this.#pending.delete(id);
    }
    for (const ask of mine.asks) if (!this.#pending.has(ask.id)) this.#take(ask);
  }

  /** What the mode tells all, or several. */
  told(type: string, payload: unknown): void {
    this.#told = [...this.#told, { type, payload }].slice(-toldKept);
  }

  /** While the game is paused nothing is done; what was planned keeps the time it had. */
  pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    const now = this.#options.now();
    for (const pending of this.#pending.values()) {
      if (paused) {
        pending.callOff();
        pending.dueAt -= now;
      } else {
        pending.dueAt += now;
        this.#arm(pending);
      }
    }
  }

  forget(): void {
    this.#begin();
    this.#mine = undefined;
  }

  #begin(): void {
    for (const { callOff } of this.#pending.values()) callOff();
    this.#pending.clear();
    this.#times.clear();
    this.#memory.clear();
    this.#told = [];
  }

  #take(ask: Ask): void {
    const planner = plannerFor(ask.purpose, ask.what);
    const seen = this.#options.look();
    if (planner === undefined || seen === undefined) return;
    const { state, skill, offset } = seen;
    const { now, pace, me, persona, recall, random, compose } = this.#options;
    const pending: Pending = { ask, plan: undefined, dueAt: Infinity, callOff: nothing };
    this.#pending.set(ask.id, pending);
    const began = now();
    const leftMs = ask.endsAt === undefined ? endlessMs : Math.max(0, (ask.endsAt - (began + offset) - spareMs) / pace);
    const times = this.#times.get(ask.id) ?? 0;
    const own = this.#mine?.own;
    const [told, memory] = [this.#told, this.#memory];
    const known = { state, own, told, leftMs, times, memory };
    const situation: Situation = { me, persona, skill, ...known, recall, random, compose };
    void this.#plan(pending, planner, situation, began);
  }

  async #plan(pending: Pending, planner: Planner, situation: Situation, began: number): Promise<void> {
    const { ask } = pending;
    const { now, pace } = this.#options;
    let plan: Plan | undefined;
    try {
      plan = await planner(ask, situation);
    } catch {
      // What can't be made up is left undone; who was asked for words has counted and logged its own faults.
    }
    if (plan === undefined || this.#pending.get(ask.id) !== pending) return;
    const { afterMs, ...move } = plan;
    pending.plan = move;
    pending.dueAt = (this.#paused ? 0 : now()) + Math.max(0, began + afterMs * pace - now());
    this.#arm(pending);
  }

  #arm(pending: Pending): void {
    pending.callOff();
    if (this.#paused || pending.plan === undefined) return;
    const { now, wait = byTheClock } = this.#options;
    pending.callOff = wait(() => this.#do(pending), Math.max(0, pending.dueAt - now()));
  }

  #do(pending: Pending): void {
    const { ask, plan } = pending;
    if (plan === undefined) return;
    const { id, repeats } = ask;
    if (plan.look === true) {
      this.#pending.delete(id);
      return this.#take(ask);
    }
    this.#times.set(id, (this.#times.get(id) ?? 0) + 1);
    this.#options.move({ ask: id, ...plan });
    if (repeats !== true) return;
    this.#pending.delete(id);
    this.#take(ask);
  }
}
