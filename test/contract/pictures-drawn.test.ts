import assert from "node:assert/strict";
import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { picturePath, renderPicture } from "../../src/pictures/generated.ts";

const hashOf = (path: string): string => /^\/pictures\/([\da-f]{12})\.svg$/.exec(path)?.[1] ?? assert.fail(path);
const pictureOf = (topic: string): string => renderPicture(hashOf(picturePath(topic))) ?? assert.fail(topic);

/** Every element of a picture; throws when it is not well-formed. */
const elementsOf = (svg: string) => {
  const elements: { readonly name: string; readonly attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on("text", (text) => assert.fail(`there is text in it: ${text}`));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return elements;
};

const allowed = new Set("svg g path rect circle ellipse linearGradient radialGradient stop".split(" "));

describe("a picture that is drawn here", () => {
  it("is well-formed, 16 to 9, small, of shapes alone, whatever the topic", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (topic) => {
        const svg = pictureOf(topic);
        assert.ok(svg.length < 10_000, `${svg.length}`);
        const elements = elementsOf(svg);
        assert.equal(elements[0]?.attributes["viewBox"], "0 0 1600 900");
        const ids = new Set(elements.map(({ attributes }) => attributes["id"]));
        for (const { name, attributes } of elements) {
          assert.ok(allowed.has(name), name);
          for (const [key, value] of Object.entries(attributes)) {
            assert.ok(!/^on|href|style/i.test(key), key);
            assert.ok(!/NaN|undefined|Infinity/.test(value), `${key}="${value}"`);
            const [, id] = /url\(#(\w+)\)/.exec(value) ?? [];
            assert.ok(id === undefined || ids.has(id), `#${id} is not there`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is the same for the same topic, and another for another", () => {
    assert.equal(pictureOf("Émile Zola!"), pictureOf("emile zola"));
    assert.equal(picturePath("Émile Zola!"), picturePath("emile zola"));
    const topics = Array.from({ length: 200 }, (_, nth) => `topic ${nth}`);
    assert.equal(new Set(topics.map(pictureOf)).size, 200);
  });

  it("is there for what is a hash, and for nothing else", () => {
    for (const wrong of [
      "",
      "abc",
      "0123456789ab.svg",
      "0123456789AB",
      "../../secret",
      "0123456789ab\n",
      "x".repeat(12),
    ]) {
      assert.equal(renderPicture(wrong), undefined, wrong);
    }
    assert.ok(renderPicture("0123456789ab"));
  });
});
