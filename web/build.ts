import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { drawIcons } from "./icons.ts";
import { addWorker } from "./keep.ts";

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

/** Builds the portal unless what is there is up to date; answers with the directory to serve. */
export const buildPortal = async (): Promise<string> => {
  if (await isFresh()) return dist;
  // What only a build needs is not there where a built portal is served.
  const [{ build }, { default: config }, { addEarly }] = await Promise.all([
    import("vite"),
    import("./vite.config.ts"),
    import("./early.ts"),
  ]);
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
  await moveIn(aside);
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

const moveIn = async (aside: string): Promise<void> => {
  await rm(dist, { recursive: true, force: true });
  try {
    await rename(aside, dist);
  } catch (error) {
    // Another process has just built the same.
    await rm(aside, { recursive: true, force: true });
    if (!(await isFresh())) throw error;
  }
};

const isFresh = async (): Promise<boolean> => {
  const made = await changedAt(join(dist, "index.html"));
  if (made === 0) return false;
  for await (const file of glob(ingredients, { cwd: repository })) {
    if ((await changedAt(join(repository, file))) > made) return false;
  }
  return true;
};

const changedAt = async (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

if (import.meta.main) {
  const was = await isFresh();
  const where = await buildPortal();
  console.log(was ? "portal: up to date" : `portal: built in ${where}`);
}
