import { read } from "./fetched.ts";

export type Week = { readonly at: number; readonly score: number; readonly games: number };
export type Category = { readonly category: string; readonly right: number; readonly answered: number };

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
