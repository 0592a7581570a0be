import { read } from "./fetched.ts";

export type Week = { readonly at: number; readonly score: number; readonly games: number };
export type Category = { readonly category: string; readonly right: number; readonly answered: number };

/** What somebody is rated in a mode, or without one in all; it may be off by `margin`. They are `rank`th of `of`. */
export type Rating = {
  readonly mode?: string;
  readonly rating: number;
  readonly margin: number;
  readonly games: number;
  readonly provisional: boolean;
  readonly rank?: number;
  readonly of?: number;
};

/** Times in ms since 1970; `end` is the first instant that is not of it. */
export type Season = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly begin: number;
  readonly end: number;
};
export type SeasonPlace = Season & { readonly rank: number; readonly of: number; readonly score: number };

/** A player's record, as the server sums it up. */
export type Profile = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
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
  readonly weeks: readonly Week[];
  readonly categories: readonly Category[];
  readonly ratings: readonly Rating[];
  readonly seasons: readonly SeasonPlace[];
};

type PlayedGame = {
  readonly game: string;
  readonly topic: string;
  readonly at: number;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
  readonly of: number;
};
export type GamesPage = { readonly games: readonly PlayedGame[]; readonly cursor?: string };

const pathOf = (id: string): string => `/api/players/${encodeURIComponent(id)}`;

export const readProfile = (id: string): Promise<Profile> => read(pathOf(id));

const gamesAtOnce = 10;

export const readGames = (id: string, cursor: string | undefined): Promise<GamesPage> =>
  read(
    `${pathOf(id)}/games?limit=${gamesAtOnce}${cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
  );
