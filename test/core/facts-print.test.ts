import assert from "node:assert/strict";
import { run } from "../../src/questions/print.ts";

/** What a command line prints, and the code it ends with. */
const printedBy = async (...args: readonly string[]) => {
  const lines: string[] = [];
  const errors: string[] = [];
  const say = { log: (line: string) => lines.push(line), error: (line: string) => errors.push(line) };
  return { code: await run(args, say), text: lines.join("\n"), errors: errors.join("\n") };
};

describe("the questions on a command line", () => {
  it("check the bank when nothing is said", async () => {
    const { code, text } = await printedBy();
    assert.equal(code, 0);
    assert.match(text, /^\d+ questions in \d+ categories/);
    assert.match(text, /; 0 faults$/);
  });

  it("print some of a source, with the right choice, the explanation and the licence", async () => {
    const { code, text } = await printedBy("--source", "facts", "--topic", "chemistry", "--count", "2");
    assert.equal(code, 0);
    assert.match(text, /^1\. .*\[Chemistry, (?:easy|medium|hard)\]$/m);
    assert.equal(text.match(/^ {3}\* ./gm)?.length, 2);
    assert.equal(text.match(/^ {5}./gm)?.length, 6);
    assert.match(text, /^ {3}facts-\w+-\w+: .*\(MIT\)$/m);
    assert.notEqual(text, (await printedBy("--topic", "chemistry", "--count", "2", "--seed", "7")).text);
    assert.match((await printedBy("--source", "bank", "--topic", "space", "--count", "1")).text, /\[Space, /);
    assert.match((await printedBy("--topic", "zyx")).text, /nothing about “zyx”/);
  });

  it("say what is wrong with the options", async () => {
    for (const [args, error] of [
      [["--sauce", "x"], /Unknown option '--sauce'/],
      [["--source", "model"], /--source is facts or bank/],
      [["--source", "constructor"], /--source is facts or bank/],
      [["--count", "many"], /--count is a number/],
      [["--count", "0"], /--count is a number/],
      [["--topic", "x".repeat(81)], /at most 80/],
      [["extra"], /Unexpected argument 'extra'/],
    ] as const) {
      const { code, text, errors } = await printedBy(...args);
      assert.equal(code, 1, args.join(" "));
      assert.match(errors, error);
      assert.equal(text, "");
    }
  });
});
