import type { Proof } from "../core/fairness.ts";
import type { KeptStory, QuestionRecord, Scoring } from "../core/game.ts";
import type { PlayerId, QuestionId } from "../core/ids.ts";
import type { Nearness } from "../core/right.ts";
import type { Season, SeasonMonths } from "./seasons.ts";

type Kind = "human" | "bot";

/** One player's line in one finished game. */
export type GameLine = {
  readonly player: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
  /** Whose side they were on, in a game of sides. */
  readonly team?: string;
};

export type FinishedGame = {
  readonly game: string;
  readonly lobby: string;
  readonly mode: string;
  readonly topic: string;
  /** ms since 1970. */
  readonly at: number;
  /** The number of its `game_completed` in the lobby's journal, from 1. */
  readonly seq: number;
  readonly lines: readonly GameLine[];
  /** Question by question, in the order asked. */
  readonly detail: readonly QuestionRecord[];
  /** What was written together, of a game in which something was. */
  readonly story?: KeptStory;
  /** What opens its commitments; nothing for a game that was bound by none. */
  readonly proof?: Proof;
};

/** What was wrong with a question: it is struck out as though never asked, or another choice is the right one. */
type Fault = { readonly strike: true } | { readonly key: number };
export type Correction = { readonly question: QuestionId; readonly by: string; readonly at: number } & Fault;

/** A finished game as it stands now, after its corrections, oldest first. */
export type PastGame = FinishedGame & { readonly corrections: readonly Correction[] };

export type CorrectionOutcome =
  | { readonly ok: true; readonly game: PastGame }
  | { readonly ok: false; readonly reason: "not_found" | "no_such_choice" | "not_available" };

/**
 * Points of a right answer, the `streak`-th in a row, after `time` of `limit` ms: a mode's own formula. With `scored` it
 * may be wrong or missing, and the question says how it is scored.
 */
export type Points = (answer: {
  readonly time: number;
  readonly limit: number;
  readonly streak: number;
  readonly scored?: Scoring & {
    readonly right: boolean;
    readonly given: boolean;
    /** What they had before. */
    readonly score: number;
    readonly wager: number;
    /** Of an answer to a question that asks for a number. */
    readonly place: Nearness | undefined;
  };
}) => number;

/** What standings must be given from outside. */
export type StandingsParts = {
  /** By mode; games of other modes can't be corrected. */
  readonly points: ReadonlyMap<string, Points>;
  /** ms since 1970. */
  readonly now: () => number;
  readonly seasonMonths: SeasonMonths;
};

export const boards = ["all", "week", "day", "season", "rating"] as const;
export type Board = (typeof boards)[number];

/** Of which mode a board is, all together if none is named; and of which season, the one that runs if none is named. */
export type BoardPart = { readonly mode?: string | undefined; readonly season?: string | undefined };

/** On the board of ratings `score` is the rating; it may be off by `margin`, and is provisional after few games. */
export type BoardLine = {
  readonly rank: number;
  readonly player: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly score: number;
  readonly games: number;
  readonly margin?: number;
  readonly provisional?: boolean;
};

/** Where a player is on a board with `of` players. */
export type Place = {
  readonly rank: number;
  readonly score: number;
  readonly games: number;
  readonly of: number;
};

/**
 * Sums over all games of a player. `answered` counts answers given, right or wrong; `rightMs` is how long the right ones
 * took together, `streak` the most of them in a row within a game. `firstAt` and `lastAt` are ms since 1970.
 */
export type Profile = {
  readonly id: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly games: number;
  readonly score: number;
  readonly best: number;
  readonly wins: number;
  readonly right: number;
  readonly answered: number;
  readonly rightMs: number;
  readonly streak: number;
  readonly firstAt: number;
  readonly lastAt: number;
};

/** What a player is rated, in one mode or, without one, in all together. */
export type RatingLine = {
  readonly mode?: string;
  readonly rating: number;
  readonly margin: number;
  readonly games: number;
  readonly provisional: boolean;
};

