import type { Client, Room } from "@colyseus/core";
import { Connection } from "./connection.ts";
import { closeCodes } from "../src/protocol/close-codes.ts";
import { type Frame, readFrame } from "./frames.ts";
import type { Services } from "./services.ts";

export type Message = Extract<Frame, { readonly kind: "message" }>;

export type Guarded = {
  /** A whole message within the limits. */
  readonly receive: (client: Client, connection: Connection, message: Message) => void;
  /** A message that was refused before it was looked at. */
  readonly refuse: (client: Client, code: "malformed" | "too_fast", request: number | undefined) => void;
};

type Dispatch = (client: Client, buffer: Buffer) => void;

const connections = new WeakMap<Client, Connection>();

/** What is counted about a connection; made at its first use. */
export const connectionOf = (client: Client, now: number): Connection => {
  let connection = connections.get(client);
  if (connection === undefined) {
    connection = new Connection(now);
    connections.set(client, connection);
  }
  return connection;
};

/**
 * Puts a guard before a room's frames: they are counted and read here, so that neither a broken nor an
 * unknown one closes an honest connection at the first slip, as the framework would; repeated ones do.
 * The framework keeps its own talk: joining, ping and leaving.
 */
export const guardFrames = (room: Room, services: Pick<Services, "now" | "metrics">, guarded: Guarded): void => {
  const dispatch = (Reflect.get(room, "_onMessage") as Dispatch).bind(room);
  const handle: Dispatch = (client, buffer) => {
    const now = services.now();
    const connection = connectionOf(client, now);
    if (connection.evicted) return;
    const verdict = connection.frame(now);
    if (verdict === "flood") return evict(services, client, closeCodes.misuse, "flood");
    const frame = readFrame(buffer);
    if (frame.kind === "protocol") return verdict === "ok" ? dispatch(client, buffer) : undefined;
    if (verdict === "too_fast") return guarded.refuse(client, "too_fast", frame.request);
    if (frame.kind === "message") return guarded.receive(client, connection, frame);
    slip(services, client, connection, frame.request, guarded);
  };
  Reflect.set(room, "_onMessage", handle);
};

/** Answers what could not be understood, and closes the connection when that was one too many. */
export const slip = (
  services: Pick<Services, "now" | "metrics">,
  client: Client,
  connection: Connection,
  request: number | undefined,
  guarded: Pick<Guarded, "refuse">,
): void => {
  guarded.refuse(client, "malformed", request);
  if (!connection.slip(services.now())) evict(services, client, closeCodes.misuse, "malformed");
};

/** Closes a connection for good: it can't come back by its reconnection token. */
export const evict = (services: Pick<Services, "now" | "metrics">, client: Client, code: number, why: string): void => {
  const connection = connectionOf(client, services.now());
  if (connection.evicted) return;
  connection.evicted = true;
  services.metrics.evicted(why);
  client.leave(code, why);
  // Who does not answer the close is cut off.
  setTimeout(() => (client.ref as unknown as Socket).terminate?.(), closeMs).unref();
};

/** How long a client has to answer a close, in ms. */
const closeMs = 2000;

type Socket = { readonly terminate?: () => void };
