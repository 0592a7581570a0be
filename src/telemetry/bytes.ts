import type { Server } from "node:http";
import type { Socket } from "node:net";

/** What has gone over a server's connections so far, in bytes. */
export type Bytes = { readonly sent: number; readonly received: number };

/** Counts nothing while bytes go: every connection knows its own, and is asked when somebody wants to know. */
export const bytesOf = (server: Pick<Server, "on">): (() => Bytes) => {
  const open = new Set<Socket>();
  let sent = 0;
  let received = 0;
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      sent += socket.bytesWritten;
      received += socket.bytesRead;
    });
  });
  return () => ({
    sent: [...open].reduce((sum, socket) => sum + socket.bytesWritten, sent),
    received: [...open].reduce((sum, socket) => sum + socket.bytesRead, received),
  });
};
