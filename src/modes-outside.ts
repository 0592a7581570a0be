import { stat } from "node:fs/promises";
import { registerHooks } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "./config.ts";
import { type AnyGame, asAnyGame } from "./core/game.ts";

/** What a mode can't be without. */
const needed = [
  "start",
  "decide",
  "evolve",
  "nextDeadline",
  "view",
  "viewFor",
  "notices",
  "mayGather",
  "record",
  "asked",
  "result",
];
const nameFormat = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What modes import the kit by. */
const kit = /^parlor\//;

/** The kit need not be installed where a mode is. */
let isFound = false;
const findKit = (): void => {
  if (isFound) return;
  isFound = true;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, kit.test(specifier) ? { ...context, parentURL: import.meta.url } : context),
  });
};

/**
 * The modes in folders outside the repository. Their code is trusted as that of the server is. One that can't be played
 * is the operator's to mend: a start that left it out would lose the games that were going on.
 */
export const modesAt = async (folders: readonly string[], known: readonly AnyGame[]): Promise<readonly AnyGame[]> => {
  if (folders.length === 0) return [];
  findKit();
  const taken = new Set(known.map(({ mode }) => mode));
  const found: AnyGame[] = [];
  for (const folder of folders) {
    const game = await modeAt(resolve(folder));
    if (taken.has(game.mode)) throw fault(folder, `there is a mode "${game.mode}" already`);
    taken.add(game.mode);
    found.push(game);
  }
  return found;
};

const fault = (folder: string, text: string, cause?: unknown): ConfigError =>
  new ConfigError(`These settings are wrong:\n  MODES: ${folder}: ${text}`, { cause });

const modeAt = async (folder: string): Promise<AnyGame> => {
  const file = join(folder, "index.ts");
  const isThere = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isThere) throw fault(folder, "there is no index.ts");
  const exported = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw fault(folder, `index.ts can't be read: ${error instanceof Error ? error.message : String(error)}`, error);
  });
  const games = Object.values(exported as Readonly<Record<string, unknown>>).filter(isMode);
  const [game, ...others] = new Set(games);
  if (game === undefined) throw fault(folder, "index.ts exports nothing with a mode's name");
  if (others.length > 0) throw fault(folder, "index.ts exports more than one mode");
  const missing = needed.filter((name) => typeof game[name] !== "function");
  if (missing.length > 0) throw fault(folder, `the mode has no ${missing.join(", no ")}`);
  if (!nameFormat.test(game.mode))
    throw fault(folder, `"${game.mode}" is no name for a mode: small words with hyphens`);
  if (game.mode !== basename(folder))
    throw fault(folder, `its mode is called "${game.mode}", and so must the folder be`);
  return asAnyGame(game as never);
};

type Like = { readonly mode: string } & Readonly<Record<string, unknown>>;

const isMode = (value: unknown): value is Like =>
  typeof value === "object" && value !== null && typeof (value as Like).mode === "string";
