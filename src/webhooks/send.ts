import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { publicLookup, readTarget, type Resolve } from "./address.ts";

export type Message = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What came of a request: the answer's status, or the word for why there was none. */
export type Outcome = { readonly status: number } | { readonly error: string };

/** Posts a message; never rejects. */
export type Send = (message: Message) => Promise<Outcome>;

export type SendOptions = {
  /** Lets requests go to addresses that are not public. */
  readonly allowPrivate: boolean;
  /** For all of it, from the name's resolution to the answer's end. */
  readonly timeoutMs?: number;
  /** In the place of the system's. */
  readonly resolve?: Resolve;
};

/** An answer's body is nothing to us: it is read so far only that its sender may finish. */
const mostBytes = 16 * 1024;

/**
 * Sends as an outsider may be sent to: to public addresses only, no redirect followed, no proxy of the environment
 * asked (agents of our own have none), every connection for one request.
 */
export const senderOf = ({ allowPrivate, timeoutMs = 5000, resolve }: SendOptions): Send => {
  const transports = {
    "http:": { request: httpRequest, agent: new HttpAgent({ keepAlive: false }) },
    "https:": { request: httpsRequest, agent: new HttpsAgent({ keepAlive: false }) },
  };
  const resolver = allowPrivate ? ((resolve ?? lookup) as LookupFunction) : publicLookup(resolve);

  return ({ url: text, headers, body }) =>
    new Promise((settle) => {
      const url = readTarget(text, allowPrivate);
      if (typeof url === "string") return settle({ error: url });
      const { request: open, agent } = transports[url.protocol as keyof typeof transports];
      const request = open(url, {
        method: "POST",
        agent,
        lookup: resolver,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...headers,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Parlor-Webhooks/1",
        },
      });
      request.on("error", (error) => settle({ error: wordFor(error) }));
      request.on("response", (response) => {
        let read = 0;
        response.on("data", (chunk: Buffer) => {
          read += chunk.byteLength;
          if (read > mostBytes) response.destroy();
        });
        // The status has been said; what becomes of the rest changes nothing.
        response.on("error", () => {});
        response.on("close", () => settle({ status: response.statusCode ?? 0 }));
      });
      request.end(body);
    });
};

/** A word that can be shown to a webhook's owner: error messages may quote addresses and URLs. */
const wordFor = (error: Error & { readonly code?: unknown }): string => {
  if (error.name === "AbortError" || error.name === "TimeoutError") return "timeout";
  return typeof error.code === "string" ? error.code : "connection failed";
};
