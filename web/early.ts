import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { textFile } from "./messages-plugin.ts";
import { languages } from "./src/text/languages.ts";

const page = "index.html";

/** Adds the small script to a build that has more fetched while the main script is on its way. */
export const addEarly = async (directory: string): Promise<void> => {
  const assets = await readdir(join(directory, "assets"));
  const texts = Object.keys(languages).flatMap((language) => {
    const file = assets.find((name) => name.startsWith(`${textFile(language, "main")}-`) && name.endsWith(".js"));
    return file === undefined ? [] : [[language, `/assets/${file}`] as const];
  });
  const home = `/assets/${assets.find((name) => /^home-page-.*\.js$/.test(name)) ?? ""}`;
  const { build } = await import("vite");
  await build({
    configFile: false,
    logLevel: "error",
    define: { TEXTS: JSON.stringify(Object.fromEntries(texts)), HOME: JSON.stringify(home) },
    build: {
      outDir: directory,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2022",
      reportCompressedSize: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("src/text/early.ts", import.meta.url)),
        output: { format: "iife", entryFileNames: "early.js" },
      },
    },
  });
  const made = join(directory, "early.js");
  const hash = createHash("sha256")
    .update(await readFile(made))
    .digest("hex")
    .slice(0, 8);
  await rename(made, join(directory, "assets", `early-${hash}.js`));
  const html = await readFile(join(directory, page), "utf8");
  // Before the main script in the page, and not in its way.
  const script = `<script async src="/assets/early-${hash}.js"></script>`;
  await writeFile(join(directory, page), html.replace('<script type="module"', `${script}\n    $&`));
};
