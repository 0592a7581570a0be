import assert from "node:assert/strict";
import type { Decider } from "../../src/core/decider.ts";
import { fold } from "../../src/core/decider.ts";

/** Tells a decider's story: what has happened, what is asked, and what must come of it. */
export class Story<State, Command, Event, Reason extends string> {
  readonly #decider: Decider<State, Command, Event, Reason>;
  readonly state: State;
  readonly now: number;

  constructor(decider: Decider<State, Command, Event, Reason>, state: State, now: number) {
    this.#decider = decider;
    this.state = state;
    this.now = now;
  }

  /** The same story at a later instant, every deadline on the way being kept. */
  at(now: number, tick: Command): Story<State, Command, Event, Reason> {
    let { state } = this;
    for (let due = this.#decider.nextDeadline(state); due !== undefined && due <= now;) {
      const decision = this.#decider.decide(state, tick, due);
      assert(decision.ok);
      state = fold(this.#decider.evolve, state, decision.events);
      const next = this.#decider.nextDeadline(state);
      assert(next === undefined || next > due, "a tick must settle what was due");
      due = next;
    }
    return new Story(this.#decider, state, now);
  }

  /** The story after a command that must be accepted. */
  when(command: Command, now = this.now): Story<State, Command, Event, Reason> {
    const decision = this.#decider.decide(this.state, command, now);
    assert(decision.ok, `refused: ${decision.ok ? "" : decision.reason}`);
    const state = fold(this.#decider.evolve, this.state, decision.events);
    if (decision.states !== undefined) assert.deepEqual(decision.states.at(-1) ?? this.state, state);
    return new Story(this.#decider, state, now);
  }

  /** Asserts that a command is refused for this reason. */
  rejects(command: Command, reason: Reason, now = this.now): void {
    const decision = this.#decider.decide(this.state, command, now);
    assert.equal(decision.ok ? `accepted ${JSON.stringify(decision.events)}` : decision.reason, reason);
  }

  /** The events that a command brings about. */
  events(command: Command, now = this.now): readonly Event[] {
    const decision = this.#decider.decide(this.state, command, now);
    assert(decision.ok, `refused: ${decision.ok ? "" : decision.reason}`);
    return decision.events;
  }
}
