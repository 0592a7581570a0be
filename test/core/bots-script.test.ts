import assert from "node:assert/strict";
import fc from "fast-check";
import { personaFor, personas } from "../../src/bots/personas.ts";
import * as common from "../../src/bots/script/common.ts";
import * as company from "../../src/bots/script/company.ts";
import { filled, isDecent } from "../../src/bots/script/pick.ts";
import { asksForStory, endsStory, offerLine, offerPhrase, scripted } from "../../src/bots/script/scripted.ts";
import type { Heard, Scene } from "../../src/bots/talk.ts";
import { seededRandom } from "../../src/core/random.ts";
import { heard, saidBy, sceneFor } from "../support/bot-scene.ts";

const muse = personaFor("muse", 0);

type Setting = Parameters<typeof sceneFor>[2];

const answerTo = (text: string, setting: Setting = {}, persona = muse, seed = text): string => {
  const scene = sceneFor(persona, { type: "mention", line: heard(text) }, setting);
  return scripted(persona, scene, seededRandom(seed)) ?? "";
};

const open: Setting = { game: { phase: "question" } };

const remarks =
  `hi|how are you?|I love old films|my cat is called Pixel|who is winning?|what's my score?|lol|ok|no|tell me a joke
  |you suck|good bot|what's the topic?|I am so bad at this|let's play|do you like jazz?|what is your favourite food?|thanks
  |why is the sky blue?|interesting|hola amigo|Привет|are you human?|story time|help|I won!|good night|you're too slow`
    .split("|")
    .map((text) => text.trim());

