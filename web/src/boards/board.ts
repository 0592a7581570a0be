import { read } from "../people/fetched.ts";
import type { BoardEntry } from "./board-table.tsx";

export const periods = ["all", "week", "day"] as const;
export const kinds = ["human", "bot"] as const;

export type Wish = {
  readonly board: (typeof periods)[number];
  readonly kind: (typeof kinds)[number];
  /** How many of the best are passed over. */
  readonly after: number;
};

/** Where who asks is, among `of` players. */
export type Place = { readonly rank: number; readonly score: number; readonly games: number; readonly of: number };
export type Board = { readonly entries: readonly BoardEntry[]; readonly more: boolean; readonly me?: Place };

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
    board: periods.find((board) => board === asked.get("board")) ?? "all",
    kind: kinds.find((kind) => kind === asked.get("kind")) ?? "human",
    after: Number.isInteger(after) && after > 0 && after <= lastAfter ? after : 0,
  };
};

export const readBoard = (wish: Wish): Promise<Board> => read(`/api/leaderboard?limit=${atOnce}&${queryOf(wish)}`);
