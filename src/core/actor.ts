import type { Decider, Decision } from "./decider.ts";

/** One event and the state right after it. */
export type Step<State, Event> = { readonly event: Event; readonly state: State };

/** A batch that has become durable. */
export type Commit<State, Event> = { readonly state: State; readonly steps: readonly Step<State, Event>[] };

export type ActorOptions<State, Event> = {
  /** The state to go on from; the decider's initial one unless given. */
  readonly state?: State;
  /** Makes a batch durable, in order; a rejection stops the actor for good. */
  readonly append: (steps: readonly Step<State, Event>[]) => Promise<void>;
  /** Runs a function after everything that has already arrived, such as `setImmediate`. */
  readonly defer: (run: () => void) => void;
  /** Called in order, once the events are durable: the gate through which everything leaves. */
  readonly onCommit: (commit: Commit<State, Event>) => void;
  /** The actor has stopped: an append was refused, or `onCommit` threw. */
  readonly onFailure: (error: unknown) => void;
};

type Waiter = { readonly settle: () => void; readonly fail: (error: unknown) => void };

/**
 * Runs one decider: one writer, commands decided in the order of arrival on the newest state.
 * Nothing awaits between deciding and evolving. What arrives in one turn of the loop, or while an
 * append is under way, is appended as one batch; every answer, a refusal too, waits until all that
 * it was decided upon is durable.
 */
export class Actor<State, Command, Event, Reason extends string> {
  readonly #decider: Decider<State, Command, Event, Reason>;
  readonly #options: ActorOptions<State, Event>;
  #state: State;
  #steps: Step<State, Event>[] = [];
  #waiters: Waiter[] = [];
  #appending = false;
  #flushing = 0;
  #scheduled = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(decider: Decider<State, Command, Event, Reason>, options: ActorOptions<State, Event>) {
    this.#decider = decider;
    this.#options = options;
    this.#state = options.state ?? decider.initial;
  }

  /** The newest state; what is not durable yet counts too. */
  get state(): State {
    return this.#state;
  }

  /** How many wait for an answer. */
  get waiting(): number {
    return this.#waiters.length + this.#flushing;
  }

  /** Decides at once and answers when all it rests on is durable. Rejects when the actor has stopped. */
  handle(command: Command, now: number): Promise<Decision<Event, Reason, State>> {
    if (this.#failure !== undefined) return Promise.reject(asError(this.#failure.error));
    const decision = this.#decider.decide(this.#state, command, now);
    if (decision.ok) {
      for (const [index, event] of decision.events.entries()) {
        this.#state = decision.states?.[index] ?? this.#decider.evolve(this.#state, event);
        this.#steps.push({ event, state: this.#state });
      }
    }
    if (this.#steps.length === 0 && !this.#appending) return Promise.resolve(decision);
    return new Promise((resolve, reject) => {
      this.#waiters.push({ settle: () => resolve(decision), fail: reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#appending) return;
    this.#scheduled = true;
    this.#options.defer(() => {
      this.#scheduled = false;
      void this.#flush();
    });
  }

  async #flush(): Promise<void> {
    const steps = this.#steps;
    const waiters = this.#waiters;
    this.#steps = [];
    this.#waiters = [];
    this.#appending = true;
    this.#flushing = waiters.length;
    try {
      if (steps.length > 0) {
        await this.#options.append(steps);
        const last = steps.at(-1) as Step<State, Event>;
        this.#options.onCommit({ state: last.state, steps });
      }
    } catch (error) {
      this.#stop(error, waiters);
      return;
    } finally {
      this.#appending = false;
      this.#flushing = 0;
    }
    for (const waiter of waiters) waiter.settle();
    if (this.#steps.length > 0 || this.#waiters.length > 0) this.#schedule();
  }

  #stop(error: unknown, waiters: readonly Waiter[]): void {
    this.#failure = { error };
    for (const waiter of [...waiters, ...this.#waiters]) waiter.fail(error);
    this.#waiters = [];
    this.#options.onFailure(error);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
