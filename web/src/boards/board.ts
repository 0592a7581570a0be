import { read } from "../people/fetched.ts";
import type { Season } from "../people/profile.ts";
import type { BoardEntry } from "./board-table.tsx";

export const boards = ["all", "week", "day", "season", "rating"] as const;
export const kinds = ["human", "bot"] as const;

export type Wish = {
  readonly board: (typeof boards)[number];
  readonly kind: (typeof kinds)[number];
  /** "" for all modes together. */
  readonly mode: string;
  /** "" for the one that runs. */
  readonly season: string;
  /** How many of the best are passed over. */
  readonly after: number;
};

/** Where who asks is, among `of` players. */
export type Place = { readonly rank: number; readonly score: number; readonly games: number; readonly of: number };
export type Board = {
  readonly entries: readonly BoardEntry[];
  readonly more: boolean;
  readonly season?: Season;
  readonly me?: Place;
};

export const atOnce = 25;
/** The server goes no further down than this. */
export const lastAfter = 9900;
/** So many seasons can be chosen from. */
const seasonsAtOnce = 40;

/** What the server is asked for, and what the page's address says. */
export const queryOf = ({ board, kind, mode, season, after }: Wish): string =>
  new URLSearchParams({
    board,
    kind,
    ...(mode === "" ? {} : { mode }),
    ...(season === "" || board !== "season" ? {} : { season }),
    ...(after > 0 ? { after: String(after) } : {}),
  }).toString();

/** The wish that an address holds; what it has wrong is as though not there. */
export const wishIn = (search: string): Wish => {
  const asked = new URLSearchParams(search);
  const after = Number(asked.get("after") ?? 0);
  const board = boards.find((one) => one === asked.get("board")) ?? "all";
  const season = asked.get("season") ?? "";
  return {
    board,
    // Bots are not rated.
    kind: board === "rating" ? "human" : (kinds.find((kind) => kind === asked.get("kind")) ?? "human"),
    mode: /^[\w-]{1,60}$/.exec(asked.get("mode") ?? "")?.[0] ?? "",
    season: board === "season" && /^\d{4}-\d{1,2}$/.test(season) ? season : "",
    after: Number.isInteger(after) && after > 0 && after <= lastAfter ? after : 0,
  };
};

export const readBoard = (wish: Wish): Promise<Board> => read(`/api/leaderboard?limit=${atOnce}&${queryOf(wish)}`);

/** The latest seasons, the one that runs first; none where there are none. */
export const readSeasons = async (): Promise<readonly Season[]> =>
  (await read<{ readonly seasons: readonly Season[] }>(`/api/seasons?limit=${seasonsAtOnce}`)).seasons;
