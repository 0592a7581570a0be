import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { canonical, leafText, lotText, startText } from "../../src/core/fairness.ts";
import type { Question } from "../../src/core/game.ts";
import { seededRandom, shuffle } from "../../src/core/random.ts";
import { type Bound, boundBy, games, playedOut } from "../support/fairness.ts";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("docs/fairness.md", () => {
  let text: string;
  before(async () => {
    text = await readFile(new URL("../../docs/fairness.md", import.meta.url), "utf8");
  });

  it("has figures that are right", () => {
    const texts = [...text.matchAll(/```text\n(.*)\n```\n\nIts hash is `(\w+)`/gu)].map(([, json = "", hash]) => {
      assert.equal(hashOf(json), hash);
      assert.equal(canonical(JSON.parse(json)), json);
      return { value: JSON.parse(json) as never, json, hash: hash as string };
    });
    assert.equal(texts.length, 4);
    const [first, start, second, lot] = texts.map(({ value }) => value as Record<string, unknown>);
    const [one, begun, two, later] = texts.map(({ json, hash }) => ({ json, hash }));
    const leaf = (of: typeof first) => leafText(of?.["salt"] as string, of?.["question"] as Question);
    assert.equal(leaf(first), one?.json);
    assert.equal(startText(start as Parameters<typeof startText>[0], [one?.hash ?? ""]), begun?.json);
    assert.equal(leaf(second), two?.json);
    assert.equal(lotText(lot?.["game"] as string, begun?.hash ?? "", [two?.hash ?? ""]), later?.json);
    const { id, choices } = (first as { readonly question: Question }).question;
    const dealt = shuffle(choices, seededRandom(`${start?.["seed"] as string}/${id}`));
    assert(text.includes(`stood as ${dealt.join(", ")}.`));
  });

  it("has an example that checks games of every mode, with nothing of ours", async () => {
    const source = /```js\n(.*?)```/su.exec(text)?.[1] ?? "";
    const url = `data:text/javascript,${encodeURIComponent(source)}`;
    const { isKept } = (await import(url)) as { isKept: (evidence: Bound) => boolean };
    for (const mode of games.keys()) {
      const bound = boundBy(playedOut(mode, { first: 2 }).evidence);
      assert.equal(isKept(bound), true, mode);
      assert.equal(isKept({ ...bound, proof: { ...bound.proof, seed: "another" } }), false);
    }
  });
});