/** Where a player was on the board of people or bots when a season was over. */
export type SeasonPlace = Season & Place;

/** How many seasons back places are looked for. */
export const seasonsLookedAt = 24;

/** Newest first. With `cursor` the next page can be asked for; `players` are people. */
export type SeasonPage = {
  readonly seasons: readonly (Season & { readonly players: number })[];
  readonly cursor?: string;
};

/** How much of a player's past trends look at, and how much they tell. */
export const trendBounds = { weeks: 26, games: 500, categories: 50 } as const;

export type CategoryLine = { readonly category: string; readonly right: number; readonly answered: number };

/**
 * Points by week, oldest first, of the latest weeks in which the player played, `at` being when one began; and answers by
 * category in their latest games, the most frequent first.
 */
export type Trends = {
  readonly weeks: readonly { readonly at: number; readonly score: number; readonly games: number }[];
  readonly categories: readonly CategoryLine[];
};

/** One game of a player's past, among `of` players. */
type HistoryLine = {
  readonly game: string;
  readonly mode: string;
  readonly topic: string;
  readonly at: number;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
  readonly of: number;
};

/** Newest first. With `cursor` the next page can be asked for; without it this is the last. */
export type HistoryPage = { readonly games: readonly HistoryLine[]; readonly cursor?: string };

/**
 * Boards and past games, folded from what lobbies have finished. A board is by points, then fewer games, then id,
 * people and bots apart. A week begins on Monday, a day at 0:00 UTC. A player goes by the name of their latest game.
 * Ratings are those of people who met people, game by game in the order in which the games ended, then by id.
 */
export type Standings = {
  /** Counts a finished game, to be rated when it is settled; the same game again changes nothing. */
  readonly record: (game: FinishedGame) => Promise<void>;
  /** `after`: how many of the best are passed over. */
  readonly top: (
    board: Board,
    kind: Kind,
    limit: number,
    now: number,
    after?: number,
    part?: BoardPart,
  ) => Promise<readonly BoardLine[]>;
  /** Undefined for who is not on the board. */
  readonly place: (
    board: Board,
    kind: Kind,
    player: PlayerId,
    now: number,
    part?: BoardPart,
  ) => Promise<Place | undefined>;
  /** The season of that id, or the one that runs; undefined for one that has not begun, and where there are none. */
  readonly season: (now: number, id?: string) => Season | undefined;
  /** All seasons since the first game. `cursor` is the id of a season. */
  readonly seasons: (limit: number, now: number, cursor?: string) => Promise<SeasonPage>;
  /** In the seasons that are over, newest first. */
  readonly seasonPlaces: (player: PlayerId, now: number) => Promise<readonly SeasonPlace[]>;
  /** First of all modes together, then mode by mode; none for who was never rated. */
  readonly ratings: (player: PlayerId) => Promise<readonly RatingLine[]>;
  readonly profile: (player: PlayerId) => Promise<Profile | undefined>;
  readonly trends: (player: PlayerId, now: number) => Promise<Trends>;
  /** `cursor` fits `cursorPattern`. */
  readonly history: (player: PlayerId, limit: number, cursor?: string) => Promise<HistoryPage>;
  readonly game: (id: string) => Promise<PastGame | undefined>;
  /** Strikes a question out: nobody gets points for it. The same again changes nothing. */
  readonly strike: (game: string, question: QuestionId, by: string) => Promise<CorrectionOutcome>;
  /** Makes another choice the right one. The same again changes nothing. */
  readonly rekey: (game: string, question: QuestionId, key: number, by: string) => Promise<CorrectionOutcome>;
  /** Takes somebody's name off everything, and their words out of stories; places and points stay. */
  readonly erase: (player: PlayerId) => Promise<void>;
  /** Rates the games that are due, and counts on boards what an older process has left out. */
  readonly settle: () => Promise<void>;
  /** Clears away sums that nobody can ask for any more. */
  readonly prune: () => Promise<void>;
  /** Lets what it is settling come to a place where it can be gone on with. */
  readonly close: () => Promise<void>;
};
