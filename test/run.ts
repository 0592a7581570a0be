import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Mocha from "mocha";
import { buildPortal } from "../web/build.ts";
import { findChromium } from "./support/chromium.ts";

/**
 * Runs every test, or those whose file name holds one of the given words, and ends with the line
 * `N passed, N failed`. What a test needs beside Node is looked for first.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);

const wanted = async (): Promise<readonly string[]> => {
  const files: string[] = [];
  for await (const file of glob("test/**/*.test.ts", { cwd: root })) files.push(file);
  return files.filter((file) => words.length === 0 || words.some((word) => file.includes(word))).toSorted();
};

const files = await wanted();
if (files.some((file) => file.includes("e2e"))) {
  process.env["CHROMIUM"] = findChromium();
  await buildPortal();
}
const mocha = new Mocha({ timeout: 10_000, slow: 1000, reporter: "spec", color: process.stdout.isTTY });
for (const file of files) mocha.addFile(`${root}/${file}`);
await mocha.loadFilesAsync();
let passed = 0;
const runner = mocha.run((failed) => {
  if (passed + failed === 0) console.error("no test was found");
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
});
runner.on("pass", () => passed++);
