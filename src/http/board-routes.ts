import { z } from "zod";
import type { Identity } from "../accounts/tokens.ts";
import { type Season, seasonPattern } from "../standings/seasons.ts";
import { boards } from "../standings/standings.ts";
import { type HttpContext, identifyIfAny } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

const seasonId = z.string().regex(seasonPattern, "must be the id of a season, such as 2026-4");

export const boardFormat = z.object({
  board: z.enum(boards).default("all"),
  kind: z.enum(["human", "bot"]).default("human"),
  /** All modes together when left out. */
  mode: z.string().min(1).max(60).optional(),
  /** The one that runs when left out. */
  season: seasonId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  /** How many of the best are passed over. */
  after: z.coerce.number().int().min(0).max(9900).default(0),
});

export const seasonsFormat = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: seasonId.optional(),
});

/** Boards, and the seasons that some of them are of. */
export const boardRoutes = (context: HttpContext) => {
  const { standings, games, now } = context.services;
  const placeOf = async (asking: Promise<Identity | undefined>, wish: z.output<typeof boardFormat>) => {
    const { board, kind } = wish;
    const identity = await asking;
    if (identity === undefined || identity.kind !== kind) return {};
    const me = await standings.place(board, kind, identity.id, now(), wish);
    return me === undefined ? {} : { me };
  };
  const modes = new Set(games.map(({ mode }) => mode));
  /** The season that is asked for; a wish that makes no sense is refused. */
  const seasonOf = ({ board, mode, season: id }: z.output<typeof boardFormat>): Season | undefined => {
    if (mode !== undefined && !modes.has(mode)) throw new ApiError("malformed", { mode: "no mode of this server" });
    if (board !== "season") {
      if (id !== undefined) throw new ApiError("malformed", { season: "goes with board=season" });
      return undefined;
    }
    if (standings.season(now()) === undefined) throw new ApiError("not_available", undefined, 404);
    const season = standings.season(now(), id);
    if (season === undefined) throw new ApiError("not_found");
    return season;
  };

  return {
    leaderboard: createEndpoint(
      "/api/leaderboard",
      { method: "GET", query: boardFormat, ...checked },
      async (request) => {
        const { board, kind, mode, limit, after } = request.query;
        const season = seasonOf(request.query);
        const [found, place] = await Promise.all([
          standings.top(board, kind, limit + 1, now(), after, request.query),
          placeOf(identifyIfAny(context, request.headers?.get("authorization")), request.query),
        ]);
        return {
          board,
          kind,
          ...(mode === undefined ? {} : { mode }),
          ...(season === undefined ? {} : { season }),
          entries: found.slice(0, limit),
          more: found.length > limit,
          ...place,
        };
      },
    ),

    seasons: createEndpoint("/api/seasons", { method: "GET", query: seasonsFormat, ...checked }, (request) =>
      standings.seasons(request.query.limit, now(), request.query.cursor),
    ),
  };
};
