import { z } from "zod";
import type { Recorder } from "../admin/recorder.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { PlayerId, QuestionId } from "../core/ids.ts";
import { struckIn } from "../standings/correct.ts";
import { cursorPattern } from "../standings/history.ts";
import { resultsCsv } from "../standings/results-csv.ts";
import type { PastGame } from "../standings/standings.ts";
import { type HttpContext, identify, identifyIfAny } from "./context.ts";
import { correctAndTell } from "./correcting.ts";
import { download } from "./download.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import { evidenceOf } from "./game-proof.ts";
import { summaryOf } from "./game-summary.ts";

export const historyFormat = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().regex(cursorPattern).optional(),
});

const questionId = z.string().min(1).max(100);
/** What was wrong with a question of a finished game. */
export const correctionFormat = z.union([
  z.strictObject({ question: questionId, strike: z.literal(true) }),
  z.strictObject({ question: questionId, key: z.int().min(0).max(5) }),
]);

type Headers = { readonly get: (name: string) => string | null } | undefined;

/** Players and past games. */
export const standingsRoutes = (context: HttpContext, { act }: Recorder) => {
  const { standings, journal, now } = context.services;
  const asker = (headers: Headers): Promise<Identity> => identify(context, headers?.get("authorization"));
  const askerIfAny = (headers: Headers) => identifyIfAny(context, headers?.get("authorization"));
  const gameOf = async (id: string): Promise<PastGame> => {
    const game = await standings.game(readId(id));
    if (game === undefined) throw new ApiError("not_found");
    return game;
  };
  /** Whether somebody may have everybody's answers as a file. */
  const mayRead = async (game: PastGame, identity: Identity): Promise<boolean> =>
    isInside(game, identity) || (await journal.find(game.lobby))?.owner === identity.id;

  /** With where each puts them among all who are rated. */
  const ratingsOf = async (id: PlayerId) =>
    Promise.all(
      (await standings.ratings(id)).map(async (line) => {
        const place = await standings.place("rating", "human", id, now(), line);
        return place === undefined ? line : { ...line, rank: place.rank, of: place.of };
      }),
    );

  return {
    player: createEndpoint("/api/players/:id", { method: "GET" }, async (request) => {
      const id = readId(request.params.id) as PlayerId;
      const [profile, trends, ratings, seasons] = await Promise.all([
        standings.profile(id),
        standings.trends(id, now()),
        ratingsOf(id),
        standings.seasonPlaces(id, now()),
      ]);
      if (profile === undefined) throw new ApiError("not_found");
      return { ...profile, ...trends, ratings, seasons };
    }),

    playerGames: createEndpoint(
      "/api/players/:id/games",
      { method: "GET", query: historyFormat, ...checked },
      (request) => {
        const { limit, cursor } = request.query;
        return standings.history(readId(request.params.id) as PlayerId, limit, cursor);
      },
    ),

    game: createEndpoint("/api/games/:id", { method: "GET" }, async (request) => {
      const identity = await askerIfAny(request.headers);
      return shown(await gameOf(request.params.id), identity);
    }),

    summary: createEndpoint("/api/games/:id/summary", { method: "GET" }, async (request) => {
      const [identity, past] = await Promise.all([askerIfAny(request.headers), gameOf(request.params.id)]);
      const inside = identity !== undefined && isInside(past, identity);
      const mayExport = identity !== undefined && (await mayRead(past, identity));
      return { ...summaryOf(past, identity?.id), mayExport, ...(inside ? { lobby: past.lobby } : {}) };
    }),

    proof: createEndpoint("/api/games/:id/proof", { method: "GET" }, async (request) =>
      evidenceOf(await gameOf(request.params.id)),
    ),

    results: createEndpoint("/api/games/:id/results.csv", { method: "GET" }, async (request) => {
      const identity = await asker(request.headers);
      const game = await gameOf(request.params.id);
      if (!(await mayRead(game, identity))) throw new ApiError("not_a_player");
      const name = `results-${game.game.replace(/[^\w-]/g, "")}.csv`;
      return download(resultsCsv(game), "text/csv; charset=utf-8", `attachment; filename="${name}"`);
    }),

    correct: createEndpoint(
      "/api/games/:id/corrections",
      { method: "POST", body: correctionFormat, ...checked },
      async (request) => {
        const identity = await asker(request.headers);
        if (!isStaff(identity)) throw new ApiError("not_owner");
        const id = readId(request.params.id);
        const question = request.body.question as QuestionId;
        const deed = { action: "game.correct", target: `game:${id}`, subject: "", why: "" } as const;
        return act(identity, { ...deed, before: null, after: request.body }, async () => {
          const outcome = await correctAndTell(context.services, id, question, request.body, identity.id);
          if (!outcome.ok)
            throw new ApiError(outcome.reason, undefined, outcome.reason === "not_available" ? 409 : undefined);
          return shown(outcome.game, identity);
        });
      },
    ),
  };
};

/** No id of ours is longer or holds a control character, which a database would refuse as text. */
const readId = (text: string): string => {
  if (!/^\P{Cc}{1,64}$/u.test(text)) throw new ApiError("not_found");
  return text;
};

const isStaff = ({ role }: Identity): boolean => role === "admin" || role === "moderator";

const isInside = (game: PastGame, identity: Identity): boolean =>
  isStaff(identity) || game.lines.some(({ player }) => player === identity.id);

/**
 * A game as its page shows it. The lobby's code opens a private lobby, so only those who were in the game are told;
 * who has corrected it is for the staff.
 */
const shown = (past: PastGame, identity: Identity | undefined) => {
  const { game, lobby, mode, topic, at, lines, detail, corrections, story } = past;
  const struck = struckIn(past);
  return {
    game,
    ...(story === undefined ? {} : { story }),
    ...(identity !== undefined && isInside(past, identity) ? { lobby } : {}),
    mode,
    topic,
    at,
    lines,
    questions: detail.map((question) => ({ ...question, struck: struck.has(question.id) })),
    corrections: corrections.map(({ by, ...rest }) =>
      identity !== undefined && isStaff(identity) ? { ...rest, by } : rest,
    ),
  };
};
