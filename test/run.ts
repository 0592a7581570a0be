import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildPortal } from "../web/build.ts";
import { findChromium } from "./support/chromium.ts";
import { shareTemplate } from "./support/database.ts";
import { sharePostgres } from "./support/postgres.ts";
import { type Counts, runFile, runInTurn } from "./support/runner.ts";

/**
 * Runs every test, or those whose file name holds one of the given words, and ends with the line
 * `N passed, N failed`. What a test needs beside Node is looked for first. All tests together run in five processes,
 * as most of their time is spent waiting.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
// Each of the processes that the tests start would compile the same again.
process.env["NODE_COMPILE_CACHE"] ??= `${root}/node_modules/.cache/parlor-code`;

const filesWith = async (wanted: readonly string[]): Promise<readonly string[]> => {
  const files: string[] = [];
  for await (const file of glob("test/**/*.test.ts", { cwd: root })) files.push(file);
  return files.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word))).toSorted();
};

/** The longest first, so that none is left for the end; those that take a moment last. */
const longest = [/e2e\/(?:whole-game|cluster|crash|modes|playing|restart|nginx)/, /e2e/, /rooms/, /contract/];
const rankOf = (file: string): number => {
  const rank = longest.findIndex((some) => some.test(file));
  return rank === -1 ? longest.length : rank;
};

const run = async (): Promise<Counts> => {
  const files = await filesWith(words);
  if (files.some((file) => file.includes("e2e"))) {
    process.env["CHROMIUM"] = findChromium();
    await buildPortal();
  }
  if (words.length === 0) {
    await Promise.all([sharePostgres(), shareTemplate()]);
    return runInTurn(files.toSorted((a, b) => rankOf(a) - rankOf(b)));
  }
  let [passed, failed] = [0, 0];
  for (const file of files) {
    const counts = await runFile(file);
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
};

const { passed, failed } = await run();
if (passed + failed === 0) console.error("no test was found");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
