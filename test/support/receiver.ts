import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** One request that came in. */
type Received = {
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: { readonly type: string; readonly lobby: string; readonly seq: number; readonly data: unknown };
};

/** How a request is answered: a status, a redirect, no answer, a broken connection, a body without end. */
type Reply = number | { readonly redirect: string } | "silence" | "reset" | "flood";

export type Receiver = {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** Decides on the answer; 204 unless set. */
  answer: (request: Received, nth: number) => Reply | Promise<Reply>;
  /** The secret of each path, for signatures to be checked with; others are not checked. */
  readonly secrets: Map<string, string>;
  readonly close: () => Promise<void>;
};

/** Somebody's server that webhooks are sent to. A request whose signature is wrong is answered with 401. */
export const startReceiver = async (): Promise<Receiver> => {
  const server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const headers = request.headers as Record<string, string>;
    const path = request.url ?? "";
    const got: Received = {
      path,
      id: headers["webhook-id"] ?? "",
      headers,
      text,
      body: JSON.parse(text) as Received["body"],
    };
    const secret = receiver.secrets.get(path);
    if (secret !== undefined && !isSigned(secret, got)) return void response.writeHead(401).end();
    receiver.received.push(got);
    give(response, await receiver.answer(got, receiver.received.length));
  };

  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}`,
    port,
    received: [],
    answer: () => 204,
    secrets: new Map(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
};

/** By another's code than that which signed. The time is whatever the headers say: tests move the clock by days. */
const isSigned = (secret: string, { headers, id, text }: Received): boolean =>
  new Webhook(secret).sign(id, new Date(Number(headers["webhook-timestamp"]) * 1000), text) ===
  headers["webhook-signature"];

const give = (response: ServerResponse, reply: Reply): void => {
  if (reply === "silence") return;
  if (reply === "reset") return void response.destroy();
  if (typeof reply === "number") return void response.writeHead(reply).end();
  if (reply !== "flood") return void response.writeHead(302, { location: reply.redirect }).end();
  response.writeHead(200);
  const pour = (): void => {
    while (!response.destroyed && response.write("x".repeat(8192)));
    if (!response.destroyed) response.once("drain", pour);
  };
  pour();
};

/** Asserts that each path has had each lobby's events in their order, leaving repeats out, and all of them. */
export const assertInOrder = (
  { received }: Receiver,
  paths: readonly string[],
  expected: ReadonlyMap<string, readonly number[]>,
): void => {
  for (const path of paths) {
    for (const [lobby, seqs] of expected) {
      const mine = received.filter((one) => one.path === path && one.body.lobby === lobby);
      const first = new Map<string, number>();
      for (const { id, body } of mine) if (!first.has(id)) first.set(id, body.seq);
      assert.deepEqual([...first.values()], seqs, `${path} about ${lobby}`);
    }
  }
};
