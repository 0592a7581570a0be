import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileOf } from "../../src/http/multipart.ts";
import { pour } from "./pour.ts";

/** What came in, as far as a test asks. */
type SpeechRequest = {
  readonly path: string;
  readonly authorization: string;
  /** Of a request to be read. */
  readonly body: { readonly model?: string; readonly voice?: string; readonly input?: string };
  /** Of a recording to be understood: what it is, and the rest of the form as it came. */
  readonly file: { readonly name: string; readonly bytes: number } | undefined;
  readonly form: string;
};

/** What a server has been seen to do instead of what it should. */
export type SpeechFault = "hang" | "500" | "401" | "html" | "wrong_type" | "huge" | "reset" | "nonsense" | "empty";

export type SpeechServer = {
  /** With "/v1". */
  readonly url: string;
  readonly requests: readonly SpeechRequest[];
  /** What goes wrong from now on; undefined for nothing. */
  fault: SpeechFault | undefined;
  /** What every recording is understood as. */
  heard: string;
  readonly close: () => Promise<void>;
};

/** A tenth of a second of silence that every browser plays. */
export const silence = (): Buffer => {
  const samples = 800;
  const data = Buffer.alloc(44 + samples, 128);
  data.write("RIFF", 0, "latin1");
  data.writeUInt32LE(36 + samples, 4);
  data.write("WAVEfmt ", 8, "latin1");
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(8000, 24);
  data.writeUInt32LE(8000, 28);
  data.writeUInt16LE(1, 32);
  data.writeUInt16LE(8, 34);
  data.write("data", 36, "latin1");
  data.writeUInt32LE(samples, 40);
  return data;
};

/** A server on 127.0.0.1 with the two speech routes of OpenAI's protocol. */
export const startSpeech = async (): Promise<SpeechServer> => {
  const requests: SpeechRequest[] = [];
  const hear = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(message);
    requests.push(request);
    if (server.fault !== undefined) return faults[server.fault](response);
    if (request.path === "/v1/audio/speech") {
      response.writeHead(200, { "content-type": "audio/wav" }).end(silence());
      return undefined;
    }
    if (request.path !== "/v1/audio/transcriptions" || request.file === undefined) {
      response.writeHead(404).end();
      return undefined;
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ text: server.heard, usage: { type: "tokens", total_tokens: 33 } }));
    return undefined;
  };
  const http = createServer((message, response) => {
    hear(message, response).catch((error: unknown) => response.writeHead(599).end(String(error)));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const server: SpeechServer = {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    fault: undefined,
    heard: "B",
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
};

const page = "<!doctype html><title>SERVER_WORDS</title>";

const faults: Readonly<Record<SpeechFault, (response: ServerResponse) => void>> = {
  hang: () => {},
  "500": (response) => void response.writeHead(500).end("SERVER_WORDS"),
  // The official API quotes the key, too.
  "401": (response) => void response.writeHead(401).end('{"error":{"message":"Incorrect API key: SERVER_WORDS"}}'),
  html: (response) => void response.writeHead(200, { "content-type": "text/html" }).end(page),
  wrong_type: (response) => void response.writeHead(200, { "content-type": "application/json" }).end(page),
  huge: pour,
  reset: (response) => void response.socket?.resetAndDestroy(),
  nonsense: (response) => void response.writeHead(200, { "content-type": "application/json" }).end('{"texts":[]}'),
  empty: (response) => void response.writeHead(200, { "content-type": "audio/mpeg" }).end(),
};

const read = async (message: IncomingMessage): Promise<SpeechRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = message.headers["content-type"] ?? "";
  const isForm = type.startsWith("multipart/form-data");
  const file = isForm ? await fileOf(bytes, type, 2 * 1024 * 1024) : undefined;
  return {
    path: message.url ?? "",
    authorization: message.headers.authorization ?? "",
    body: isForm ? {} : (JSON.parse(bytes.toString("utf8")) as SpeechRequest["body"]),
    file: file && { name: file.name, bytes: file.bytes.byteLength },
    form: isForm ? bytes.toString("latin1") : "",
  };
};
