import assert from "node:assert/strict";
import fc from "fast-check";
import { tidy } from "../../src/questions/formats/tidy.ts";
import { read } from "../support/formats.ts";

const csv = (prompt: string): string => `question,a,b,answer\n"${prompt}",x,y,x\n`;
const promptOf = async (file: string | Uint8Array): Promise<string> =>
  ((await read(file))[1] ?? "").split(" | ")[0] ?? "";

describe("the text of question files", () => {
  const cases: readonly (readonly [name: string, written: string, meant: string])[] = [
    ["entities once", "&quot;R&amp;amp;B&quot; &eacute;&#x263A; &copy 1999", '"R&amp;B" é☺ &copy 1999'],
    [
      "nothing invisible",
      "so&shy;ft \u202Eevil\u202C \u200Bz\u2060\uFEFF\uE0001x&lrm;\0\x07\x1B",
      "soft evil z\uE0001x",
    ],
    ["joiners where scripts use them", "می‌خواهم क्‍ष a‍b 1‌2 ‌ا", "می‌خواهم क्‍ष ab 12 ا"],
    ["one normal form", "Cafe\u0301 A\u030A", "Café Å"],
    ["outer spaces off", " \u00A0 a  b\t\u3000", "a  b"],
    ["line ends of all kinds", "a \r\n b\u2028c\u0085d", "a\nb\nc\nd"],
  ];
  for (const [name, written, meant] of cases) {
    it(`has ${name}`, async () => {
      assert.equal(await promptOf(csv(written)), meant);
    });
  }

  it("is UTF-16 with a byte order mark, in either order", async () => {
    const little = Buffer.from(`\uFEFF${csv("Žluť 🦆?")}`, "utf16le");
    assert.equal(await promptOf(little), "Žluť 🦆?");
    assert.equal(await promptOf(Buffer.from(little).swap16()), "Žluť 🦆?");
  });

  it("is UTF-8, and Windows-1252 in the lines where it can't be", async () => {
    const block = (prompt: Buffer | string) =>
      Buffer.concat([Buffer.from("#Q "), Buffer.from(prompt), Buffer.from("\n^ a\nA a\nB b\r\n")]);
    const file = Buffer.concat([
      block("Größe “1”"),
      block(Buffer.from([0x93, 0x47, 0x72, 0xf6, 0xdf, 0x65, 0x94, 0x20, 0x80])),
      block("naïve"),
    ]);
    assert.deepEqual(await read(file), ["opentriviaqa", "Größe “1” | *a | b", "“Größe” € | *a | b", "naïve | *a | b"]);
  });

  it("has lines that end as they did on old Macs", async () => {
    assert.equal(await promptOf(csv("Q?").replaceAll("\n", "\r")), "Q?");
  });

  it("is tidied once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        assert.equal(tidy(tidy(text)), tidy(text));
      }),
    );
  });
});
