import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { messages } from "./messages-plugin.ts";
import { type OutsideMode, outsideModes } from "./modes-plugin.ts";

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** How the portal is built, with modes of folders outside the repository. */
export const configWith = (outside: readonly OutsideMode[]) =>
  defineConfig({
    root: pathOf("."),
    base: "/",
    plugins: [messages(outside), outsideModes(outside)],
    resolve: { alias: { "parlor/page": pathOf("src/modes/kit.ts"), "parlor/kit": pathOf("../src/kit.ts") } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: "dist",
      emptyOutDir: true,
      target: "es2022",
      // Inlined assets would be data: URLs, which the content security policy forbids.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });

export default configWith([]);
