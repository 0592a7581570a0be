import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { readConfig } from "../src/config.ts";
import { drawIcons } from "./icons.ts";
import { addWorker } from "./keep.ts";
import { type OutsideMode, outsideFiles, outsideMode } from "./modes-plugin.ts";

const web = dirname(fileURLToPath(import.meta.url));
const repository = dirname(web);
const dist = join(web, "dist");

/** What the portal is made from, from the repository's root. */
const ingredients = [
  "web/src/**/*",
  "web/messages/**/*",
  "web/public/**/*",
  "web/*.html",
  "web/*.ts",
  "src/protocol/*.ts",
  "package-lock.json",
];

/** What the portal that is there was built with beside the repository. Not in it, as everything there is served. */
const recipe = join(repository, "node_modules", ".cache", "parlor-web-modes");

type Place = { readonly modes: readonly OutsideMode[]; readonly into: string };

/**
 * Builds the portal, with modes of these folders, unless what is there is up to date; answers with the directory to
 * serve.
 */
export const buildPortal = async (folders: readonly string[] = [], into = dist): Promise<string> => {
  const place: Place = { modes: folders.map(outsideMode), into };
  if (await isBuilt(place)) return into;
  // What only a build needs is not there where a built portal is served.
  const [{ build }, { configWith }, { addEarly }] = await Promise.all([
    import("vite"),
    import("./vite.config.ts"),
    import("./early.ts"),
  ]);
  const config = configWith(place.modes);
  // Made aside and moved in place, so that nobody is ever served half of it.
  const aside = join(repository, "node_modules", ".cache", `parlor-web-${process.pid}`);
  await mkdir(dirname(aside), { recursive: true });
  await build({
    ...config,
    configFile: false,
    logLevel: "error",
    build: {
      ...config.build,
      outDir: aside,
      emptyOutDir: true,
      manifest: true,
      rolldownOptions: {
        input: [join(web, "index.html"), join(web, "offline.html")],
        output: {
          // What the first page needs in one piece: taken apart by who else uses it, it would be a dozen requests.
          codeSplitting: { groups: [{ name: "main", test: /[\\/]web[\\/]src[\\/]main\.tsx$/ }] },
        },
      },
    },
  });
  await addEarly(aside);
  await addWorker(aside);
  for (const [name, icon] of Object.entries(drawIcons())) await writeFile(join(aside, name), icon);
  await compressIn(join(aside, "assets"));
  await moveIn(aside, place);
  return into;
};

/**
 * The same in a process of its own. What builds it is large, and stays in the memory of a process that has loaded it,
 * which a server would have for all its life. The folders are those of its environment.
 */
export const buildApart = async (folders: readonly string[]): Promise<string> => {
  if (await isBuilt({ modes: folders.map(outsideMode), into: dist })) return dist;
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("the portal could not be built");
  return dist;
};

/** Puts a `.br` and a `.gz` beside each script and style sheet, for servers that can send them. */
const compressIn = async (directory: string): Promise<void> => {
  for (const file of await readdir(directory)) {
    const path = join(directory, file);
    const content = await readFile(path);
    await writeFile(`${path}.br`, brotliCompressSync(content));
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
};

const moveIn = async (aside: string, place: Place): Promise<void> => {
  await rm(place.into, { recursive: true, force: true });
  try {
    await rename(aside, place.into);
    if (place.into === dist) await writeFile(recipe, foldersOf(place));
  } catch (error) {
    // Another process has just built the same.
    await rm(aside, { recursive: true, force: true });
    if (!(await isFresh(place))) throw error;
  }
};

const foldersOf = ({ modes }: Place): string => modes.map(({ folder }) => folder).join("\n");

/** Whether there is nothing to be built: the image for containers has what was built, and not what it was built from. */
const isBuilt = async (place: Place): Promise<boolean> =>
  !existsSync(join(web, "src/main.tsx")) || (await isFresh(place));

const isFresh = async (place: Place): Promise<boolean> => {
  const made = await changedAt(join(place.into, "index.html"));
  if (made === 0) return false;
  const was = await readFile(recipe, "utf8").catch(() => "");
  if (place.into === dist && was !== foldersOf(place)) return false;
  for await (const file of glob([...ingredients, ...outsideFiles(place.modes)], { cwd: repository })) {
    if ((await changedAt(resolve(repository, file))) > made) return false;
  }
  return true;
};

const changedAt = async (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

if (import.meta.main) {
  if (existsSync(".env")) process.loadEnvFile();
  const { MODES } = readConfig(process.env);
  const was = await isFresh({ modes: MODES.map(outsideMode), into: dist });
  const where = await buildPortal(MODES);
  console.log(was ? "portal: up to date" : `portal: built in ${where}`);
}
