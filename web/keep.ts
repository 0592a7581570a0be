import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const entries = ["index.html", "offline.html"];
/** Pages whose files are not kept on people's devices: the dashboard is for few, and never without the server. */
const passedOver = "src/admin/";
/** Texts of other languages than the one that is built in are kept when somebody has read them, not before. */
const isAside = (file: string): boolean => /^assets\/text-(?!en-)|^assets\/text-en-admin/.test(file);
/** Shown on the page that says that there is no connection. */
const others = ["/favicon.svg"];

type Part = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

type Parts = Readonly<Record<string, Part>>;

const assetsIn = (page: string): readonly string[] =>
  [...page.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? "");

/** The files that a visitor may come to need: what the pages name, and from there what the bundler says of its parts. */
const filesOf = (parts: Parts, pages: readonly string[]): readonly string[] => {
  const named = new Map(Object.entries(parts).map(([name, { file }]) => [file, name]));
  const files = new Set<string>();
  const add = (file: string): void => {
    const name = named.get(file);
    const part = name === undefined ? undefined : parts[name];
    if (files.has(file) || name?.startsWith(passedOver) === true) return;
    files.add(file);
    for (const other of [...(part?.css ?? []), ...(part?.assets ?? [])]) files.add(other);
    for (const next of [...(part?.imports ?? []), ...(part?.dynamicImports ?? [])]) add(parts[next]?.file ?? next);
  };
  for (const file of pages.flatMap(assetsIn)) add(file);
  return [...files]
    .filter((file) => !isAside(file))
    .map((file) => `/${file}`)
    .toSorted();
};

/** Adds the service worker to a build, with the list of what it is to keep. */
export const addWorker = async (directory: string): Promise<void> => {
  const read = (...path: string[]) => readFile(join(directory, ...path), "utf8");
  const pages = await Promise.all(entries.map((page) => read(page)));
  const files = [...filesOf(JSON.parse(await read(".vite", "manifest.json")) as Parts, pages), ...others];
  await rm(join(directory, ".vite"), { recursive: true });
  const hash = createHash("sha256").update(JSON.stringify([files, pages]));
  const { build } = await import("vite");
  await build({
    configFile: false,
    logLevel: "error",
    define: { BUILD: JSON.stringify(hash.digest("hex").slice(0, 12)), FILES: JSON.stringify(files) },
    build: {
      outDir: directory,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2022",
      reportCompressedSize: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("src/worker/worker.ts", import.meta.url)),
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
};
