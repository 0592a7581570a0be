import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

describe("the numbered rules", () => {
  for (const file of ["src/games/quiz/RULES.md", "src/lobby/RULES.md"]) {
    it(`of ${file} are each quoted by a test, once defined`, async () => {
      const ids = [...(await readFile(new URL(file, root), "utf8")).matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(
        (match) => match[1],
      );
      assert(ids.length >= 10, "the rules could not be read");
      assert.equal(new Set(ids).size, ids.length, "an id is used twice");
      let titles = "";
      for await (const test of glob("test/core/*.test.ts", { cwd: root.pathname })) {
        titles += await readFile(new URL(test, root), "utf8");
      }
      const missing = ids.filter((id) => !titles.includes(`it("[${id}]`));
      assert.deepEqual(missing, [], "rules that no test quotes");
    });
  }
});