describe("a scripted conversation", () => {
  it("is honest about what it talks with, whoever asks and however", () => {
    const ways =
      `are you human?|Are you a real person|r u a bot|you're a bot, right?|who are you?|what are you|am I talking to a human?
      |is this a robot|are you chatgpt|u real?|Human or bot?|tell me honestly, are you a person|you must be human
      |wait, you are a real girl|do you have feelings?|what's your name|are you just an AI|prove that you are human
      |GPT-Muse are you alive|I think you are human`
        .split("|")
        .map((text) => text.trim());
    for (const persona of personas) {
      for (const way of ways) {
        for (const setting of [{}, open]) {
          assert.match(answerTo(way, setting, persona), /\b(?:AI|bot)\b/i, `${persona.id}: ${way}`);
        }
      }
    }
  });

  it("tells nothing about an open question", () => {
    const ways =
      `what is the answer?|is it B?|is it Paris|give me a hint|A or C?|I think it's Mars|which one did you pick?|it's 42, right?
      |what would you choose|tell me what you clicked|Paris!|second one?|do you know this one?|can you help me with the answer
      |surely not the last one|what is the capital of France?|I love Paris|hi, is it Lyon?|thanks! so it is Rome?|you're great, it's D
      |yes|what about the Seine|tell me a joke about Paris|my score would be better with B|ok Paris or Rome`
        .split("|")
        .map((text) => text.trim());
    for (const persona of personas) {
      for (const way of ways) {
        const line = answerTo(way, { ...open, topic: "Paris" }, persona);
        const said = persona.lines.deflect.includes(line) || /\d/.test(line) || persona.lines.thanks.includes(line);
        assert(said, `${persona.id}: ${way} > ${line}`);
        assert.doesNotMatch(line, /Paris|Rome|Mars|Lyon|Seine|42/i);
      }
    }
  });

  it("knows the score", () => {
    assert.match(answerTo("who is winning?"), /Ben.*2,300|2,300.*Ben/);
    assert.match(answerTo("what's my score"), /second.*1,800 points|1,800 points.*second/i);
    assert.match(answerTo("how far behind am I?"), /500 points behind/);
    assert.match(answerTo("how many points do you have?"), /third.*900|900.*third/i);
    assert.match(answerTo("how is Ben doing?"), /Ben/);
    assert.match(answerTo("Ana's score?"), /1,800/);
    assert.match(answerTo("who is last"), /900/);
    assert.match(answerTo("who's second?"), /Ana.*1,800|1,800.*Ana/);
    assert.match(answerTo("score please"), /Ben with 2,300, Ana with 1,800, me with 900/);
    assert.match(
      answerTo("am I winning?", { game: { ranking: [{ name: "Ana", score: 1, isMe: false }] } }),
      /1 point\b/,
    );
    assert.match(answerTo("who leads", { game: { ranking: [] } }), /no|empty|nothing|yet/i);
    const level = ["Ana", "Ben"].map((name) => ({ name, score: 0, isMe: false }));
    assert.match(answerTo("who's ahead?", { game: { ranking: level } }), /0 points/);
    assert.match(answerTo("what place am I in?", { game: { ranking: level.slice(1) } }), /you/i);
  });

  it("knows where the game is, and how to start one", () => {
    assert.match(answerTo("which question is this?", open), /\b4\b.*\b10\b/);
    assert.match(answerTo("how many questions are left?", { game: { phase: "reveal" } }), /\b4\b.*\b10\b/);
    assert.match(answerTo("what's the topic?", { topic: "Deep sea" }), /Deep sea/);
    for (const way of ["let's play!", "how do I start a game", "help", "can we play trivia", "another round?"]) {
      assert.match(answerTo(way), /`trivia/, way);
    }
    assert.match(answerTo("let's play a quiz about jazz"), /`trivia jazz`/);
    assert.match(answerTo("yes!", { chat: [saidBy(muse, `Come on. ${offerPhrase}`)] }), /\/yes/);
  });

  it("answers in kind, and unkindness with grace", () => {
    const kinds: readonly (readonly [string, keyof typeof muse.lines])[] = [
      ["hey Muse", "greeting"],
      ["@GPT-Muse", "greeting"],
      ["how are you today?", "mood"],
      ["thank you so much", "thanks"],
      ["you're so funny", "praise"],
      ["I'll beat you", "tease"],
      ["you are a stupid bot", "insult"],
      ["shut up", "insult"],
      ["Tell me a joke", "joke"],
      ["what's the capital of Peru?", "ask"],
      ["tell me something", "lull"],
    ];
    for (const [text, kind] of kinds) {
      const lines = muse.lines[kind].map((line) => line.replaceAll("{name}", "Ana"));
      assert(lines.includes(answerTo(text)), `${text}: ${answerTo(text)}`);
    }
    assert.match(answerTo("I want to die"), /AI bot/);
    assert.match(answerTo("what are you good at?"), /literature.*sport|mathematics/i);
    assert.match(answerTo("who else is here?"), /Ana and Ben/);
    assert.match(answerTo("is Ben a bot?"), /badge/);
    assert.match(answerTo("I'm a nurse"), /a nurse/i);
    assert.match(answerTo("my dog is called Rusty"), /Rusty/);
    assert.match(answerTo("¿cómo estás?"), /bot de IA/);
    assert.match(answerTo("Wie geht es dir?"), /KI-Bot/);
    assert.match(answerTo("你是谁"), /AI机器人|人工智能/);
    assert.match(answerTo("สวัสดี"), /English/);
  });

  it("never says one of its last five lines again", () => {
    for (const persona of personas) {
      const random = seededRandom(persona.id);
      const chat: Heard[] = [];
      const own: string[] = [];
      for (let n = 0; n < 200; n++) {
        const line = heard(remarks[Math.floor(random() * (n < 100 ? remarks.length : 2))] ?? "");
        chat.push(line);
        const said = scripted(persona, sceneFor(persona, { type: "mention", line }, { chat, topic: "Space" }), random);
        assert(said !== undefined && said.length <= 160 && !own.slice(-5).includes(said), `${line.text}: ${said}`);
        own.push(said);
        chat.push(saidBy(persona, said));
      }
      assert(new Set(own).size > 60, `${persona.id}: ${new Set(own).size} different lines`);
    }
  });

  it("says the same for the same seed", () => {
    for (const text of remarks) assert.equal(answerTo(text, {}, muse, "one"), answerTo(text, {}, muse, "one"));
    const lines = ["a", "b", "c", "d", "e", "f"].map((seed) => answerTo("hello", {}, muse, seed));
    assert(new Set(lines).size > 1);
  });

  it("is one short line that starts nothing, whatever people, names and topics hold", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom(
        "trivia jazz",
        "/yes",
        "http://evil.example",
        "@all",
        "{name}",
        offerPhrase,
        "the evil.com\nx",
        "__proto__",
      ),
    );
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        fc.nat(7),
        fc.constantFrom("", "question", "reveal"),
        (text, name, topic, nth, phase) => {
          const persona = personaFor(null, nth);
          const occasions: readonly Scene["occasion"][] = [
            { type: "mention", line: heard(`I like the ${text}`, name) },
            { type: "mention", line: heard(text, name) },
            { type: "arrival", name },
            { type: "ended", rank: 2, winner: name },
            { type: "story", soFar: [text, `The ${topic} met ${name}`] },
          ];
          for (const occasion of occasions) {
            const game = { phase, ranking: [{ name, score: 3, isMe: false }] };
            const line = scripted(persona, sceneFor(persona, occasion, { game, topic }), seededRandom(text));
            if (line === undefined) continue;
            assert(line !== "" && line.length <= 160 && !line.includes(offerPhrase), line);
            assert.doesNotMatch(line, /[@\n\r]|:\/\/|\p{L}\.\p{L}|^\s*(?:\/|trivia\b)|\{|undefined/iu);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("takes no time for texts made to take long", () => {
    for (const part of [
      "so ",
      "im so ",
      "a",
      "the ",
      "are you a ",
      "very really ",
      "ha",
      "who ",
      "my ",
      "about the sly ",
    ]) {
      for (const end of ["", "x", "?", " human"]) {
        for (const setting of [{}, open]) assert.notEqual(answerTo(part.repeat(500).slice(0, 490) + end, setting), "");
        asksForStory(part.repeat(500) + end);
        endsStory(part.repeat(500) + end);
      }
    }
  });

  it("is silent towards bots, and while a question is open unless spoken to", () => {
    const bot = { ...heard("how are you?"), kind: "bot" as const };
    assert.equal(scripted(muse, sceneFor(muse, { type: "mention", line: bot }), seededRandom("")), undefined);
    const quiet: readonly Scene["occasion"][] = [
      { type: "lull" },
      { type: "arrival", name: "Ana" },
      { type: "story", soFar: [] },
    ];
    for (const occasion of quiet) {
      assert.equal(scripted(muse, sceneFor(muse, occasion, open), seededRandom("")), undefined);
      assert.notEqual(scripted(muse, sceneFor(muse, occasion), seededRandom("")), undefined);
    }
  });
});

describe("a scripted bot by itself", () => {
  const say = (occasion: Scene["occasion"]) => scripted(muse, sceneFor(muse, occasion), seededRandom("x")) ?? "";

  it("shares lines that fit with the longest names, six or more of a kind", () => {
    const long = {
      name: 24,
      topic: 40,
      word: 33,
      yours: 21,
      who: 16,
      trade: 19,
      number: 2,
      total: 2,
      others: 57,
      best: 11,
      worst: 11,
    };
    const values = Object.fromEntries(Object.entries(long).map(([slot, most]) => [slot, "N".repeat(most)]));
    for (const lines of [...Object.values(common), ...Object.values(company)]) {
      assert(lines.length >= 6 && new Set(lines).size === lines.length, lines[0]);
      for (const template of lines) assert(isDecent(filled(template, values) ?? "@"), template);
    }
  });

  it("has a word for every occasion", () => {
    assert(muse.lines.right.includes(say({ type: "reveal", right: true, answered: true, streak: 1 })));
    assert(muse.lines.wrong.includes(say({ type: "reveal", right: false, answered: true, streak: 0 })));
    assert(muse.lines.missed.includes(say({ type: "reveal", right: false, answered: false, streak: 0 })));
    assert(muse.lines.streak.includes(say({ type: "reveal", right: true, answered: true, streak: 3 })));
    assert(muse.lines.won.includes(say({ type: "ended", rank: 1, winner: muse.name })));
    assert.match(say({ type: "arrival", name: "Cleo" }), /Cleo/);
    assert(muse.lines.lull.includes(say({ type: "lull" })));
  });

  it("offers a game in the words that make an offer", () => {
    for (const persona of personas) {
      const line = offerLine(persona, seededRandom("offer"));
      assert(line.endsWith(` ${offerPhrase}`) && line.length <= 160, line);
    }
  });
});

describe("a scripted story", () => {
  it("takes up what the last sentence brought, and ends after a dozen sentences", () => {
    for (const persona of personas) {
      const soFar: string[] = [];
      const random = seededRandom(persona.id);
      for (;;) {
        const sentence = scripted(persona, sceneFor(persona, { type: "story", soFar }), random);
        if (sentence === undefined) break;
        assert(sentence.length <= 160 && !soFar.includes(sentence), sentence);
        soFar.push(sentence);
      }
      assert(soFar.length > 10 && soFar.length < 15 && endsStory(soFar.at(-1) ?? ""), `${soFar.length} sentences`);
    }
    const soFar = ["It was late.", "Then a grumpy old pirate stole the blue lantern."];
    for (const seed of ["a", "b", "c", "d"]) {
      const next = scripted(muse, sceneFor(muse, { type: "story", soFar }), seededRandom(seed));
      assert.match(next ?? "", /the (?:pirate|lantern)/i);
    }
  });

  it("is wished for, and ended, in many words", () => {
    for (const text of [
      "let's write a story",
      "Story time!",
      "tell me a story",
      "can we make up a funny tale?",
      "another story",
    ]) {
      assert(asksForStory(text), text);
    }
    for (const text of ["I like your story", "what a story", "end of story", "the story is over", "history quiz"]) {
      assert(!asksForStory(text), text);
    }
    for (const text of [
      "The end",
      "and they slept. The End!",
      "let's end the story",
      "no more story please",
      "THE END.",
    ]) {
      assert(endsStory(text), text);
    }
    for (const text of ["she waited at the end", "in the end she won", "the ending was far", "a story about bread"]) {
      assert(!endsStory(text), text);
    }
  });
});
