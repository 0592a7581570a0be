import { readdirSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The files of texts in `messages/`, and which of them the sources of the portal say. */

const web = dirname(fileURLToPath(import.meta.url));
const source = join(web, "src");
/** The main script, and the first page, which has its own but says what is built in: it should come in one piece. */
const roots = [join(source, "main.tsx"), join(source, "home/home-page.tsx")];
const directory = join(web, "messages");

/** The texts of the page that is shown without a connection: they are in its own script, and named there. */
export const apart = "offline";

/** The files that the texts of each language are kept in, without their ending. */
export const parts: readonly string[] = readdirSync(join(directory, "en")).map((file) => file.replace(/\.json$/, ""));

/** Texts by their keys, as `play:door.name`. */
export type Texts = Readonly<Record<string, string>>;

/** The texts of one language. */
export const textsOf = async (language: string): Promise<Texts> => {
  const files = parts.map(async (part) => {
    const texts = JSON.parse(await readFile(join(directory, language, `${part}.json`), "utf8")) as Texts;
    return Object.entries(texts).map(([name, text]) => [`${part}:${name}`, text] as const);
  });
  return Object.fromEntries((await Promise.all(files)).flat());
};

/** What a source says: keys that are written out, and beginnings that the code goes on with. */
export type Keys = { readonly whole: ReadonlySet<string>; readonly begun: ReadonlySet<string> };

/** A key in a source, in its quotes, or its beginning in a template. */
export const keyPattern = new RegExp(`(["\`])((?:${parts.join("|")}):[\\w.]*)(\\$\\{|\\1)`, "g");

const keysIn = (text: string): Keys => {
  const found = [...text.matchAll(keyPattern)].map(([, , name = "", end]) => ({ name, isBegun: end === "${" }));
  const named = (isBegun: boolean) => new Set(found.filter((key) => key.isBegun === isBegun).map(({ name }) => name));
  return { whole: named(false), begun: named(true) };
};

const together = (all: readonly Keys[]): Keys => ({
  whole: new Set(all.flatMap(({ whole }) => [...whole])),
  begun: new Set(all.flatMap(({ begun }) => [...begun])),
});

/** Whether a text may be said by a name that only the running page knows. */
export const isBegun = ({ begun }: Keys, key: string): boolean =>
  [...begun].some((beginning) => key.startsWith(beginning));

const imports = /^(?:import|export)\s(?!type\b)(?:[^;"]*?\sfrom\s)?"(\.[^"]+\.tsx?)"/gm;

/** What the main script says: it, and all that it imports at once. */
export const keysOfMain = async (): Promise<Keys> => {
  const seen = new Map<string, Keys>();
  const look = async (file: string): Promise<void> => {
    if (seen.has(file) || !file.startsWith(source)) return;
    seen.set(file, keysIn(""));
    const text = await readFile(file, "utf8");
    seen.set(file, keysIn(text));
    await Promise.all([...text.matchAll(imports)].map(([, to = ""]) => look(join(dirname(file), to))));
  };
  await Promise.all(roots.map(look));
  return together([...seen.values()]);
};

/** What all of the portal says. */
export const keysOfAll = async (): Promise<Keys> => {
  const all: Keys[] = [];
  for await (const file of glob("**/*.{ts,tsx}", { cwd: source }))
    all.push(keysIn(await readFile(join(source, file), "utf8")));
  // What a mode calls its options is said by the name that the server gives them.
  const options = parts.filter((part) => part.startsWith("mode")).map((part) => `${part}:option.`);
  return together([...all, { whole: new Set(), begun: new Set(options) }]);
};
