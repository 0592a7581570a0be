import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import type { Texts } from "./messages.ts";

/** Puts modes of folders outside the repository into the portal: their parts, and their texts. */

const web = dirname(fileURLToPath(import.meta.url));
const repository = dirname(web);
const replaced = join(web, "src/modes/outside.ts");

/** What a mode outside brings to the page: `page/parts.tsx` and `messages/<language>.json` in its folder. */
export type OutsideMode = {
  readonly mode: string;
  readonly folder: string;
  /** What its texts begin with, as `modeHigherOrLower`. */
  readonly part: string;
};

export const outsideMode = (given: string): OutsideMode => {
  const folder = resolve(given);
  const mode = basename(folder);
  const words = mode.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return { mode, folder, part: `mode${words.join("")}` };
};

const linesOf = ({ mode, folder, part }: OutsideMode): string => {
  const file = join(folder, "page/parts.tsx");
  // It exports its parts and nothing else.
  const load = existsSync(file)
    ? `load: () => import(${JSON.stringify(file)}).then((all) => Object.values(all)[0])`
    : "";
  return `${JSON.stringify(mode)}: { texts: ${JSON.stringify(part)}, ${load} },`;
};

/** The texts of modes outside in one language, by their keys. What is `name` and `about` there is said in every menu. */
export const outsideTexts = async (modes: readonly OutsideMode[], language: string): Promise<Texts> => {
  const all = await Promise.all(modes.map((one) => textsOf(one, language)));
  return Object.fromEntries(all.flat());
};

const textsOf = async ({ mode, folder, part }: OutsideMode, language: string) => {
  const file = join(folder, "messages", `${language}.json`);
  if (!existsSync(file)) return [];
  const texts = JSON.parse(await readFile(file, "utf8")) as Texts;
  return Object.entries(texts).map(([name, text]) => {
    if (typeof text !== "string") throw new Error(`${file}: "${name}" is no text`);
    return [name === "name" || name === "about" ? `modes:${name}.${mode}` : `${part}:${name}`, text] as const;
  });
};

/** All files that may be in the portal by these modes, as patterns. */
export const outsideFiles = (modes: readonly OutsideMode[]): readonly string[] =>
  modes.flatMap(({ folder }) => [`${folder}/page/**/*`, `${folder}/messages/*.json`]);

export const isOutside = (modes: readonly OutsideMode[], file: string): boolean =>
  modes.some(({ folder }) => file.startsWith(`${folder}/`));

/** What a part of the page imports by name is found where the portal has it, wherever the part is. */
export const outsideModes = (modes: readonly OutsideMode[]): Plugin => ({
  name: "parlor-modes",
  enforce: "pre",
  async resolveId(id, importer) {
    if (importer === undefined || !/^[@\w]/.test(id) || !isOutside(modes, importer)) return undefined;
    return this.resolve(id, join(repository, "web/src/main.tsx"), { skipSelf: true });
  },
  load: (id) => {
    if (id !== replaced || modes.length === 0) return undefined;
    for (const { folder } of modes) if (!existsSync(folder)) throw new Error(`MODES: ${folder} is not there`);
    return `export const outside = {\n${modes.map(linesOf).join("\n")}\n};`;
  },
});
