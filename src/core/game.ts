import type { Ask, Move } from "./ask.ts";
import type { Drawn, Proof } from "./fairness.ts";
import type { Decision } from "./decider.ts";
import type { Options, OptionSpecs } from "./options.ts";
import type { GameId, PlayerId, QuestionId } from "./ids.ts";

/** A question with its key, as the server keeps it. `key` is the index of the right choice. */
export type Question = {
  readonly id: QuestionId;
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly key: number;
  readonly category: string;
  readonly difficulty: "easy" | "medium" | "hard";
  readonly explanation: string;
  readonly image: string;
  /** What the picture shows, for who does not see it; nothing of the answer. */
  readonly imageAlt?: string;
  /** Further right choices: any right one counts. */
  readonly also?: readonly number[];
  /** So many times the usual points. */
  readonly points?: 0 | 1 | 2;
  /** Asks for a number: there are no choices then, and `key` is -1. */
  readonly number?: NumberSought;
  /** Other ways to write the right choice, where it is typed. */
  readonly accept?: readonly string[];
};

/** The number that a question asks for; where `least` and `most` are given, it is between them. */
export type NumberSought = {
  readonly value: number;
  readonly unit: string;
  readonly least?: number;
  readonly most?: number;
};

/** What a game is started with. Durations in ms. */
export type GameSetup = {
  readonly id: GameId;
  /** None for a mode that needs none. */
  readonly questions: readonly Question[];
  /** How many more are still being made; they come with `extend`. */
  readonly more: number;
  /** How many questions or rounds were asked for. */
  readonly count: number;
  readonly seconds: number;
  readonly players: readonly Player[];
  /** The mode's own, as far as they were set. */
  readonly options: Options;
  readonly seed: string;
  readonly timings: Timings;
};

/** Who plays, as a game may know them. */
export type Player = { readonly id: PlayerId; readonly name: string; readonly bot: boolean };

/** How long the phases between questions last, in ms. */
export type Timings = { readonly countdown: number; readonly reveal: number; readonly scores: number };

/** What a lobby tells every game, whatever its mode. Times are game time: ms since the start, pauses left out. */
export type GameCommand =
  | { readonly type: "enter"; readonly player: PlayerId; readonly name: string; readonly bot: boolean }
  /** `gone` means left for good; otherwise the seat is kept. */
  | { readonly type: "depart"; readonly player: PlayerId; readonly gone: boolean }
  | { readonly type: "play"; readonly player: PlayerId; readonly message: PlayMessage }
  /** Fits an ask that the player has; a text that others will read has been found fit. */
  | { readonly type: "move"; readonly player: PlayerId; readonly ask: Ask; readonly move: Move }
  | { readonly type: "tick" }
  | { readonly type: "skip" }
  | { readonly type: "stop" }
  /** More questions for a game that began with some; after the `last` no more come. */
  | { readonly type: "extend"; readonly questions: readonly Question[]; readonly last: boolean }
  /** Something was wrong with a question: `key` is the right choice, null when it does not count at all. */
  | { readonly type: "correct"; readonly question: string; readonly key: number | null };

/** What a player sends to the game itself. */
export type PlayMessage = {
  readonly type: "answer";
  readonly question: string;
  readonly choice: number;
  /** It is not given yet, only understood: who spoke it sees it before it counts. A mode may make nothing of it, but no answer. */
  readonly hold?: boolean;
};

export type GameReason =
  | "not_a_player"
  | "no_such_ask"
  | "malformed"
  | "own_work"
  | "too_near"
  | "too_fast"
  | "locked_out"
  | "out"
  | "no_game"
  | "wrong_phase"
  | "no_open_question"
  | "wrong_question"
  | "no_such_choice"
  | "too_late"
  | "already_answered";

/** What everybody may see of a game. Nothing here may depend on a key that is not revealed yet. */
export type GameView = {
  readonly number: number;
  readonly total: number;
  readonly phase: string;
  /** Game time; undefined when the phase has no end. */
  readonly phaseEndsAt: number | undefined;
  /** How long the phase lasts in all, in ms; 0 when it has no end. */
  readonly phaseMs: number;
  /** Whether the game was ended before its end. */
  readonly stopped: boolean;
  readonly question: PublicQuestion | undefined;
  readonly reveal: Reveal | undefined;
  readonly players: ReadonlyMap<PlayerId, PlayerView>;
  /** Whatever else everybody may see, by name: plain JSON, sent when it changes. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** True while nobody may chat, type or react by name, because that would give something away. */
  readonly hushed?: boolean;
};

export type PublicQuestion = Pick<Question, "id" | "prompt" | "choices" | "category" | "difficulty" | "image">;

export type Reveal = {
  /** -1 where there was nothing to choose from. */
  readonly key: number;
  readonly explanation: string;
  readonly counts: readonly number[];
  /** Whether the question was struck out: it counts for nobody. */
  readonly struck: boolean;
};

export type PlayerView = {
  readonly score: number;
  readonly streak: number;
  readonly rank: number;
  readonly answered: boolean;
  readonly team?: string;
};

/** What one player alone is told, or all who are there. */
export type GameNotice = { readonly player: PlayerId | "all"; readonly type: string; readonly payload: unknown };

/** What one player alone may know of the game, to draw their screen anew after coming back. */
export type PrivateView = {
  readonly answer: { readonly question: string; readonly choice: number } | null;
  /** The player's latest `result`, while the question it belongs to is being shown. */
  readonly result: unknown;
};

