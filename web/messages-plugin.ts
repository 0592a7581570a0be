import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";
import { apart, isBegun, keyPattern, keysOfAll, keysOfMain, parts, type Texts, textsOf } from "./messages.ts";
import { languages } from "./src/text/languages.ts";

/**
 * Puts the texts of `messages/` into the portal, compiled. What the main script says in English is built into it, and
 * in each other language it is one file; the rest is a file for each part and language, for the pages that need it.
 * Keys that are written out become numbers: names would be half of it.
 */

const web = dirname(fileURLToPath(import.meta.url));
const replaced = join(web, "src/text/catalogues.ts");
const prefix = "messages/";
const others = Object.keys(languages).filter((language) => language !== "en");
/** What a file of texts is called in the built portal, before its hash. */
export const textFile = (language: string, part: string): string => `text-${language}-${part}`;

const importsOf = (language: string, names: ReadonlySet<string>): string =>
  parts
    .filter((part) => names.has(textFile(language, part)))
    .map((part) => `${part}: () => import("${prefix}${textFile(language, part)}"),`)
    .join(" ");

/** The parts of other languages are named where those languages are, as nobody needs them without. */
const catalogues = `
import builtIn, { parts as english } from "${prefix}${textFile("en", "main")}";
const others = {
${others.map((language) => `${language}: () => import("${prefix}${textFile(language, "main")}"),`).join("\n")}
};
export { builtIn };
export const fetchCatalogue = async (language, part) => {
  const main = language === "en" ? { default: builtIn, parts: english } : await others[language]();
  if (part === "main") return main.default;
  return part in main.parts ? (await main.parts[part]()).default : {};
};
`;

/** A text as Lingui says it; one without places to fill stays as it is. */
const compiled = (text: string): unknown => {
  const tokens = compileMessageOrThrow(text);
  return tokens.length === 1 && typeof tokens[0] === "string" ? tokens[0] : tokens;
};

type Numbers = ReadonlyMap<string, number>;

/** The texts as a module: those with the first numbers as a list, the others by number or name. */
const catalogue = (texts: readonly (readonly [string, string])[], numbers: Numbers): string => {
  const list: unknown[] = [];
  const named: Record<string, unknown> = {};
  for (const [key, text] of texts) {
    const number = numbers.get(key);
    if (number === list.length) list.push(compiled(text));
    else named[number ?? key] = compiled(text);
  }
  return `export default { ...${JSON.stringify(list)}, ...${JSON.stringify(named)} };`;
};

export const messages = (): Plugin => {
  const modules = new Map<string, string>();
  const numbers = new Map<string, number>();
  return {
    name: "parlor-messages",
    enforce: "pre",
    async buildStart() {
      const [main, english] = await Promise.all([keysOfMain(), textsOf("en")]);
      const all = await keysOfAll();
      const isMain = (key: string): boolean => main.whole.has(key) || isBegun(main, key);
      const keys = Object.keys(english);
      const inOrder = [...keys.filter(isMain), ...keys.filter((key) => !isMain(key))];
      inOrder.filter((key) => !isBegun(all, key)).forEach((key, number) => numbers.set(key, number));
      for (const language of Object.keys(languages)) {
        const texts: Texts = { ...english, ...(await textsOf(language)) };
        const add = (part: string, isIn: (key: string) => boolean): void => {
          const mine = inOrder.filter(isIn).map((key) => [key, texts[key] ?? ""] as const);
          if (mine.length > 0) modules.set(textFile(language, part), catalogue(mine, numbers));
        };
        add("main", isMain);
        for (const part of parts) if (part !== apart) add(part, (key) => !isMain(key) && key.startsWith(`${part}:`));
      }
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const name = id.replace(`\0${prefix}`, "");
      const language = Object.keys(languages).find((one) => name === textFile(one, "main"));
      if (language !== undefined)
        return `${modules.get(name)}\nexport const parts = { ${importsOf(language, new Set(modules.keys()))} };`;
      if (id !== replaced) return modules.get(name);
      return catalogues;
    },
    transform(code, id) {
      if (!id.startsWith(join(web, "src"))) return undefined;
      return code.replace(keyPattern, (whole, _quote, key: string) => {
        const number = numbers.get(key);
        return number === undefined ? whole : `"${number}"`;
      });
    },
  };
};
