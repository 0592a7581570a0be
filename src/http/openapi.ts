import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { boards } from "../standings/standings.ts";
import { codes } from "../protocol/codes.ts";
import { newLobbyFormat, settingsFormat } from "../protocol/messages.ts";
import { anonymousFormat, loginFormat } from "./auth-routes.ts";
import { createEndpoint } from "./endpoint.ts";
import { listFormat } from "./lobby-routes.ts";
import { boardFormat, correctionFormat, historyFormat } from "./standings-routes.ts";

const code = z
  .enum(Object.keys(codes) as [string, ...string[]])
  .meta({ id: "Code", description: "Why something was refused" });
const failure = z
  .object({
    error: z.object({ code, message: z.string(), fields: z.record(z.string(), z.string()).optional() }),
    message: code,
  })
  .meta({ id: "Failure" });
const kind = z.enum(["human", "bot"]);
const user = z
  .object({ id: z.string(), name: z.string(), role: z.string(), kind, anonymous: z.boolean() })
  .meta({ id: "User" });
const signedIn = z.object({ user, token: z.string() });
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
const boardLine = z.object({
  rank: z.int(),
  player: z.string(),
  name: z.string(),
  kind,
  score: z.int(),
  games: z.int(),
});
const gameLine = z.object({
  player: z.string(),
  name: z.string(),
  kind,
  score: z.int(),
  right: z.int(),
  rank: z.int(),
});

const place = z.object({ rank: z.int(), score: z.int(), games: z.int(), of: z.int() });
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
  outcomes: z.array(
    z.object({ player: z.string(), choice: z.int().nullable(), right: z.boolean(), points: z.int(), time: z.number() }),
  ),
});
const pastGame = z
  .object({
    game: z.string(),
    lobby: z.string().optional(),
    mode: z.string(),
    topic: z.string(),
    at: z.number(),
    lines: z.array(gameLine),
    questions: z.array(question),
    corrections: z.array(z.looseObject({ question: z.string(), at: z.number() })),
  })
  .meta({ id: "PastGame" });
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

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
const answers = (status: string, description: string, schema: z.ZodType) => ({
  [status]: { description, ...json(schema) },
  default: { description: "Refused; `error.code` says why", ...json(failure) },
});
const ok = z.object({ ok: z.literal(true) });
const codeInPath = { path: z.object({ code: z.string() }) };
const idInPath = { path: z.object({ id: z.string() }) };
const signedInOnly = [{ token: [] }];
const plain = { content: { "text/plain": { schema: z.string() } } };

/** Every route, described from the schemas that check it. */
const paths: ZodOpenApiPathsObject = {
  "/auth/anonymous": {
    post: {
      summary: "Sign in as a guest",
      requestBody: json(anonymousFormat),
      responses: answers("200", "A token", signedIn),
    },
  },
  "/auth/login": {
    post: {
      summary: "Sign in with a password",
      requestBody: json(loginFormat),
      responses: answers("200", "A token", signedIn),
    },
  },
  "/auth/register": { post: { summary: "Make an account", responses: answers("200", "A token", signedIn) } },
  "/auth/userdata": {
    get: { summary: "Who you are", security: signedInOnly, responses: answers("200", "You", z.object({ user })) },
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
        z.object({ board: z.enum(boards), kind, entries: z.array(boardLine), me: place.optional() }),
      ),
    },
  },
  "/api/players/{id}": {
    get: {
      summary: "A player's record",
      requestParams: idInPath,
      responses: answers(
        "200",
        "Sums over all finished games",
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
          firstAt: z.number(),
          lastAt: z.number(),
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
  "/api/openapi.json": {
    get: { summary: "This document", responses: answers("200", "OpenAPI 3.1", z.looseObject({})) },
  },
  "/health/live": { get: { summary: "The process runs", responses: { "200": { description: "Yes", ...plain } } } },
  "/health/ready": {
    get: {
      summary: "The process takes on work",
      responses: { "200": { description: "Yes", ...plain }, "503": { description: "Not now", ...plain } },
    },
  },
  "/metrics": { get: { summary: "Figures for Prometheus", responses: { "200": { description: "Text", ...plain } } } },
};

/** The OpenAPI description of all routes. */
export const apiDocument = () =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "Parlor",
      version: "1",
      description: "Lobbies, standings and identity. Playing itself goes over Colyseus rooms.",
    },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    paths,
  });

export const documentRoutes = () => {
  const document = apiDocument();
  return {
    openapi: createEndpoint("/api/openapi.json", { method: "GET" }, () => Promise.resolve(document)),
  };
};
