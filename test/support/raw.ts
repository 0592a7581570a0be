import { once } from "node:events";
import { Protocol } from "@colyseus/core";
import { WebSocket } from "ws";
import type { LobbyState } from "../../rooms/schema/lobby-state.ts";
import { LobbyFeed } from "../../src/bots/lobby-feed.ts";
import type { TestApp } from "./app.ts";
import { messageFrame, readServerFrame, requestFrame } from "./frames.ts";
import { until } from "./until.ts";

type Reservation = { readonly processId: string; readonly roomId: string; readonly sessionId: string };

/** A connection that sends any bytes it likes and keeps every frame it gets, without the SDK. */
export class RawClient {
  readonly socket: WebSocket;
  readonly sessionId: string;
  readonly frames: Buffer[] = [];
  /** The code this connection was closed with, or 0 while it lives. */
  closedWith = 0;
  readonly #feed = new LobbyFeed();
  #requests = 0;

  private constructor(socket: WebSocket, sessionId: string) {
    this.socket = socket;
    this.sessionId = sessionId;
    socket.on("message", (data) => this.#take(data as Buffer));
    socket.on("close", (code) => (this.closedWith = code));
    // What went wrong shows in the close.
    socket.on("error", () => {});
  }

  static async join(app: TestApp, token: string, code: string, options: object = {}): Promise<RawClient> {
    const { processId, roomId, sessionId } = await reserve(app, token, code, options);
    const address = `${app.url.replace("http", "ws")}/${processId}/${roomId}?sessionId=${sessionId}`;
    const socket = new WebSocket(address, { perMessageDeflate: false });
    const client = new RawClient(socket, sessionId);
    await once(socket, "open");
    await until("the handshake", () => client.frames.length > 0 || client.closedWith > 0);
    return client;
  }

  #take(frame: Buffer): void {
    this.frames.push(frame);
    const code = (frame[0] ?? 0) & 0x1f;
    this.#feed.take(code, frame);
    if (code === Protocol.JOIN_ROOM) this.socket.send(Buffer.from([Protocol.JOIN_ROOM]));
  }

  /** The state as decoded from the frames so far; undefined before the first. */
  get state(): LobbyState | undefined {
    const state = this.#feed.state as unknown as LobbyState | undefined;
    return state?.code ? state : undefined;
  }

  /** False when the connection is open no more. */
  send(frame: Uint8Array): boolean {
    if (this.socket.readyState !== WebSocket.OPEN) return false;
    this.socket.send(frame);
    return true;
  }

  message(type: string, payload?: unknown): void {
    this.send(messageFrame(type, payload));
  }

  /** Sends a request; gives its number. */
  request(type: string, payload?: unknown): number {
    const id = ++this.#requests;
    this.send(requestFrame(id, type, payload));
    return id;
  }

  /** Codes of all refusals so far, as answers and as notices. */
  refusals(): string[] {
    return this.frames.flatMap((frame) => {
      const read = readServerFrame(frame);
      if (read.kind === "answer" && !read.ok) return [(read.payload as { code: string }).code];
      if (read.kind === "notice" && read.type === "notice") return [(read.payload as { code: string }).code];
      return [];
    });
  }

  answerTo(request: number) {
    return until(`the answer to request ${request}`, () => {
      const answers = this.frames.map(readServerFrame).filter((read) => read.kind === "answer");
      return answers.find((answer) => answer.request === request);
    });
  }

  closes(timeoutMs = 5000): Promise<number> {
    return until("the close", () => this.closedWith || undefined, timeoutMs);
  }
}

/** Reserves a seat as the SDK does. */
const reserve = async (app: TestApp, token: string, code: string, options: object): Promise<Reservation> => {
  const response = await fetch(`${app.url}/matchmake/joinById/${code}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(options),
  });
  const body = (await response.json()) as Reservation & { readonly error?: { readonly code: string } };
  if (!response.ok) throw new Error(body.error?.code ?? `status ${response.status}`);
  return body;
};
