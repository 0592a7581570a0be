import type { ServerResponse } from "node:http";
import type { ChatCompletion, ChatCompletionChunk } from "openai/resources/chat/completions";
import type { Behaviour, OpenAiRequest } from "./openai-server.ts";
import { pour } from "./pour.ts";

/** What every answer says that it has used, streamed or not. */
export const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };

type Finish = ChatCompletion.Choice["finish_reason"];
type Said = { readonly content: string | null; readonly refusal?: string; readonly finish?: Finish };

/** A well-made answer with this value as JSON. */
export const json = (value: unknown): Behaviour => text(JSON.stringify(value));

/** A well-made answer with this text, streamed word by word when the request wants a stream. */
export const text = (content: string): Behaviour => saying({ content });

/** The text as a model puts it that was not held to JSON: prose around, and fences. */
export const fenced = (value: unknown): Behaviour =>
  text(`Sure! Here is what {you} asked for:\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\nHave fun.`);

/** The model declines, as the official API says so. */
export const refusal = (words = "I can't help with that."): Behaviour => saying({ content: null, refusal: words });

/** It ran into its limit of length. */
export const cutOff = (content: string): Behaviour => saying({ content, finish: "length" });

/** A content filter stopped it. */
export const filtered = (content = ""): Behaviour => saying({ content, finish: "content_filter" });

/** JSON of whatever form. */
export const raw =
  (value: unknown, status = 200): Behaviour =>
  (_, response) =>
    sendJson(response, status, value);

export const noChoices: Behaviour = (request, response) =>
  sendJson(response, 200, { ...completion(request, { content: "" }), choices: [] });

/** A page for people, as a proxy or a host in trouble gives it, or JSON's type with a page inside. */
export const html =
  (status: number, type = "text/html"): Behaviour =>
  (_, response) =>
    void response.writeHead(status, { "content-type": type }).end("<!doctype html><title>Oops</title>");

/** A good answer under a content type that no client takes for JSON. */
export const wrongType =
  (value: unknown): Behaviour =>
  (request, response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    response.end(JSON.stringify(completion(request, { content: JSON.stringify(value) })));
  };

export type Failure = {
  readonly message?: string;
  readonly code?: string;
  readonly param?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An error in the form of OpenAI's. */
export const failure =
  (status: number, { headers = {}, message = `status ${status}`, ...about }: Failure = {}): Behaviour =>
  (_, response) =>
    sendJson(response, status, { error: { message, ...about } }, headers);

/** 429 with these headers, such as `retry-after` or `retry-after-ms`. */
export const rateLimited = (headers: Readonly<Record<string, string>> = {}): Behaviour =>
  failure(429, { message: "Rate limit reached", code: "rate_limit_exceeded", headers });

export const noCredit: Behaviour = failure(429, { message: "You exceeded your quota", code: "insufficient_quota" });

export const wrongKey: Behaviour = (request, response) =>
  // The official API quotes the key, too.
  failure(401, {
    message: `Incorrect API key provided: ${request.headers["authorization"]}`,
    code: "invalid_api_key",
  })(request, response);

/** 400, as servers say that they don't know this kind of response_format. */
export const formatRefused: Behaviour = failure(400, {
  message: "Invalid parameter: 'response_format' of this type is not supported with this model.",
  param: "response_format",
});

/** 400, as llama.cpp says that it can't make a grammar of the schema. */
export const grammarFailed: Behaviour = failure(400, { message: "failed to parse grammar", type: "invalid_request" });

export const temperatureRefused: Behaviour = failure(400, {
  message: "Unsupported value: 'temperature' does not support 0.5 with this model.",
  param: "temperature",
  code: "unsupported_value",
});

/** 400, as servers say that they don't know this parameter. */
export const unknownParameter = (param: string): Behaviour =>
  failure(400, { message: `Unrecognized request argument supplied: ${param}`, type: "invalid_request_error" });

/** The connection breaks before anything is answered. */
export const reset: Behaviour = (_, response) => void response.socket?.resetAndDestroy();

/** The connection breaks in the middle of the body. */
export const resetMidBody: Behaviour = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  response.write('{"id":"chat', () => response.socket?.resetAndDestroy());
};

/** No answer at all. */
export const silence: Behaviour = () => {};

/** A byte, or something else, every few ms, for ever. */
export const drip =
  (everyMs = 5, type = "application/json", status = 200, drop = " "): Behaviour =>
  (_, response) => {
    response.writeHead(status, { "content-type": type });
    const dripping = setInterval(() => response.write(drop), everyMs);
    response.on("close", () => clearInterval(dripping));
  };

