import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { ConfigError } from "../config.ts";
import { backupVersion, type Header, type Trailer } from "./dump.ts";
import { unknownMigrations } from "./migrate.ts";

const headerFormat = z.object({
  parlor: z.literal("backup"),
  version: z.number(),
  at: z.string(),
  migrations: z.array(z.string()),
});
const trailerFormat = z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() });

/** Packs the lines of a backup into a stream, and ends it. */
export const pack = (lines: AsyncIterable<string>, to: Writable): Promise<void> =>
  // Level 1: the embedded database answers nobody else while it is dumped.
  pipeline(lines, createGzip({ level: 1 }), to);

/**
 * Writes a backup, readable by its owner only: what is there under its name stays until the new one is on the disk
 * and found to be whole.
 */
export const replaceBackup = async (file: string, fill: (to: Writable) => Promise<unknown>): Promise<void> => {
  const part = `${file}.part`;
  await rm(part, { force: true });
  try {
    await fill(createWriteStream(part, { flags: "wx", mode: 0o600, flush: true }));
    await checkBackup(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const directory = await open(dirname(resolve(file)));
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};

/** The lines of a backup, without their ends. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding("utf8");
  const filled = pipeline(createReadStream(file), text);
  // The reader below is told too, and throws it.
  filled.catch(() => {});
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + (piece as string)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Reads a whole backup; rejects with a ConfigError when it is torn, changed, no backup at all or too new for us. */
export const checkBackup = async (file: string): Promise<Header & Trailer> => {
  const hash = createHash("sha256");
  let first: string | undefined;
  let last: string | undefined;
  try {
    for await (const line of linesOf(file)) {
      first ??= line;
      if (last !== undefined) hash.update(`${last}\n`);
      last = line;
    }
  } catch (error) {
    throw new ConfigError(`${file} is torn or no backup: ${(error as Error).message}`, { cause: error });
  }
  const header = parsed(headerFormat, first);
  if (header === undefined) throw new ConfigError(`${file} is no backup of Parlor`);
  if (header.version > backupVersion || unknownMigrations(header.migrations).length > 0)
    throw new ConfigError(`${file} was made by a newer Parlor`);
  const trailer = parsed(trailerFormat, last);
  if (trailer?.sha256 !== hash.digest("hex"))
    throw new ConfigError(`${file} is torn or was changed: its end does not fit the rest`);
  return { ...header, ...trailer };
};

const parsed = <T>(format: z.ZodType<T>, line: string | undefined): T | undefined => {
  try {
    return format.parse(JSON.parse(line ?? ""));
  } catch {
    return undefined;
  }
};
