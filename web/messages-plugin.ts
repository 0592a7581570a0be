import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";
import { apart, isBegun, keyPattern, keysOfAll, keysOfMain, parts, type Texts, textsOf } from "./messages.ts";
import { isOutside, type OutsideMode, outsideTexts } from "./modes-plugin.ts";
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

const importsOf = (language: string, names: ReadonlySet<string>, all: readonly string[]): string =>
  all
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

/** The texts of the portal, and those of modes outside: these keep their names, as their sources are not looked at. */
export const messages = (outside: readonly OutsideMode[]): Plugin => {
  const allParts = [...parts, ...outside.map(({ part }) => part)];
  const modules = new Map<string, string>();
  const numbers = new Map<string, number>();
  return {
    name: "parlor-messages",
    enforce: "pre",
    async buildStart() {
      const [main, english] = await Promise.all([keysOfMain(), textsOf("en")]);
      const all = await keysOfAll();
      const isMain = (key: string): boolean => main.whole.has(key) || isBegun(main, key);
      const strange = await outsideTexts(outside, "en");
      const keys = [...Object.keys(english), ...Object.keys(strange)];
      const inOrder = [...keys.filter(isMain), ...keys.filter((key) => !isMain(key))];
      inOrder
        .filter((key) => !(key in strange) && !isBegun(all, key))
        .forEach((key, number) => numbers.set(key, number));
      for (const language of Object.keys(languages)) {
        const theirs = await outsideTexts(outside, language);
        const texts: Texts = { ...english, ...(await textsOf(language)), ...strange, ...theirs };
        const add = (part: string, isIn: (key: string) => boolean): void => {
          const mine = inOrder.filter(isIn).map((key) => [key, texts[key] ?? ""] as const);
          if (mine.length > 0) modules.set(textFile(language, part), catalogue(mine, numbers));
        };
        add("main", isMain);
        for (const part of allParts) if (part !== apart) add(part, (key) => !isMain(key) && key.startsWith(`${part}:`));
      }
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const name = id.replace(`\0${prefix}`, "");
      const language = Object.keys(languages).find((one) => name === textFile(one, "main"));
      if (language !== undefined)
        return `${modules.get(name)}\nexport const parts = { ${importsOf(language, new Set(modules.keys()), allParts)} };`;
      if (id !== replaced) return modules.get(name);
      return catalogues;
    },
    transform(code, id) {
      if (!id.startsWith(join(web, "src")) && !isOutside(outside, id)) return undefined;
      return code.replace(keyPattern, (whole, _quote, key: string) => {
        const number = numbers.get(key);
        return number === undefined ? whole : `"${number}"`;
      });
    },
  };
};
