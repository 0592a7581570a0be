import assert from "node:assert/strict";
import { access, readdir, readFile } from "node:fs/promises";

const docs = new URL("../../docs/", import.meta.url);
/** A link to a file at the end of a line, and the block below it. */
const quoted = /\]\((\.\.\/[^)\s]+)\)[^\n\]]*:\n\n```\w+\n(.*?)\n```/gs;
const fence = /^```\w+$/gm;
/** What is only in a repository of one's own: `test/rooms/mode-outside.test.ts` makes a mode of it. */
const own = /^[^\n]*`[\w./-]+`:\n\n```\w+$/gm;

/** Without spaces and last commas: the formatter lays a piece of a file out anew. */
const flush = (text: string): string => text.replace(/\s+/g, "").replace(/,(?=[)\]}]|$)/g, "");

const textOf = (path: string): Promise<string> => readFile(new URL(path, docs), "utf8");

describe("docs/write-a-mode.md", () => {
  let page: string;
  before(async () => {
    page = await textOf("write-a-mode.md");
  });

  it("quotes nothing that is not in the file it names", async () => {
    const blocks = [...page.matchAll(quoted)];
    assert(blocks.length > 10);
    const ownBlocks = page.match(own) ?? [];
    assert.equal(ownBlocks.length, 3);
    assert.equal(blocks.length + ownBlocks.length, page.match(fence)?.length, "a block without its file");
    for (const [, path = "", code = ""] of blocks)
      assert(flush(await textOf(path)).includes(flush(code)), `${path} has no such lines:\n${code}`);
  });

  it("shows every file of the mode, and links to nothing that is not there", async () => {
    const mode = "../src/games/higher-or-lower/";
    for (const file of await readdir(new URL(mode, docs))) assert(page.includes(`](${mode}${file})`), file);
    for (const [, path = ""] of page.matchAll(/\]\(([^)#]+)\)/g)) await access(new URL(path, docs));
  });
});
