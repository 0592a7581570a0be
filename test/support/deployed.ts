import assert from "node:assert/strict";
import { readText } from "./figures.ts";

/** What the files of a deployment are held against. */

const known = new Set([...readText("src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]));

export const { version } = JSON.parse(readText("package.json")) as { version: string };

/** In which a process stops after its lobbies are handed over; see src/index.ts. */
export const stopSeconds = Number(/stopMs = ([\d_]+)/.exec(readText("src/index.ts"))?.[1]?.replace("_", "")) / 1000;

/** Fails for a variable that the server does not read. */
export const knows = (names: Iterable<string>, where: string): void => {
  for (const name of names) assert(known.has(name) || name === "NODE_ENV", `${where}: nobody reads ${name}`);
};

/** Fails for an image whose name may mean another one tomorrow. */
export const isPinned = (image: string): void => assert.match(image, /^[\w./-]+:(?!latest)[\w.-]*\d[\w.-]*$/, image);
