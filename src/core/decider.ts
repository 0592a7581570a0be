/**
 * A pure machine. `decide` turns a command into events or refuses it and changes nothing;
 * `evolve` records an event and never fails. Time, chance and ids are data in the command.
 */
export type Decider<State, Command, Event, Reason extends string> = {
  readonly initial: State;
  /** `now` is in ms. */
  readonly decide: (state: State, command: Command, now: number) => Decision<Event, Reason, State>;
  readonly evolve: (state: State, event: Event) => State;
  /** When the machine wants a `tick`, in ms on the same clock as `now`; undefined for never. */
  readonly nextDeadline: (state: State) => number | undefined;
};

export type Accepted<Event, State = never> = {
  readonly ok: true;
  readonly events: readonly Event[];
  /** What the asker is told, once the events are durable. */
  readonly reply?: unknown;
  /** The state after each event, where deciding has worked them out already: what `evolve` gives. */
  readonly states?: readonly State[];
};

export type Refused<Reason extends string> = { readonly ok: false; readonly reason: Reason };

export type Decision<Event, Reason extends string, State = never> = Accepted<Event, State> | Refused<Reason>;

export const accept = <Event>(events: readonly Event[], reply?: unknown): Accepted<Event> =>
  reply === undefined ? { ok: true, events } : { ok: true, events, reply };

export const refuse = <Reason extends string>(reason: Reason): Refused<Reason> => ({ ok: false, reason });

/** The state after `events`, starting from `state`. */
export const fold = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State => {
  let folded = state;
  for (const event of events) folded = evolve(folded, event);
  return folded;
};
