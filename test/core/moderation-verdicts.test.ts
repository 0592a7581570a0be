import assert from "node:assert/strict";
import { choiceKey, judge, languagesKnown, masked } from "../../src/moderation/judge.ts";
import { levels, type Judging, type Purpose } from "../../src/moderation/verdict.ts";

const chat: Judging = { level: "standard", purpose: "chat" };
const samples = { 0: "damn it", 1: "fuck it", 2: "you whore", 3: "I will kill you" } as const;

describe("levels and purposes", () => {
  const table = {
    off: ["allow", "allow", "allow", "allow"],
    mild: ["allow", "allow", "mask", "block"],
    standard: ["allow", "mask", "block", "block"],
    strict: ["mask", "block", "block", "block"],
  };
  for (const level of levels)
    it(`${level} does with each tier what the table says`, () =>
      assert.deepEqual(
        Object.values(samples).map((text) => judge(text, { level, purpose: "chat" }).action),
        table[level],
      ));

  it("says of each sample its tier", () =>
    assert.deepEqual(
      Object.values(samples).map((text) => judge(text, chat).tier),
      [0, 1, 2, 3],
    ));

  const doors: readonly Purpose[] = ["name", "title", "topic", "prompt", "pack"];
  for (const purpose of doors)
    it(`stops for a ${purpose} what chat would show masked`, () =>
      assert.equal(judge(samples[1], { level: "standard", purpose }).action, "block"));

  it("judges prompts as standard where the level is lower", () => {
    for (const level of ["off", "mild"] as const)
      assert.equal(judge(samples[1], { level, purpose: "prompt" }).action, "block");
  });

  it("stops bots at mild words, at every level and whatever the choices are", () => {
    const lines = [
      "damn it",
      "you idiot",
      "he killed her",
      "a bomb",
      "cocaine is fun",
      "sexy",
      "shut up",
      "Adolf Hitler",
      "merda",
    ];
    for (const level of levels)
      for (const line of lines)
        assert.equal(judge(line, { level, purpose: "bot", isChoice: () => true }).action, "block", `${level}: ${line}`);
  });

  it("lets bots say what quizzes are made of", () => {
    for (const line of [
      "Nice one, that was Paris.",
      "Scunthorpe is in England!",
      "I'd say it is the grasshopper, or a cocktail.",
    ])
      assert.equal(judge(line, { level: "off", purpose: "bot" }).action, "allow", line);
  });
});

describe("names and topics", () => {
  const allowed = (purpose: Purpose, text: string) => judge(text, { level: "standard", purpose }).action === "allow";

  it("lets people be called what they are called", () => {
    const names = [
      "Dick",
      "Fanny",
      "Cox",
      "Hancock",
      "Dikshit",
      "Nguyen",
      "Schitt",
      "Phuc",
      "Chris Hitchens",
      "Gaylord",
      "Kike",
      "Siriporn",
      "Weiner",
      "Kuntz",
    ];
    assert.deepEqual(
      names.filter((name) => !allowed("name", name)),
      [],
    );
  });

  it("reads a name as one word, and by its parts", () => {
    const names = [
      "FuckFace99",
      "xX_n1gg3r_Xx",
      "Mike_Hunt",
      "Hugh Janus",
      "PenisMan",
      "dickface",
      "ad0lf h1tler",
      "Kill_Yourself",
      "f.u.c.k",
    ];
    assert.deepEqual(
      names.filter((name) => allowed("name", name)),
      [],
    );
  });

  it("takes history, medicine and biology for topics, titles and packs", () => {
    const topics = [
      "World War II",
      "Nazi Germany",
      "The Holocaust",
      "Breast cancer",
      "Reproduction",
      "Drugs in medicine",
      "Moby Dick",
      "Scunthorpe",
      "Sussex",
      "The atomic bomb",
      "Slavery in the United States",
    ];
    for (const purpose of ["topic", "title", "pack", "chat"] as const)
      assert.deepEqual(
        topics.filter((topic) => !allowed(purpose, topic)),
        [],
        purpose,
      );
  });
});

describe("choices and exceptions", () => {
  const choices = new Set(["The Bitch Is Back", "Cocksucker Blues", "Kike"].map(choiceKey));
  const isChoice = (key: string): boolean => choices.has(key);

  it("does not count tiers 1 and 2 in what equals a choice", () => {
    for (const text of [
      "the bitch is back",
      "Is it The Bitch is Back?",
      "b) the bitch is back",
      "The answer is: cocksucker blues!",
    ])
      assert.equal(judge(text, { ...chat, isChoice }).action, "allow", text);
  });

  it("counts them in what only has a choice in it, and counts tier 3 all the same", () => {
    assert.equal(judge("the bitch is back, you whore", { ...chat, isChoice }).action, "block");
    assert.equal(judge("you kike", { ...chat, isChoice: () => true }).action, "block");
  });

  it("lets through what moderators have said is fit", () => {
    const isExcepted = (key: string): boolean => key === choiceKey("what a bunch of wankers");
    assert.equal(judge("What a bunch of wankers!", { ...chat, isExcepted }).action, "allow");
    assert.equal(judge("wankers", { ...chat, isExcepted }).action, "block");
  });

  it("never makes nothing of an answer", () => {
    for (const answer of ["B", "A", "It", "The Who", "1", "is it"]) assert.notEqual(choiceKey(answer), "", answer);
  });
});

describe("lists of other languages", () => {
  const said = { de: "du Arschloch", es: "eres un cabrón", fr: "espèce de connard", pt: "filho da puta" };
  for (const [language, text] of Object.entries(said))
    it(`masks ${language} only where it is asked for`, () => {
      assert.equal(judge(text, chat).rule.startsWith("list:"), false);
      const verdict = judge(text, { ...chat, languages: [language] });
      assert.equal(verdict.action, "mask");
      assert.equal(verdict.tier, 1);
      assert.match(masked(text, verdict), /\*{3,}/);
    });

  it("finds words where there are no spaces, and ignores languages that it does not know", () => {
    assert.equal(judge("这个傻逼", { ...chat, languages: ["zh"] }).action, "mask");
    assert.equal(judge("du Arschloch", { ...chat, languages: ["xx", "../de"] }).rule, "");
    assert.ok(languagesKnown.includes("de") && !languagesKnown.includes("en"));
  });
});
