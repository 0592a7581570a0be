import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

const filesOf = async (pattern: string): Promise<readonly string[]> => {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root.pathname })) files.push(file);
  return files.toSorted();
};

const textOf = (file: string): Promise<string> => readFile(new URL(file, root), "utf8");

/** Ids are a place's own: those of a mode are quoted by the tests that are named for it. */
const checked = async (file: string): Promise<void> => {
  const [, place = ""] = /([a-z-]+)\/RULES\.md$/.exec(file) ?? [];
  const ids = [...(await textOf(file)).matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1]);
  assert(ids.length >= 5, `the rules of ${file} could not be read`);
  assert.equal(new Set(ids).size, ids.length, `an id is used twice in ${file}`);
  let titles = "";
  for (const test of await filesOf(`test/core/${place}*.test.ts`)) titles += await textOf(test);
  const missing = ids.filter((id) => !titles.includes(`it("[${id}]`));
  assert.deepEqual(missing, [], `rules of ${file} that no test quotes`);
};

describe("the numbered rules", () => {
  it("of the lobby and of every mode are each quoted by a test, once defined", async () => {
    const files = await filesOf("src/**/RULES.md");
    const modes = (await filesOf("src/games/*/index.ts")).map((file) => file.replace("index.ts", "RULES.md"));
    assert.deepEqual(
      modes.filter((file) => !files.includes(file)),
      [],
      "modes without rules",
    );
    for (const file of files) await checked(file);
  });
});
