import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { boards } from "../standings/standings.ts";
import { evidenceFormat } from "../protocol/fairness.ts";
import { newLobbyFormat, settingsFormat } from "../protocol/messages.ts";
import { adminPaths } from "./openapi-admin.ts";
import { accountPaths } from "./openapi-accounts.ts";
import { answers, codeInPath, failure, idInPath, json, kind, ok, plain, signedInOnly } from "./openapi-parts.ts";
import { packPaths } from "./openapi-packs.ts";
import { privacyPaths } from "./openapi-privacy.ts";
import { questionPaths } from "./openapi-questions.ts";
import { speechPaths } from "./openapi-speech.ts";
import { webhookPaths } from "./openapi-webhooks.ts";
import { createEndpoint } from "./endpoint.ts";
import { listFormat } from "./lobby-routes.ts";
import { boardFormat, seasonsFormat } from "./board-routes.ts";
import { correctionFormat, historyFormat } from "./standings-routes.ts";

const listing = z
  .object({
    code: z.string(),
    title: z.string(),
    topic: z.string(),
    mode: z.string(),
    status: z.string(),
    players: z.int(),
    bots: z.int(),
    maxPlayers: z.int(),
    locked: z.boolean(),
  })
  .meta({ id: "Listing" });
const optionFormat = z.union([
  z.object({ kind: z.literal("choice"), values: z.array(z.string()), fallback: z.string() }),
  z.object({ kind: z.literal("number"), least: z.int(), most: z.int(), fallback: z.int() }),
  z.object({ kind: z.literal("switch"), fallback: z.boolean() }),
]);
const modeFormat = z
  .object({ mode: z.string(), needsQuestions: z.boolean(), options: z.record(z.string(), optionFormat) })
  .meta({ id: "Mode" });
const part = z.enum(["well", "away", "none"]);
const conditionFormat = z
  .object({
    ready: z.boolean(),
    listening: z.boolean(),
    draining: z.boolean(),
    database: part,
    redis: part,
    lobbies: z.enum(["well", "standing"]),
  })
  .meta({ id: "Condition" });
const boardLine = z.object({
  rank: z.int(),
  player: z.string(),
  name: z.string(),
  kind,
  score: z.int().describe("points; on the board of ratings, the rating"),
  games: z.int(),
  margin: z.int().optional().describe("of a rating: how far off it may be"),
  provisional: z.boolean().optional().describe("of a rating: it comes of few games"),
});
const season = z
  .object({ id: z.string(), year: z.int(), number: z.int(), begin: z.number(), end: z.number() })
  .meta({ id: "Season" });
const gameLine = z.object({
  player: z.string(),
  name: z.string(),
  kind,
  score: z.int(),
  right: z.int(),
  rank: z.int(),
  team: z.string().optional(),
});

const place = z.object({ rank: z.int(), score: z.int(), games: z.int(), of: z.int() });
/** A choice is null for no answer, and -1 for one that is none of the choices. */
const outcome = {
  choice: z.int().nullable(),
  right: z.boolean(),
  points: z.int(),
  time: z.number(),
  number: z.number().optional(),
  wager: z.int().optional(),
};
const question = z.object({
  id: z.string(),
  prompt: z.string(),
  choices: z.array(z.string()),
  key: z.int(),
  explanation: z.string(),
  category: z.string(),
  difficulty: z.string(),
  limit: z.number(),
  struck: z.boolean(),
  also: z.array(z.int()).optional().describe("further right choices"),
  number: z
    .object({ value: z.number(), unit: z.string(), least: z.number().optional(), most: z.number().optional() })
    .optional()
    .describe("what was to be guessed; there are no choices then, and the key is -1"),
  typed: z.literal(true).optional().describe("its choices were not shown"),
  scoring: z
    .object({ timed: z.boolean(), times: z.number(), wrong: z.number() })
    .optional()
    .describe("how it was scored, where that was not as usual"),
  outcomes: z.array(z.object({ player: z.string(), ...outcome })),
});
const keptStory = z.object({
  title: z.string(),
  language: z.string(),
  lines: z.array(z.object({ player: z.string(), name: z.string(), text: z.string() })),
});
const story = keptStory.optional().describe("what was written together; the opening is nobody's");
const pastGame = z
  .object({
    game: z.string(),
    lobby: z.string().optional(),
    mode: z.string(),
    topic: z.string(),
    at: z.number(),
    lines: z.array(gameLine),
    questions: z.array(question),
    story,
    corrections: z.array(z.looseObject({ question: z.string(), at: z.number() })),
  })
  .meta({ id: "PastGame" });
