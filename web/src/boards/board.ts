import { read } from "../people/fetched.ts";

export const periods = [
  { board: "all", name: "All time" },
  { board: "week", name: "This week" },
  { board: "day", name: "Today" },
] as const;
export const kinds = [
  { kind: "human", name: "People" },
  { kind: "bot", name: "Bots" },
] as const;

export type Wish = {
  readonly board: (typeof periods)[number]["board"];
  readonly kind: (typeof kinds)[number]["kind"];
  /** How many of the best are passed over. */
  readonly after: number;
};

type Entry = {
  readonly rank: number;
  readonly player: string;
  readonly name: string;
  readonly score: number;
  readonly games: number;
};
/** Where who asks is, among `of` players. */
export type Place = { readonly rank: number; readonly score: number; readonly games: number; readonly of: number };
export type Board = { readonly entries: readonly Entry[]; readonly more: boolean; readonly me?: Place };

export const atOnce = 25;
/** The server goes no further down than this. */
export const lastAfter = 9900;

export const queryOf = ({ board, kind, after }: Wish): string =>
  new URLSearchParams({ board, kind, ...(after > 0 ? { after: String(after) } : {}) }).toString();

/** The wish that an address holds; what it has wrong is as though not there. */
export const wishIn = (search: string): Wish => {
  const asked = new URLSearchParams(search);
  const after = Number(asked.get("after") ?? 0);
  return {
    board: periods.find(({ board }) => board === asked.get("board"))?.board ?? "all",
    kind: kinds.find(({ kind }) => kind === asked.get("kind"))?.kind ?? "human",
    after: Number.isInteger(after) && after > 0 && after <= lastAfter ? after : 0,
  };
};

export const readBoard = (wish: Wish): Promise<Board> => read(`/api/leaderboard?limit=${atOnce}&${queryOf(wish)}`);
