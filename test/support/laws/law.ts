import type { GameCommand, GameSetup } from "../../../src/core/game.ts";
import type { PlayerId } from "../../../src/core/ids.ts";

/** Whose secret it is, and of which question or round, counted from 1. */
export type About = { readonly keeper: PlayerId; readonly number: number };

/**
 * Something that is not known before its time: two games that differ in it alone must look the same to all who may not
 * know it yet. They differ in how they begin, or in what their keeper does.
 */
export type Secret<State> = {
  readonly name: string;
  /** The same game with another secret in it. */
  readonly setup?: (setup: GameSetup, about: About) => GameSetup;
  /** What the keeper might have done as well; the first that is accepted is done in the other game. */
  readonly moves?: (command: GameCommand, state: State, about: About) => readonly GameCommand[];
  /** Whether it may be known by now: by this player, or by everybody (`undefined`). */
  readonly isTold: (state: State, viewer: PlayerId | undefined, about: About) => boolean;
};

/** What the laws of all modes must know of one. */
export type Laws<State, Event> = {
  /** Phases, purposes of asks, and whatever else of a state must come to pass, so that nothing is tested of nothing. */
  readonly reaches: readonly string[];
  /** What else of a state is worth reaching, by name. */
  readonly landmarks?: (state: State) => readonly string[];
  readonly secrets: readonly Secret<State>[];
  /** The state with something else in what nobody may know now; it must look the same to everybody. */
  readonly disguise?: (state: State, turn: number) => State;
  /** What must not be read anywhere now. */
  readonly unsaid?: (state: State) => readonly string[];
  /** Whether its rules take points away. What is corrected may always be given back. */
  readonly mayLose?: (state: State) => boolean;
  /** What an event brings players, where the record doesn't tell. */
  readonly brought?: (event: Event, before: State) => readonly (readonly [PlayerId, number])[];
  /** Whether points are held back in the view for now. */
  readonly isVeiled?: (state: State) => boolean;
  /** Whether the end itself brings points, by its rules. */
  readonly endsWithMore?: boolean;
  /** What is its own to hold after every step. */
  readonly holds?: (state: State, before: State) => void;
};
