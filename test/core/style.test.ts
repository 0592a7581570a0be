import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../web/src/", import.meta.url));

/** Says left or right in its name, where it is to say start or end. */
const sided =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)\b|^border-\w+-(?:left|right)-/;
/** Takes a side as its value. */
const placed = /^(?:text-align|float|clear|justify-\w+)$/;
/** The second and the fourth of four values are its sides. */
const shorthand = /^(?:margin|padding|inset|border-width|border-color|border-style|scroll-margin|scroll-padding)$/;

type Rule = { readonly selector: string; readonly property: string; readonly value: string };

const rulesIn = (css: string): readonly Rule[] =>
  [...css.replace(/\/\*.*?\*\//gs, "").matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector = "", body = ""]) =>
    body
      .split(";")
      .filter((line) => line.includes(":"))
      .map((line) => ({
        selector: selector.trim(),
        property: line.slice(0, line.indexOf(":")).trim(),
        value: line.slice(line.indexOf(":") + 1).trim(),
      })),
  );

/** The parts of a value; what is in brackets is one. */
const partsOf = (value: string): readonly string[] => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

const isOneSided = ({ property, value }: Rule): boolean => {
  if (sided.test(property)) return true;
  if (placed.test(property)) return /^(?:left|right)$/.test(value);
  const [, right, , left] = partsOf(value);
  return shorthand.test(property) && left !== undefined && left !== right;
};

describe("the style sheets", () => {
  it("go by where a line begins and ends, so that they fit what is written from the right, too", async () => {
    const found: string[] = [];
    for await (const file of glob("**/*.css", { cwd: source })) {
      const rules = rulesIn(await readFile(`${source}${file}`, "utf8"));
      assert.ok(rules.length > 0, file);
      // An origin has no logical words: it is turned around by a rule of its own.
      const turned = new Set(
        rules.filter(({ selector }) => selector.endsWith(":dir(rtl)")).map(({ selector }) => selector.slice(0, -9)),
      );
      const isFixed = ({ selector, property, value }: Rule): boolean =>
        property === "transform-origin" && /\bleft\b/.test(value) && !turned.has(selector);
      for (const rule of rules) if (isOneSided(rule) || isFixed(rule)) found.push(`${file}: ${JSON.stringify(rule)}`);
    }
    assert.deepEqual(found, []);
  });
});
