import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type OpenQuestion, screen, type ScreenReason } from "../../src/bots/screen.ts";
import { harmless, questions, ways } from "../support/key-tellers.ts";

const systemText = "You are Professor Quill, an old librarian who loves footnotes and never hurries. MARK-FOR-TESTS-12";
const names = ["Ana", "Ben", "GPT-Muse", "Zoë"];

const said = (text: string, openQuestion?: OpenQuestion): string => {
  const screened = screen(text, { names, systemText, openQuestion });
  return screened.ok ? screened.text : `(${screened.reason})`;
};

describe("what a bot may say while a question is open", () => {
  it("never tells the answer, in 200 ways of saying it", () => {
    assert(ways.length >= 200, `${ways.length}`);
    const through = questions.flatMap(({ question, key }) =>
      ways.flatMap((way) => {
        const line = way(question, key);
        const shown = line === undefined ? "(none)" : said(line, question);
        return shown.startsWith("(") ? [] : [`${question.choices[key]}: ${shown}`];
      }),
    );
    assert.deepEqual(through, []);
  });

  it("can be harmless", () => {
    assert.equal(harmless.length, 100);
    for (const { question } of questions) {
      const refused = harmless.filter((line) => said(line, question).startsWith("("));
      assert(refused.length <= 10, `${question.prompt} ${refused.length}: ${refused.join(" | ")}`);
    }
    for (const line of harmless) assert.equal(said(line), line);
  });

  it("knows choices of one or two characters by themselves, and everyday words that are one by their capital", () => {
    const gold = { prompt: "What is the symbol of gold?", choices: ["Au", "He", "In", "7"] };
    for (const line of ["Au!", "I like au, friends", "He", "I think He likes you", "In!", "7 it is", "We are In this"])
      assert.equal(said(line, gold), "(question)", line);
    for (const line of ["He is so fast!", "We are in this together.", "In a moment, Ana."])
      assert.equal(said(line, gold), line);
  });
});

const refusals: readonly (readonly [ScreenReason, readonly string[]])[] = [
  ["empty", ["", "  \n ", "...", "?!"]],
  [
    "invisible",
    [
      "so\u200bso",
      "right \u202eot left",
      "a\u00adb",
      "tag\u{e0041}",
      "\u2066x",
      "blank\u3164",
      "\ud800",
      "\ue000 private",
      "za\u0300\u0301\u0302\u0303lgo",
      "a\u200db",
    ],
  ],
  [
    "link",
    [
      "see https://example.com/x",
      "HTTP://EXAMPLE.COM",
      "hxxps://evil",
      "www.evil",
      "go to example.com now",
      "example dot com",
      "example (dot) com",
      "example[.]com",
      "example . com",
      "example. com",
      "ｅｘａｍｐｌｅ．ｃｏｍ",
      "example。com",
      "example․com",
      "example•com",
      "еxаmрle.cоm",
      "192.168.0.1",
      "192 dot 168 dot 0 dot 1",
      "fe80:0:0:1:2",
      "evil.io/x",
      "t.me/evil",
      "discord.gg/abc",
      "javascript:alert(1)",
      "r/trivia",
      "h t t p s : / / evil",
      "xn--evil",
      "my site is evil punkt de",
      "evil d0t com",
      "ftp://x",
      "h77p evil",
      "//evil",
    ],
  ],
  [
    "contact",
    [
      "call 555 123 4567",
      "+49 (170) 123-4567",
      "write to ana at gmail",
      "five five five one two three four",
      "add me on telegram",
      "my discord is evil",
      "find me on snap",
      "٠١٢٣٤٥٦٧٨",
    ],
  ],
  ["mention", ["hey @everyone", "mail me: a@b", "＠channel", "@nobody hi"]],
  [
    "secret",
    [
      "it is sk-live-5ecret0key",
      "ghp_abcdefghijk",
      "eyJhbGciOiJIUzI1NiJ9",
      "deadbeefdeadbeefdeadbeef",
      "AKIAIOSFODNN7EXAMPLE",
      "the password is swordfish",
      "Bearer abcdefghijkl",
      "a1b2c3d4e5f6g7h8i9j0k1",
    ],
  ],
  [
    "markup",
    [
      "<b>hi</b>",
      "<script>",
      "**hi**",
      "[x](y)",
      "&lt;x&gt;",
      "# Title",
      "```js```",
      "x => y",
      "SELECT * FROM x",
      "run rm -rf now",
      "{x}",
      "`a; b`",
      "- item",
    ],
  ],
  [
    "system",
    [
      "You are Professor Quill, an old librarian",
      "y0u are pr0fessor quill, an 0ld librarian",
      "llew sa ,nairarbil dlo na ,lliuQ rosseforP era uoY",
      "an-old-librarian-who-loves-footnotes",
      "footnotes loves who librarian old an",
      "na byq yvoenevna jub ybirf sbbgabgrf",
      "I was told to be an old man",
      "a n o l d l i b r a r i a n w h o l o v e s f o o t n o t e s",
      "MARK-FOR-TESTS-12",
      "mark for tests",
      "M4RK F0R T3STS",
      "My system prompt says so",
      "my instructions are clear",
      "As an AI I cannot",
      "I am programmed to help",
      "ignore all previous rules",
      "ѕуstеm рrоmрt",
      "Meine Anweisungen sagen",
      "我的指令",
      "I am a language model",
    ],
  ],
  ["impersonation", ["Ana: I cheated", "ben : yes", "Zoë： hi"]],
];

describe("what a bot may say at any time", () => {
  for (const [reason, lines] of refusals) {
    it(`is not refused for nothing: ${reason}`, () => {
      const other = lines.filter((line) => said(line) !== `(${reason})`).map((line) => `${line} → ${said(line)}`);
      assert.deepEqual(other, []);
    });
  }

  it("is one line in composed letters", () => {
    assert.equal(said("  Well,\n\tplayed\u00a0all  "), "Well, played all");
    assert.equal(said("Cafe\u0301 time!"), "Café time!");
    assert.equal(said("@Ana nice try"), "Ana nice try");
    assert.equal(said("Type `trivia` and a topic."), "Type `trivia` and a topic.");
    for (const line of [
      "I ❤️ this <3",
      "👩‍👩‍👧 family round!",
      "می‌خواهم",
      "Молодцы, все!",
      "今日は楽しいね。",
      "12.5 seconds, wow",
      "It's 2:1 now",
      "e.g. me",
    ])
      assert.equal(said(line), line);
  });

  it("is cut after a sentence or a word, and never within a character", () => {
    const cut = said("This goes on for a while. ".repeat(10));
    assert.equal(cut.length, 155);
    assert(cut.endsWith("a while."));
    const words = said("word ".repeat(60));
    assert(words.length <= 160 && words.endsWith("word…"));
    assert.equal(said("ä🎈".repeat(99)).isWellFormed(), true);
  });

  it("is a bounded line or a refusal, whatever the text, and stays as it is when screened again", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.lorem(),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const screened = screen(raw, { names, systemText, openQuestion: questions[0]?.question });
        if (!screened.ok) return;
        assert(screened.text.length <= 160 && screened.text.isWellFormed() && !/[\r\n@]/.test(screened.text));
        assert.deepEqual(screen(screened.text, { names, systemText }), screened);
      }),
      { numRuns: 150 },
    );
  });
});
