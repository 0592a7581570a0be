import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const page = new URL("../../docs/write-a-mode.md", import.meta.url);
/** A file that is named at the end of a line, as a link or in a code span, and the block below it. */
const blocks = /(?:\]\(\.\.\/([^)\s]+)\)[^\n\]]*|`([\w./-]+)`):\n\n```\w+\n(.*?)\n```/gs;

/** Where the page says that files go which are elsewhere in the repository. */
const places: readonly (readonly [RegExp, string])[] = [
  [/^src\/games\/higher-or-lower\/(\w+\.ts)$/, "rather-more/$1"],
  [/^web\/src\/modes\/higher-or-lower\/(\w+\.tsx?)$/, "rather-more/page/$1"],
  [/^(rather-more\/.+|\.env)$/, "$1"],
];

const renamed = (code: string): string =>
  code
    .replaceAll("higher-or-lower", "rather-more")
    .replaceAll("higherOrLower", "ratherMore")
    .replaceAll("HigherOrLower", "RatherMore");

/** Writes a mode as somebody would who has nothing but `docs/write-a-mode.md`; what is said of one file in several blocks is put together. */
export const writeModeFromDocs = async (repository: string): Promise<readonly string[]> => {
  const files = new Map<string, string>();
  for (const [, link = "", named = "", code = ""] of (await readFile(page, "utf8")).matchAll(blocks)) {
    const path = link || named;
    const [from, to] = places.find(([place]) => place.test(path)) ?? [];
    if (from === undefined || to === undefined) continue;
    const file = path.replace(from, to);
    files.set(file, `${files.get(file) ?? ""}${renamed(code)}\n`);
  }
  for (const [file, code] of files) {
    await mkdir(dirname(join(repository, file)), { recursive: true });
    await writeFile(join(repository, file), code);
  }
  await writeFile(join(repository, "package.json"), '{ "type": "module" }\n');
  return [...files.keys()];
};