/** One line of the final standings, best first. */
export type FinalStanding = {
  readonly player: PlayerId;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
  /** Whose side they were on: who is rated is rated with it. */
  readonly team?: string;
};

/** One mode. Pure: the lobby runs it, on a clock that stands while the lobby is paused. */
export type Game<State, Event> = {
  readonly mode: string;
  /** What hosts may set about it; nothing when left out. */
  readonly options?: OptionSpecs;
  /** Whether it begins without questions, from what it has itself. */
  readonly needsNoQuestions?: boolean;
  /** Whether a question is of use to it; when left out, every one is. */
  readonly suits?: (question: Question) => boolean;
  /** The category of the bank that it likes best where nobody wishes for a topic. */
  readonly prefers?: string;
  /** The first events; game time is 0. */
  readonly start: (setup: GameSetup) => readonly Event[];
  readonly decide: (state: State, command: GameCommand, now: number) => Decision<Event, GameReason>;
  /** `state` is undefined for the first event only. */
  readonly evolve: (state: State | undefined, event: Event) => State;
  readonly nextDeadline: (state: State) => number | undefined;
  readonly view: (state: State) => GameView;
  readonly viewFor: (state: State, player: PlayerId) => PrivateView;
  readonly notices: (event: Event, state: State) => readonly GameNotice[];
  /** What this player is asked to do now, beside a question that all are asked. Answered by the move of that id. */
  readonly asks?: (state: State, player: PlayerId) => readonly Ask[];
  /** What this player alone may know, as plain JSON; they are told whenever it changes. */
  readonly own?: (state: State, player: PlayerId) => unknown;
  /** True for a game in which no player is asked or told anything alone, though in others of its mode they are. */
  readonly isPlain?: (state: State) => boolean;
  /** What was told and is not in the view, to be told again to who comes back, or watches (`player` is undefined). */
  readonly recall?: (state: State, player: PlayerId | undefined) => readonly Omit<GameNotice, "player">[];
  /** What was written together and is kept with the game, where that is wished. */
  readonly story?: (state: State) => KeptStory | undefined;
  /** The state without what this player wrote in it, and without their name: their data are erased. */
  readonly forget?: (state: State, player: PlayerId) => State;
  /** Whether what there is to choose from is written by players. */
  readonly writtenChoices?: true;
  /** Whether its record says nothing of how hard questions are, as they are asked in another way or not of all. */
  readonly isNoMeasure?: boolean;
  /** True for an event that may wait to be shown together with others for a tenth of a second. */
  readonly mayGather: (event: Event) => boolean;
  /** Question by question what has happened so far; of closed questions only. */
  readonly record: (state: State) => readonly QuestionRecord[];
  /** The questions asked so far, the one that is open now included. */
  readonly asked: (state: State) => readonly Question[];
  /**
   * What the seed has decided beside the order of choices, oldest first, for the proof of a game that is over; and such
   * a draw made again from what was opened.
   */
  readonly drawn?: (state: State) => readonly Drawn[];
  readonly redrawn?: (opened: Pick<Proof, "seed" | "setup">, from: unknown) => unknown;
  /** The final standings, once the game is over; `counts` says whether boards should count it. */
  readonly result: (
    state: State,
  ) => { readonly standings: readonly FinalStanding[]; readonly counts: boolean } | undefined;
};

/**
 * One question of a finished game, for its own page. Times in ms; a choice is null when nothing was answered, and -1
 * when the answer was none of the choices.
 */
export type QuestionRecord = {
  readonly id: QuestionId;
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly key: number;
  readonly explanation: string;
  readonly category: string;
  readonly difficulty: string;
  /** Struck out while the game was played. */
  readonly struck?: boolean;
  /** As in the question. */
  readonly also?: readonly number[];
  readonly number?: NumberSought;
  /** The choices were not shown. */
  readonly typed?: true;
  /** How it was scored, where that is not by the mode's usual rule. */
  readonly scoring?: Scoring;
  /** On the first question: what players were given who came late. */
  readonly gifts?: readonly { readonly player: PlayerId; readonly points: number }[];
  /** The time there was to answer. */
  readonly limit: number;
  readonly outcomes: readonly {
    readonly player: PlayerId;
    readonly choice: number | null;
    readonly right: boolean;
    readonly points: number;
    readonly time: number;
    /** To a question that asks for one. */
    readonly number?: number;
    /** What was staked on the answer, as far as they have it. */
    readonly wager?: number;
  }[];
};

/** What players wrote together. A line of nobody's has no player; one that was erased has no text. */
export type KeptStory = {
  readonly title: string;
  /** As in a page's `lang`. */
  readonly language: string;
  readonly lines: readonly { readonly player: string; readonly name: string; readonly text: string }[];
};

/** How a question is scored: whether time counts, how many times the usual points, and what a wrong answer costs. */
export type Scoring = { readonly timed: boolean; readonly times: number; readonly wrong: number };

declare const opaque: unique symbol;
/** A game's own state and events, which the lobby carries and never opens. */
export type AnyGameState = { readonly [opaque]: "state" };
export type AnyGameEvent = { readonly [opaque]: "event" };
export type AnyGame = Game<AnyGameState, AnyGameEvent>;

/** Hides a game's types, so that a lobby can carry any mode: the one place where they are given up. */
export const asAnyGame = <State, Event>(game: Game<State, Event>): AnyGame => game as unknown as AnyGame;
