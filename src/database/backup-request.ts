import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Log } from "../telemetry/log.ts";
import { askHolder } from "./data-lock.ts";

/** One process uses the embedded database; another one asks it for a backup over the socket that locks it. */
const request = "backup";

/** Says that a backup follows; anything else is what went wrong. */
const follows = "backup follows\n";

export type BackupRequests = (request: string, socket: Socket) => void;

/**
 * Answers requests for a backup, one after the other. Each is written to a file first, so that the database is not
 * held up by a slow reader.
 */
export const backupRequests = (dataDir: string, write: (to: Writable) => Promise<void>, log: Log): BackupRequests => {
  const file = join(dataDir, "backup.part");
  const answer = async (socket: Socket): Promise<void> => {
    try {
      await rm(file, { force: true });
      await write(createWriteStream(file, { flags: "wx", mode: 0o600 }));
      socket.write(follows);
      await pipeline(createReadStream(file), socket);
      log.info("a backup was made");
    } catch (error) {
      log.error({ err: error }, "a backup could not be made");
      socket.end(error instanceof Error ? error.message : "failed");
    } finally {
      await rm(file, { force: true });
    }
  };
  let turn: Promise<void> = Promise.resolve();
  return (asked, socket) => {
    if (asked === request) turn = turn.then(() => answer(socket));
    else socket.end("unknown request");
  };
};

/** A backup's bytes from the process that uses the data directory; undefined when none does. */
export const requestBackup = async (dataDir: string): Promise<AsyncIterable<Buffer> | undefined> => {
  const socket = await askHolder(dataDir, request);
  return socket && bytesBehind(socket);
};

async function* bytesBehind(socket: Socket): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of socket) {
    if (head === undefined) {
      yield piece as Buffer;
      continue;
    }
    head = Buffer.concat([head, piece as Buffer]);
    if (head.length < follows.length) continue;
    if (!head.subarray(0, follows.length).equals(Buffer.from(follows))) continue;
    yield head.subarray(follows.length);
    head = undefined;
  }
  if (head !== undefined) throw new Error(`The running Parlor made no backup: ${head.toString()}`);
}
