import { z } from "zod";
import type { PlayerId } from "../core/ids.ts";
import { boards } from "../standings/standings.ts";
import type { HttpContext } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

export const boardFormat = z.object({
  board: z.enum(boards).default("all"),
  kind: z.enum(["human", "bot"]).default("human"),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

/** Boards, players and past games. */
export const standingsRoutes = ({ services: { standings, now } }: HttpContext) => ({
  leaderboard: createEndpoint(
    "/api/leaderboard",
    { method: "GET", query: boardFormat, ...checked },
    async (request) => {
      const { board, kind, limit } = request.query;
      return { board, kind, entries: await standings.top(board, kind, limit, now()) };
    },
  ),

  player: createEndpoint("/api/players/:id", { method: "GET" }, async (request) => {
    const profile = await standings.profile(request.params.id as PlayerId);
    if (profile === undefined) throw new ApiError("not_found");
    return profile;
  }),

  game: createEndpoint("/api/games/:id", { method: "GET" }, async (request) => {
    const game = await standings.game(request.params.id);
    if (game === undefined) throw new ApiError("not_found");
    return game;
  }),
});
