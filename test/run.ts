import { spawn } from "node:child_process";
import { glob } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Mocha from "mocha";
import { buildPortal } from "../web/build.ts";
import { findChromium } from "./support/chromium.ts";

/**
 * Runs every test, or those whose file name holds one of the given words, and ends with the line
 * `N passed, N failed`. What a test needs beside Node is looked for first. All tests together run in five
 * processes, as most of their time is spent waiting: those that kill servers and what servers stand on, those with
 * several servers, those with a browser, those of the ports, and all others.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
// Each of the processes that the tests start would compile the same again.
process.env["NODE_COMPILE_CACHE"] ??= `${root}/node_modules/.cache/parlor-code`;
const hardships = /^test\/e2e\/(?:crash|outage|takeover|told)/;
const processes = /^test\/e2e\/(?:admin-processes|banned|cluster|loadtest|nginx|readme|versions)/;
const lanes: readonly ((file: string) => boolean)[] = [
  (file) => hardships.test(file),
  (file) => processes.test(file),
  (file) => file.startsWith("test/e2e/") && !hardships.test(file) && !processes.test(file),
  (file) => file.startsWith("test/contract/"),
  (file) => !file.startsWith("test/e2e/") && !file.startsWith("test/contract/"),
];

type Counts = { readonly passed: number; readonly failed: number };

const filesWith = async (wanted: readonly string[]): Promise<readonly string[]> => {
  const files: string[] = [];
  for await (const file of glob("test/**/*.test.ts", { cwd: root })) files.push(file);
  return files.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word))).toSorted();
};

const runHere = async (files: readonly string[]): Promise<Counts> => {
  const mocha = new Mocha({ timeout: 60_000, slow: 1000, reporter: "spec", color: process.stdout.isTTY });
  for (const file of files) mocha.addFile(`${root}/${file}`);
  await mocha.loadFilesAsync();
  let passed = 0;
  return new Promise((resolve) => {
    mocha.run((failed) => resolve({ passed, failed })).on("pass", () => passed++);
  });
};

const closing = /^(\d+) passed, (\d+) failed$/;

/** Another process with some of the files; its lines are shown as they come, but for the closing one. */
const runLane = (lane: readonly string[]): Promise<Counts> => {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...lane], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let counts: Counts = { passed: 0, failed: 0 };
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const [, passed, failed] = closing.exec(line) ?? [];
    if (passed === undefined) console.log(line);
    else counts = { passed: Number(passed), failed: Number(failed) };
  });
  return new Promise((resolve) => {
    child.once("close", (code) => {
      const fell = code !== 0 && counts.failed === 0;
      if (fell) console.error(`the tests from ${lane[0] ?? "none"} on ended with ${code ?? "a signal"}`);
      resolve(fell ? { ...counts, failed: 1 } : counts);
    });
  });
};

const run = async (): Promise<Counts> => {
  const files = await filesWith(words);
  if (files.some((file) => file.includes("e2e"))) {
    process.env["CHROMIUM"] = findChromium();
    await buildPortal();
  }
  if (words.length > 0) return runHere(files);
  const counts = await Promise.all(lanes.map((isOf) => runLane(files.filter(isOf))));
  const sum = (of: keyof Counts) => counts.reduce((total, one) => total + one[of], 0);
  return { passed: sum("passed"), failed: sum("failed") };
};

const { passed, failed } = await run();
if (passed + failed === 0) console.error("no test was found");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
