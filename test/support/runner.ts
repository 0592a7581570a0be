import { type ChildProcess, fork } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import Mocha from "mocha";

export type Counts = { readonly passed: number; readonly failed: number };

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = fileURLToPath(new URL("runner-process.ts", import.meta.url));

/** Runs the tests of one file, such as `test/core/quiz.test.ts`, in this process. */
export const runFile = async (file: string): Promise<Counts> => {
  const mocha = new Mocha({ timeout: 120_000, slow: 1000, reporter: "spec", color: process.stdout.isTTY });
  mocha.addFile(`${root}/${file}`);
  await mocha.loadFilesAsync();
  let passed = 0;
  return new Promise((resolve) => {
    mocha.run((failed) => resolve({ passed, failed })).on("pass", () => passed++);
  });
};

/** What a process says on its output once a file is done; nothing else that it prints looks like this. */
export const closingOf = ({ passed, failed }: Counts): string =>
  `file done: ${passed} passed, ${failed} failed, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`;
const closing = /^file done: (\d+) passed, (\d+) failed, (\d+) MiB$/;
/** A process that holds more gives way to a new one: modules, and what they keep, stay as long as it lives. */
const mostMiB = 1200;

/** A process that runs the tests of one file after the other; what it prints of a file is shown once that is done. */
class Runner {
  readonly #child: ChildProcess = fork(program, { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  readonly #lines: Interface = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream });
  readonly #shown: string[] = [];
  isFresh = true;

  constructor() {
    this.#child.once("close", () => (this.isFresh = false));
    this.#lines.on("line", (line) => this.#shown.push(line));
    createInterface({ input: this.#child.stderr as NodeJS.ReadableStream }).on("line", (line) =>
      this.#shown.push(line),
    );
  }

  async run(file: string): Promise<Counts> {
    const counts = await new Promise<Counts>((resolve) => {
      const look = (line: string): void => {
        const [, passed, failed, size] = closing.exec(line) ?? [];
        if (passed === undefined) return;
        this.isFresh = Number(size) < mostMiB;
        end({ passed: Number(passed), failed: Number(failed) });
      };
      const fall = (code: number | null): void => {
        this.#shown.push(`the tests of ${file} ended with ${code ?? "a signal"}`);
        end({ passed: 0, failed: 1 });
      };
      const end = (found: Counts): void => {
        this.#lines.off("line", look);
        this.#child.off("close", fall);
        resolve(found);
      };
      this.#lines.on("line", look);
      this.#child.once("close", fall);
      this.#child.send(file);
    });
    console.log(
      this.#shown
        .splice(0)
        .filter((line) => !closing.test(line))
        .join("\n"),
    );
    return counts;
  }

  async end(): Promise<void> {
    if (!this.#child.connected) return;
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.disconnect();
    await gone;
  }
}

/**
 * Runs files in five processes, each of which takes the next file when it is done with one: three from the front, where
 * the long ones are, and two from the back, so that browsers and servers do not all run at once. What failed is run
 * once more when nothing else runs, and named: it may have lacked time, which is no fault of what it tests.
 */
export const runInTurn = async (files: readonly string[]): Promise<Counts> => {
  const left = [...files];
  const found = new Map<string, Counts>();
  const takeAll = async (take: () => string | undefined): Promise<void> => {
    let runner = new Runner();
    for (let file = take(); file !== undefined; file = take()) {
      if (!runner.isFresh) {
        await runner.end();
        runner = new Runner();
      }
      found.set(file, await runner.run(file));
    }
    await runner.end();
  };
  const front = () => left.shift();
  const back = () => left.pop();
  await Promise.all([front, front, front, back, back].map(takeAll));
  const failed = () => [...found].filter(([, counts]) => counts.failed > 0);
  const again = failed().map(([file]) => file);
  for (const file of again) console.log(`failed beside others, and is run again alone: ${file}`);
  if (again.length > 0) await takeAll(() => again.shift());
  for (const [file, counts] of failed()) console.log(`${counts.failed} failed in ${file}`);
  const sum = (of: keyof Counts) => [...found.values()].reduce((total, one) => total + one[of], 0);
  return { passed: sum("passed"), failed: sum("failed") };
};
