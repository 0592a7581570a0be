import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { type Message, PlainLobby } from "./plain-lobby.ts";

/** The same lobby on socket.io, written the usual way: a room for each lobby, replies as acknowledgements. */

type Reply = (fields: object) => void;

const http = createServer();
const io = new Server(http, { transports: ["websocket"] });
const lobbies = new Map<string, PlainLobby>();

io.on("connection", (socket) => {
  const code = String(socket.handshake.query["code"]);
  const lobby = lobbies.get(code) ?? new PlainLobby((type, fields) => io.to(code).emit(type, fields));
  lobbies.set(code, lobby);
  void socket.join(code);
  const id = String(socket.handshake.query["player"]);
  const { hear, gone } = lobby.enter(id, { tell: (type, fields) => socket.emit(type, fields) });
  for (const type of ["chat", "answer", "start", "skip"]) {
    socket.on(type, (fields: Omit<Message, "type">, reply: Reply = () => {}) => hear({ type, ...fields }, reply));
  }
  socket.on("disconnect", () => {
    gone();
    if (lobby.here === 0 && lobbies.get(code) === lobby) lobbies.delete(code);
  });
});
http.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
