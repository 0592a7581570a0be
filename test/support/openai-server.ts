import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { listed, unflagged } from "./openai-behaviours.ts";

/** One request that came in. */
export type OpenAiRequest = {
  readonly method: string;
  /** With its "/v1". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came; "" for none. */
  readonly text: string;
  readonly body: OpenAiBody;
  /** What kind of answer a chat request asks for. */
  readonly structured: "json_schema" | "json_object" | "text";
  /** The name that the json_schema was given, "" without one. */
  readonly schema: string;
  /** All system messages and all user messages of a chat request. */
  readonly system: string;
  readonly user: string;
};

type OpenAiBody = {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string } };
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly input?: readonly string[];
};

/** How a request is answered; `openai-behaviours.ts` has one for each thing that servers have been seen to do. */
export type Behaviour = (request: OpenAiRequest, response: ServerResponse) => void;

export type OpenAiScript = {
  /** Decides how the nth chat request, counted from 1, is answered. */
  readonly answer?: (request: OpenAiRequest, nth: number) => Behaviour | Promise<Behaviour>;
  /** The names that `GET /models` lists, or another behaviour. */
  readonly models?: readonly string[] | Behaviour;
  /** How `POST /moderations` is answered: nothing is flagged unless set. */
  readonly moderation?: Behaviour;
};

export type OpenAiServer = {
  /** The base URL, with "/v1". */
  readonly url: string;
  /** Every request, oldest first. */
  readonly requests: readonly OpenAiRequest[];
  /** Those for a chat completion. */
  readonly chats: readonly OpenAiRequest[];
  /** Requests whose answers are on their way. */
  readonly open: () => number;
  /** The most that were on their way at once. */
  readonly mostOpen: () => number;
  readonly close: () => Promise<void>;
};

/**
 * A server on 127.0.0.1 that speaks OpenAI's protocol as a script says. The adapter under test talks to it over HTTP:
 *
 *     const server = await startOpenAi({ answer: (request) => json({ questions: [] }) });
 *     const model = openAiModel({ baseUrl: server.url, model: "stand-in", log });
 *     await server.close();
 */
export const startOpenAi = async (script: OpenAiScript = {}): Promise<OpenAiServer> => {
  const requests: OpenAiRequest[] = [];
  let open = 0;
  let mostOpen = 0;

  const behaviourFor = async (request: OpenAiRequest): Promise<Behaviour> => {
    const { answer, models = ["stand-in"], moderation = unflagged } = script;
    if (request.path.endsWith("/models")) return typeof models === "function" ? models : listed(models);
    if (request.path.endsWith("/moderations")) return moderation;
    if (!isChat(request) || answer === undefined) return (_, response) => void response.writeHead(404).end();
    return answer(request, requests.filter(isChat).length);
  };
  const hear = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(message);
    requests.push(request);
    const behave = await behaviourFor(request);
    behave(request, response);
  };

  const server = createServer((message, response) => {
    mostOpen = Math.max(mostOpen, ++open);
    response.on("close", () => open--);
    hear(message, response).catch((error: unknown) => response.writeHead(599).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    get chats() {
      return requests.filter(isChat);
    },
    open: () => open,
    mostOpen: () => mostOpen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const isChat = ({ path }: OpenAiRequest): boolean => path.endsWith("/chat/completions");

const read = async (message: IncomingMessage): Promise<OpenAiRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const body = text === "" ? {} : (JSON.parse(text) as OpenAiBody);
  const format = body.response_format?.type;
  const said = (role: string): string =>
    (body.messages ?? [])
      .filter((one) => one.role === role)
      .map(({ content }) => content)
      .join("\n");
  return {
    method: message.method ?? "",
    path: message.url ?? "",
    headers: message.headers as Record<string, string>,
    text,
    body,
    structured: format === "json_schema" || format === "json_object" ? format : "text",
    schema: body.response_format?.json_schema?.name ?? "",
    system: said("system"),
    user: said("user"),
  };
};
