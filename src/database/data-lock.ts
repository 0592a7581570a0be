import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, realpathSync, statSync, unlinkSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { ConfigError } from "../config.ts";

/**
 * One process at a time may use a data directory: the one that listens on a socket in it. The system closes the
 * socket with the process however that ends, which a file with a process id in it can't promise.
 * The socket also takes requests: a line of text, answered by bytes.
 */
export type DataLock = { readonly release: () => Promise<void> };

/** Answers a request of another process of this machine and user; ends the socket. */
export type Answering = (request: string, socket: Socket) => void;

/** A socket's path may have some 103 bytes on macOS and 107 on Linux. */
const mostPathBytes = 100;
/** How long a holder may take to say who it is, in ms; a busy one holds all the same. */
const helloMs = 2000;
/** Between binding and listening a living socket refuses too: it is asked again after this many ms. */
const bindingMs = 50;

/** Takes the data directory; rejects with a ConfigError that names its holder when it is taken. */
export const lockDataDir = async (dataDir: string, answering: Answering): Promise<DataLock> => {
  mkdirSync(dataDir, { recursive: true });
  const path = socketPath(dataDir);
  for (;;) {
    const server = await listen(path, answering);
    if (server !== undefined) {
      const pid = await holderOf(path);
      if (pid === process.pid) return { release: () => closed(server) };
      // Two started at once after a crash, and the other one took the file away below our socket.
      await closed(server);
      throw taken(dataDir, pid);
    }
    const found = identityOf(path);
    const pid = await holderOf(path);
    if (pid !== "nobody") throw taken(dataDir, pid);
    // Nothing may happen between these two, or we would take away the socket of one who was faster.
    if (found !== undefined && identityOf(path) === found) unlinkSync(path);
  }
};

/** A socket to the process that uses the data directory, with the request sent; undefined when there is none. */
export const askHolder = async (dataDir: string, request: string): Promise<Socket | undefined> => {
  const socket = await reach(socketPath(dataDir));
  socket?.write(`${request}\n`);
  return socket;
};

const taken = (dataDir: string, pid: number | string): ConfigError =>
  new ConfigError(
    `Another Parlor (process ${pid}) is using DATA_DIR ${dataDir}. Stop it, or give this one a DATA_DIR of its own.`,
  );

const socketPath = (dataDir: string): string => {
  const real = realpathSync(dataDir);
  const path = join(real, "parlor.sock");
  const name = `parlor-${createHash("sha256").update(real).digest("hex").slice(0, 16)}`;
  if (process.platform === "win32") return String.raw`\\.\pipe\${name}`;
  return Buffer.byteLength(path) <= mostPathBytes ? path : join(tmpdir(), `${name}.sock`);
};

/** Tells one socket file from another of the same name. */
const identityOf = (path: string): string | undefined => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.ctimeNs}`;
};

/** Undefined when the path is taken, by the living or the dead. */
const listen = (path: string, answering: Answering): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => hear(socket, answering));
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => {
      if (process.platform !== "win32") chmodSync(path, 0o600);
      server.unref();
      resolve(server);
    });
  });

const hear = (socket: Socket, answering: Answering): void => {
  let request = "";
  socket.setEncoding("utf8");
  socket.on("error", () => socket.destroy());
  socket.on("data", (text: string) => {
    request += text;
    if (request.length > 1000) socket.destroy();
    if (!request.includes("\n")) return;
    socket.removeAllListeners("data");
    const line = request.slice(0, request.indexOf("\n"));
    if (line === "who") socket.end(`${process.pid}\n`);
    else answering(line, socket);
  });
};

const holderOf = async (path: string): Promise<number | "unknown" | "nobody"> => {
  const socket = (await reach(path)) ?? (await after(bindingMs, undefined).then(() => reach(path)));
  if (socket === undefined) return "nobody";
  socket.setTimeout(helloMs, () => socket.destroy());
  socket.write("who\n");
  let text = "";
  try {
    for await (const piece of socket.setEncoding("utf8")) text += piece as string;
  } catch {
    return "unknown";
  }
  return Number.parseInt(text, 10) || "unknown";
};

/** Undefined when nobody listens. */
const reach = (path: string): Promise<Socket | undefined> =>
  new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNREFUSED" || error.code === "ENOENT" ? resolve(undefined) : reject(error),
    );
  });

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
