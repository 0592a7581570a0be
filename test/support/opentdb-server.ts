import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeHTML } from "entities";
import { seededRandom, shuffle } from "../../src/core/random.ts";
import { pour } from "./pour.ts";

/** A question as it is stored there. */
export type StoredQuestion = {
  readonly type: "multiple" | "boolean";
  readonly difficulty: "easy" | "medium" | "hard";
  /** Its number. */
  readonly category: number;
  readonly question: string;
  readonly correct_answer: string;
  readonly incorrect_answers: readonly string[];
};

/** How a request goes wrong. */
export type Fault =
  | { readonly code: number }
  | "too many requests"
  | "page"
  | "page with 503"
  | "silence"
  | "reset"
  | "half"
  | "flood"
  | "not an answer"
  | "broken results";

export type OpenTdbServer = {
  readonly url: string;
  readonly stored: StoredQuestion[];
  /** Every request: its path and query. */
  readonly requests: { readonly path: string; readonly query: URLSearchParams }[];
  /** What goes wrong with the next requests for questions, one each. */
  readonly faults: Fault[];
  /** What goes wrong with all requests, when there is nothing in `faults`. */
  fault: Fault | undefined;
  /** Requests sooner than this after the one before are refused; 0 allows all. */
  everyMs: number;
  /** How many were refused for that. */
  tooFast: number;
  /** Forgets all session tokens. */
  readonly lapse: () => void;
  readonly close: () => Promise<void>;
};

const categoryNames: Readonly<Record<number, string>> = {
  9: "General Knowledge",
  15: "Entertainment: Video Games",
  17: "Science & Nature",
  21: "Sports",
  22: "Geography",
  23: "History",
  30: "Science: Gadgets",
};

/** How texts are written. */
export const encoders: Readonly<Record<string, (text: string) => string>> = {
  html: (text) => encodeHTML(text).replaceAll("&apos;", "&#039;"),
  urlLegacy: (text) => percent(text).replaceAll("%20", "+").replaceAll("~", "%7E"),
  url3986: (text) => percent(text),
  base64: (text) => Buffer.from(text).toString("base64"),
};
const percent = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const page = "<!DOCTYPE html><html><body><h1>We'll be back soon</h1></body></html>";

/** Open Trivia DB as far as its questions and session tokens go, with faults on request. */
export const startOpenTdb = async (stored: readonly StoredQuestion[]): Promise<OpenTdbServer> => {
  const http = createServer((request, response) => hear(request, response));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  /** What each session has had already. */
  const sessions = new Map<string, Set<StoredQuestion>>();
  let lastAt = -Infinity;

  const server: OpenTdbServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    stored: [...stored],
    requests: [],
    faults: [],
    fault: undefined,
    everyMs: 0,
    tooFast: 0,
    lapse: () => sessions.clear(),
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };

  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "", "http://opentdb");
    server.requests.push({ path, query });
    const now = performance.now();
    const isTooFast = now - lastAt < server.everyMs;
    lastAt = now;
    if (isTooFast) {
      server.tooFast++;
      return give(response, 429, { response_code: 5, results: [] });
    }
    const fault = path === "/api.php" ? (server.faults.shift() ?? server.fault) : server.fault;
    if (fault !== undefined) return spoil(response, fault);
    if (path === "/api_token.php") return give(response, 200, tokenAnswer(query));
    if (path === "/api.php") return give(response, 200, answer(query));
    response.writeHead(404, { "content-type": "text/html" }).end(page);
  };

  const tokenAnswer = (query: URLSearchParams): object => {
    if (query.get("command") === "request") {
      const token = randomBytes(32).toString("hex");
      sessions.set(token, new Set());
      return { response_code: 0, response_message: "Token Generated Successfully!", token };
    }
    const token = query.get("token") ?? "";
    if (query.get("command") !== "reset" || !sessions.has(token)) return { response_code: 3 };
    sessions.set(token, new Set());
    return { response_code: 0, token };
  };

  const answer = (query: URLSearchParams): object => {
    const none = (response_code: number): object => ({ response_code, results: [] });
    const amount = Number(query.get("amount"));
    const category = query.has("category") ? Number(query.get("category")) : undefined;
    const encode = encoders[query.get("encode") ?? "html"];
    if (!Number.isInteger(amount) || amount < 1 || amount > 50 || encode === undefined) return none(2);
    if (category !== undefined && !(category >= 9 && category <= 32)) return none(2);
    const token = query.get("token");
    const had = token === null ? new Set<StoredQuestion>() : sessions.get(token);
    if (had === undefined) return none(3);
    const fitting = server.stored.filter((one) => category === undefined || one.category === category);
    if (fitting.length < amount) return none(1);
    const random = seededRandom(`${server.requests.length}`);
    const fresh = shuffle(
      fitting.filter((one) => !had.has(one)),
      random,
    ).slice(0, amount);
    if (fresh.length < amount) return none(4);
    for (const one of fresh) had.add(one);
    return { response_code: 0, results: fresh.map((one) => encoded(one, encode)) };
  };

  return server;
};

/** A question as it is sent. */
export const encoded = (stored: StoredQuestion, encode: (text: string) => string): object => ({
  type: encode(stored.type),
  difficulty: encode(stored.difficulty),
  category: encode(categoryNames[stored.category] ?? "Animals"),
  question: encode(stored.question),
  correct_answer: encode(stored.correct_answer),
  incorrect_answers: stored.incorrect_answers.map(encode),
});

const give = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const spoil = (response: ServerResponse, fault: Fault): void => {
  if (typeof fault === "object") return give(response, 200, { response_code: fault.code, results: [] });
  switch (fault) {
    case "too many requests":
      return give(response, 429, { response_code: 5, results: [] });
    case "page":
      return void response.writeHead(200, { "content-type": "text/html" }).end(page);
    case "page with 503":
      return void response.writeHead(503, { "content-type": "text/html" }).end(page);
    case "silence":
      return;
    case "reset":
      return void response.destroy();
    case "half":
      return void response.writeHead(200, { "content-type": "application/json" }).write('{"response_code":0,"res');
    case "flood":
      return pour(response);
    case "not an answer":
      return give(response, 200, { response_code: "fine", results: { 0: "none" } });
    case "broken results":
      return give(response, 200, {
        response_code: 0,
        results: [null, 7, "text", [], {}, { type: "bXVsdGlwbGU=", incorrect_answers: "no list" }],
      });
  }
};
