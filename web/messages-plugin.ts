import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";
import { languages } from "./src/text/languages.ts";

/**
 * Puts the texts of `messages/` into the portal, compiled. What the main script says in English is built into it, and
 * in each other language it is one file; the rest is a file for each part and language, for the pages that need it.
 */

const web = dirname(fileURLToPath(import.meta.url));
const main = join(web, "src/main.tsx");
const replaced = join(web, "src/text/catalogues.ts");
export const parts = [
  "admin",
  "adminPeople",
  "adminServer",
  "conduct",
  "host",
  "modes",
  "people",
  "play",
  "results",
  "screen",
  "voice",
] as const;

const prefix = "messages/";
/** What the file of a part is called in the built portal, before its hash. */
export const textFile = (language: string, part: string): string => `text-${language}-${part}`;

type Texts = Readonly<Record<string, string>>;

/** The texts of one language by their keys. */
const textsOf = async (language: string): Promise<Texts> => {
  const files = parts.map(async (part) => {
    const file = join(web, "messages", language, `${part}.json`);
    const texts = JSON.parse(await readFile(file, "utf8")) as Texts;
    return Object.entries(texts).map(([name, text]) => [`${part}:${name}`, text] as const);
  });
  return Object.fromEntries((await Promise.all(files)).flat());
};

const imports = /^(?:import|export)\s(?!type\b)(?:[^;"]*?\sfrom\s)?"(\.[^"]+\.tsx?)"/gm;
const names = new RegExp(`["\`]((?:${parts.join("|")}):[\\w.]*)(\\$\\{|["\`])`, "g");

/** The keys in a source: whole ones, and beginnings that the code goes on with. */
export const keysIn = (source: string): { readonly whole: readonly string[]; readonly begun: readonly string[] } => {
  const found = [...source.matchAll(names)].map(([, name = "", end]) => ({ name, isBegun: end === "${" }));
  return {
    whole: found.filter(({ isBegun }) => !isBegun).map(({ name }) => name),
    begun: found.filter(({ isBegun }) => isBegun).map(({ name }) => name),
  };
};

/** Whether the main script says a text: it, and what it imports at once, name it. */
const saidByMain = async (): Promise<(key: string) => boolean> => {
  const [seen, whole, begun] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const look = async (file: string): Promise<void> => {
    if (seen.has(file) || !file.startsWith(join(web, "src"))) return;
    seen.add(file);
    const source = await readFile(file, "utf8");
    const keys = keysIn(source);
    for (const key of keys.whole) whole.add(key);
    for (const key of keys.begun) begun.add(key);
    await Promise.all([...source.matchAll(imports)].map(([, to = ""]) => look(join(dirname(file), to))));
  };
  await look(main);
  return (key) => whole.has(key) || [...begun].some((beginning) => key.startsWith(beginning));
};

const moduleFor = (catalogues: ReadonlyMap<string, Texts>): string => `
import builtIn from "${prefix}${textFile("en", "main")}";
const files = {
${[...catalogues.keys()]
  .filter((name) => name !== textFile("en", "main"))
  .map((name) => `"${name}": () => import("${prefix}${name}"),`)
  .join("\n")}
};
export { builtIn };
export const fetchCatalogue = async (language, part) => {
  const file = files["text-" + language + "-" + part];
  return file === undefined ? {} : (await file()).default;
};
`;

const compiled = (texts: Texts): string =>
  JSON.stringify(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compileMessageOrThrow(text)])));

export const messages = (): Plugin => {
  const catalogues = new Map<string, Texts>();
  return {
    name: "parlor-messages",
    enforce: "pre",
    async buildStart() {
      const isMain = await saidByMain();
      catalogues.clear();
      for (const language of Object.keys(languages)) {
        const texts = Object.entries(await textsOf(language));
        const add = (part: string, isIn: (key: string) => boolean): void => {
          const mine = texts.filter(([key]) => isIn(key));
          if (mine.length > 0 || part === "main") catalogues.set(textFile(language, part), Object.fromEntries(mine));
        };
        add("main", isMain);
        for (const part of parts) add(part, (key) => !isMain(key) && key.startsWith(`${part}:`));
      }
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (id === replaced) return moduleFor(catalogues);
      const texts = catalogues.get(id.replace(`\0${prefix}`, ""));
      return texts === undefined ? undefined : `export default ${compiled(texts)};`;
    },
  };
};
