import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startApp } from "../support/app.ts";

const root = new URL("../../", import.meta.url);

describe("the README", function () {
  this.timeout(120_000);

  it("shows a client in about 20 lines that really runs", async () => {
    const readme = await readFile(new URL("README.md", root), "utf8");
    const client = /```js\n(import \{ Client \}[\s\S]*?)```/.exec(readme)?.[1];
    assert(client !== undefined);
    assert(client.trim().split("\n").length <= 25);
    const app = await startApp({ pace: 0.1 });
    // Beside the project's own packages, so that the SDK is found as in a project of one's own.
    const file = fileURLToPath(new URL("node_modules/.readme-client.mjs", root));
    try {
      await writeFile(file, client);
      const { stdout } = await promisify(execFile)(process.execPath, [file, app.url], { timeout: 50_000 });
      assert.equal(stdout.match(/\?$/gm)?.length, 3, stdout);
      assert.equal(stdout.match(/place \d/g)?.length, 3, stdout);
      assert.match(stdout, /\d First Choice \d+/);
      assert.match(stdout, /\d GPT-Muse \d+/);
    } finally {
      await rm(file, { force: true });
      await app.close();
    }
  });

  it("names every variable that is read, with its default", async () => {
    const readme = await readFile(new URL("README.md", root), "utf8");
    const config = await readFile(new URL("src/config.ts", root), "utf8");
    const example = await readFile(new URL(".env.example", root), "utf8");
    const names = [...config.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1] as string);
    assert(names.length >= 8);
    for (const name of names) {
      assert(readme.includes(`\`${name}\``), `the README does not name ${name}`);
      assert(example.includes(`${name}=`), `.env.example does not name ${name}`);
    }
  });
});