const gameSummary = z
  .object({
    game: z.string(),
    lobby: z.string().optional(),
    mode: z.string(),
    topic: z.string(),
    at: z.number(),
    players: z.int(),
    story,
    lines: z.array(gameLine),
    questions: z.array(
      question.omit({ outcomes: true }).extend({
        counts: z.array(z.int()),
        silent: z.int(),
        own: z.object(outcome).optional(),
      }),
    ),
    corrections: z.array(z.object({ question: z.string(), at: z.number() })),
    mayExport: z.boolean(),
  })
  .meta({ id: "GameSummary" });
const historyLine = z.object({
  game: z.string(),
  mode: z.string(),
  topic: z.string(),
  at: z.number(),
  score: z.int(),
  right: z.int(),
  rank: z.int(),
  of: z.int(),
});

/** Every route, described from the schemas that check it. */
const paths: ZodOpenApiPathsObject = {
  ...accountPaths,
  ...packPaths,
  ...privacyPaths,
  ...speechPaths,
  "/api/modes": {
    get: {
      summary: "Which modes this server can play, and what hosts may set about each",
      responses: answers("200", "All modes", z.object({ modes: z.array(modeFormat) })),
    },
  },
  "/api/lobbies": {
    post: {
      summary: "Make a lobby; its questions begin to be made at once",
      security: signedInOnly,
      requestBody: json(newLobbyFormat),
      responses: answers("201", "Made", z.object({ code: z.string(), url: z.string() })),
    },
    get: {
      summary: "The public lobbies",
      requestParams: { query: listFormat },
      responses: answers("200", "A page", z.object({ lobbies: z.array(listing), cursor: z.string().optional() })),
    },
  },
  "/api/lobbies/{code}": {
    get: {
      summary: "What everybody may see of a lobby",
      requestParams: codeInPath,
      responses: answers("200", "The synced state as JSON", z.looseObject({ code: z.string(), status: z.string() })),
    },
    patch: {
      summary: "Change settings; owner or admin",
      security: signedInOnly,
      requestParams: codeInPath,
      requestBody: json(settingsFormat),
      responses: answers("200", "Changed", ok),
    },
    delete: {
      summary: "Close a lobby; owner or admin",
      security: signedInOnly,
      requestParams: codeInPath,
      responses: answers("200", "Closed", ok),
    },
  },
  "/api/leaderboard": {
    get: {
      summary: "The best",
      requestParams: { query: boardFormat },
      responses: answers(
        "200",
        "A board",
        z.object({
          board: z.enum(boards),
          kind,
          mode: z.string().optional(),
          season: season.optional(),
          entries: z.array(boardLine),
          more: z.boolean(),
          me: place.optional(),
        }),
      ),
    },
  },
  "/api/seasons": {
    get: {
      summary: "The seasons since the first game, the one that runs first",
      requestParams: { query: seasonsFormat },
      responses: answers(
        "200",
        "A page; `players` counts people",
        z.object({ seasons: z.array(season.extend({ players: z.int() })), cursor: z.string().optional() }),
      ),
    },
  },
  "/api/players/{id}": {
    get: {
      summary: "A player's record",
      requestParams: idInPath,
      responses: answers(
        "200",
        "Sums over all finished games; points by week of the last 26, and categories of the last 500 games",
        z.object({
          id: z.string(),
          name: z.string(),
          kind,
          games: z.int(),
          score: z.int(),
          best: z.int(),
          wins: z.int(),
          right: z.int(),
          answered: z.int(),
          rightMs: z.int(),
          streak: z.int(),
          firstAt: z.number(),
          lastAt: z.number(),
          weeks: z.array(z.object({ at: z.number(), score: z.int(), games: z.int() })),
          categories: z.array(z.object({ category: z.string(), right: z.int(), answered: z.int() })),
          ratings: z
            .array(
              z.object({
                mode: z.string().optional(),
                rating: z.int(),
                margin: z.int(),
                games: z.int(),
                provisional: z.boolean(),
                rank: z.int().optional().describe("where it puts them on the board of ratings"),
                of: z.int().optional().describe("among so many"),
              }),
            )
            .describe("of all modes together first, then mode by mode"),
          seasons: z.array(season.extend(place.shape)).describe("places in the latest seasons that are over"),
        }),
      ),
    },
  },
  "/api/players/{id}/games": {
    get: {
      summary: "A player's past games, newest first",
      requestParams: { ...idInPath, query: historyFormat },
      responses: answers("200", "A page", z.object({ games: z.array(historyLine), cursor: z.string().optional() })),
    },
  },
  "/api/games/{id}": {
    get: {
      summary: "A finished game, question by question",
      requestParams: idInPath,
      responses: answers("200", "The game as it stands after its corrections", pastGame),
    },
  },
  "/api/games/{id}/summary": {
    get: {
      summary: "A finished game for its page: counts of what was chosen, and the answers of who asks",
      requestParams: idInPath,
      responses: answers("200", "The game as it stands after its corrections", gameSummary),
    },
  },
  "/api/games/{id}/proof": {
    get: {
      summary: "What a finished game was bound to from its start, opened; see docs/fairness.md",
      requestParams: idInPath,
      responses: answers("200", "Without `proof` where it was bound by nothing", evidenceFormat),
    },
  },
  "/api/games/{id}/results.csv": {
    get: {
      summary: "A game's results as a table; its players, the lobby's owner and staff",
      security: signedInOnly,
      requestParams: idInPath,
      responses: {
        "200": { description: "A row a player", content: { "text/csv": { schema: z.string() } } },
        default: { description: "Refused; `error.code` says why", ...json(failure) },
      },
    },
  },
  "/api/games/{id}/corrections": {
    post: {
      summary: "Strike a question out, or change its key; staff",
      security: signedInOnly,
      requestParams: idInPath,
      requestBody: json(correctionFormat),
      responses: answers("200", "The game, its points and the boards recomputed", pastGame),
    },
  },
  ...questionPaths,
  ...adminPaths,
  "/api/openapi.json": {
    get: { summary: "This document", responses: answers("200", "OpenAPI 3.1", z.looseObject({})) },
  },
  "/health/live": { get: { summary: "The process runs", responses: { "200": { description: "Yes", ...plain } } } },
  "/health/ready": {
    get: {
      summary: "The process takes on work",
      responses: {
        "200": { description: "Yes, and how its parts are", ...json(conditionFormat) },
        "503": { description: "Not now, and which part is not well", ...json(conditionFormat) },
      },
    },
  },
  "/metrics": { get: { summary: "Figures for Prometheus", responses: { "200": { description: "Text", ...plain } } } },
};

/** The OpenAPI description of all routes; a store in memory has no webhooks. */
const apiDocument = (hasWebhooks: boolean) =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "Parlor",
      version: "1",
      description: "Lobbies, standings and identity. Playing itself goes over Colyseus rooms.",
    },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    paths: hasWebhooks ? { ...paths, ...webhookPaths } : paths,
  });

/** The description as a route. */
export const documentRoutes = (hasWebhooks: boolean) => {
  const document = apiDocument(hasWebhooks);
  return {
    openapi: createEndpoint("/api/openapi.json", { method: "GET" }, () => Promise.resolve(document)),
  };
};
