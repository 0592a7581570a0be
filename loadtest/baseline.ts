import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { type Message, PlainLobby } from "./plain-lobby.ts";

/** What our server is measured against: the same lobby on `ws` and JSON alone. Run by itself it prints its address. */

type Asked = Message & { readonly request?: number };
type Lobby = { readonly game: PlainLobby; readonly sockets: Set<WebSocket> };

const lobbies = new Map<string, Lobby>();

const textOf = (type: string, fields: object): string => JSON.stringify({ type, ...fields });

const newLobby = (): Lobby => {
  const sockets = new Set<WebSocket>();
  const game = new PlainLobby((type, fields) => {
    const text = textOf(type, fields);
    for (const socket of sockets) if (socket.readyState === WebSocket.OPEN) socket.send(text);
  });
  return { game, sockets };
};

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("listening", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
server.on("connection", (socket: WebSocket, { url = "/" }: IncomingMessage) => {
  const { pathname: code, searchParams } = new URL(url, "http://localhost");
  const lobby = lobbies.get(code) ?? newLobby();
  lobbies.set(code, lobby);
  lobby.sockets.add(socket);
  const tell = (type: string, fields: object): void => socket.send(textOf(type, fields));
  const { hear, gone } = lobby.game.enter(searchParams.get("player") ?? "", { tell });
  socket.on("message", (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Asked;
    hear(message, (fields) => tell("reply", { request: message.request, ...fields }));
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    lobby.sockets.delete(socket);
    gone();
    if (lobby.game.here === 0 && lobbies.get(code) === lobby) lobbies.delete(code);
  });
});