/** A good answer, but one with so many bytes. */
export const oversize = (bytes: number): Behaviour => json({ answer: "x".repeat(bytes) });

/** A body without end, as fast as it is taken. */
export const flood: Behaviour = (_, response) => pour(response);

export const redirect =
  (to: string, status = 307): Behaviour =>
  (_, response) =>
    void response.writeHead(status, { location: to }).end();

/** Streams these pieces. Then it stops as it should, breaks, ends without saying so, or nothing more comes. */
export const brokenStream =
  (pieces: readonly string[], then: "stop" | "reset" | "end" | "silence"): Behaviour =>
  (request, response) => {
    beginStream(response);
    const frames = pieces.map((piece) => frame(chunk(request, { content: piece }))).join("");
    if (then === "stop") return void response.end(`${frames}${frame(chunk(request, {}, "stop"))}data: [DONE]\n\n`);
    if (then === "end") return void response.end(frames);
    response.write(frames, () => then === "reset" && setImmediate(() => response.socket?.resetAndDestroy()));
  };

/** Streams these pieces and says an error in the stream, as gateways do. */
export const failedStream =
  (pieces: readonly string[], words: string): Behaviour =>
  (request, response) => {
    beginStream(response);
    for (const piece of pieces) response.write(frame(chunk(request, { content: piece })));
    response.end(frame({ error: { message: words, code: words } }));
  };

/** What `GET /models` gives. */
export const listed =
  (ids: readonly string[]): Behaviour =>
  (_, response) =>
    sendJson(response, 200, {
      object: "list",
      data: ids.map((id) => ({ id, object: "model", created: 1_700_000_000, owned_by: "stand-in" })),
    });

/** A moderation that gives each text these scores and flags what has one of at least .5. */
export const moderated =
  (scoresOf: (text: string) => Readonly<Record<string, number>>): Behaviour =>
  ({ body }, response) => {
    const results = (body.input ?? []).map((input) => {
      const scores = Object.entries(scoresOf(input));
      return {
        flagged: scores.some(([, score]) => score >= 0.5),
        categories: Object.fromEntries(scores.map(([name, score]) => [name, score >= 0.5])),
        category_scores: Object.fromEntries(scores),
        category_applied_input_types: {},
      };
    });
    sendJson(response, 200, { id: "modr-1", model: body.model ?? "", results });
  };

export const unflagged: Behaviour = moderated(() => ({ harassment: 0.001, violence: 0.002 }));

/** One behaviour a request, in this order; the last one goes on for ever. */
export const inTurn = (...behaviours: readonly [Behaviour, ...Behaviour[]]): Behaviour => {
  let next = 0;
  return (request, response) => {
    const behave = behaviours[Math.min(next, behaviours.length - 1)] ?? behaviours[0];
    next++;
    behave(request, response);
  };
};

const saying =
  (said: Said): Behaviour =>
  (request, response) =>
    request.body.stream === true ? stream(request, response, said) : sendJson(response, 200, completion(request, said));

const completion = (
  { body }: OpenAiRequest,
  { content, refusal: declined, finish = "stop" }: Said,
): ChatCompletion => ({
  id: "chatcmpl-1",
  object: "chat.completion",
  created: 1_700_000_000,
  model: body.model ?? "",
  choices: [
    {
      index: 0,
      finish_reason: finish,
      logprobs: null,
      message: { role: "assistant", content, refusal: declined ?? null },
    },
  ],
  usage,
});

const chunk = (
  { body }: OpenAiRequest,
  delta: ChatCompletionChunk.Choice.Delta,
  finish: Finish | null = null,
): ChatCompletionChunk => ({
  id: "chatcmpl-1",
  object: "chat.completion.chunk",
  created: 1_700_000_000,
  model: body.model ?? "",
  choices: [{ index: 0, delta, finish_reason: finish }],
});

const stream = (request: OpenAiRequest, response: ServerResponse, said: Said): void => {
  beginStream(response);
  for (const piece of said.content?.match(/\S+\s*|\s+/g) ?? []) {
    response.write(frame(chunk(request, { content: piece })));
  }
  if (said.refusal !== undefined) response.write(frame(chunk(request, { refusal: said.refusal })));
  response.write(frame(chunk(request, {}, said.finish ?? "stop")));
  if (request.body.stream_options?.include_usage === true) {
    response.write(frame({ ...chunk(request, {}), choices: [], usage }));
  }
  response.end("data: [DONE]\n\n");
};

const beginStream = (response: ServerResponse): void =>
  void response.writeHead(200, { "content-type": "text/event-stream" });

const frame = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;

const sendJson = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void =>
  void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
