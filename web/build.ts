import { access, glob, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const repository = dirname(web);
const dist = join(web, "dist");

/** What the portal is made from, from the repository's root. */
const ingredients = [
  "web/src/**/*",
  "web/public/**/*",
  "web/index.html",
  "web/vite.config.ts",
  "src/protocol/*.ts",
  "package-lock.json",
];

/** Builds the portal unless what is there is up to date; answers with the directory to serve. */
export const buildPortal = async (): Promise<string> => {
  if (await isFresh()) return dist;
  const { build, loadConfigFromFile } = await import("vite");
  const loaded = await loadConfigFromFile({ command: "build", mode: "production" }, join(web, "vite.config.ts"));
  // Made aside and moved in place, so that nobody is ever served half of it.
  const aside = join(repository, "node_modules", ".cache", `parlor-web-${process.pid}`);
  await mkdir(dirname(aside), { recursive: true });
  const config = loaded?.config ?? {};
  await build({
    ...config,
    root: web,
    configFile: false,
    logLevel: "error",
    build: { ...config.build, outDir: aside, emptyOutDir: true },
  });
  await rm(dist, { recursive: true, force: true });
  await rename(aside, dist);
  return dist;
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
  await access(join(where, "index.html"));
  console.log(was ? "portal: up to date" : `portal: built in ${where}`);
}
