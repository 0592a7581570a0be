import assert from "node:assert/strict";
import fc from "fast-check";
import { type Persona, personaFor, personas } from "../../src/bots/personas.ts";
import { screen } from "../../src/bots/screen.ts";
import { filled, isDecent } from "../../src/bots/script/pick.ts";
import { endsStory, scripted } from "../../src/bots/script/scripted.ts";
import { genreIn, genres, isFrom } from "../../src/bots/script/story-genres.ts";
import { StoryTime } from "../../src/bots/story-time.ts";
import { judge } from "../../src/moderation/judge.ts";
import type { Heard, Occasion } from "../../src/bots/talk.ts";
import { seededRandom } from "../../src/core/random.ts";
import { heard, saidBy, sceneFor } from "../support/bot-scene.ts";

const muse = personaFor("muse", 0);
type StoryTurn = Extract<Occasion, { type: "story" }>;

/** What a bot adds; "" for nothing. */
const add = (turn: Omit<StoryTurn, "type">, seed: string, persona = muse, chat: readonly Heard[] = []): string =>
  scripted(persona, sceneFor(persona, { type: "story", ...turn }, { chat }), seededRandom(seed)) ?? "";

const evening =
  `Suddenly a cat in a blue raincoat appeared.|The cat said that it had lost its brother.|They looked in the
  bakery, but there was only flour.|A trail of flour led to the old theatre.|On the stage stood Marla, the ghost of the opera.
  |Marla would only sing for cheese.|So they ran to the market.|Why was it closed?`
    .split("|")
    .map((text) => text.replaceAll(/\s+/g, " ").trim());

/** A person and bots tell a story in turn, as a lobby hears it. */
const tell = (wish: string, sentences: readonly string[], seed: string): { by: Persona; text: string }[] => {
  const random = seededRandom(seed);
  const story = new StoryTime();
  const chat: Heard[] = [];
  const told: { by: Persona; text: string }[] = [];
  for (const [nth, text] of [wish, ...sentences].entries()) {
    const line = { ...heard(text), at: nth };
    chat.push(line);
    const turn = story.hear(line, nth);
    if (turn === undefined || turn === null) continue;
    const by = personaFor(null, Math.floor(random() * personas.length));
    const said = scripted(by, sceneFor(by, turn, { chat }), random);
    if (said === undefined) continue;
    story.told(said);
    chat.push(saidBy(by, said));
    told.push({ by, text: said });
  }
  return told;
};

const seeds = Array.from({ length: 60 }, (_, nth) => `story ${nth}`);

describe("a story that bots tell with people", () => {
  it("has five genres and more, with lines of their own that fit, none of them twice", () => {
    assert(genres.length >= 5);
    const longest = { a: "a".repeat(40), who: "w".repeat(25), thing: "t".repeat(25), hero: "h".repeat(25) };
    const all: string[] = [];
    for (const { openings, cast, rise, middle, turn, ending, closing } of genres) {
      for (const lines of [openings, rise, middle, turn, ending, closing, cast]) assert(lines.length >= 4);
      for (const line of [...openings, ...rise, ...middle, ...turn, ...ending, ...closing]) {
        assert(isDecent(filled(line, longest) ?? "@") && /\{(?:a|who|thing|hero)\}/.test(line), line);
        assert.equal(endsStory(line), closing.includes(line), line);
        all.push(line);
      }
    }
    assert.equal(new Set(all).size, all.length);
  });

  it("begins in the genre and with the hero that somebody wished for", () => {
    const wishes: readonly (readonly [string, number])[] = [
      ["tell us a fairy tale", 0],
      ["a detective story please", 1],
      ["let's write a pirate story", 2],
      ["a story about robots, please", 3],
      ["can we do a spooky story?", 4],
      ["make up a funny story", 5],
    ];
    for (const [wish, nth] of wishes)
      for (const seed of ["a", "b", "c"]) {
        const first = add({ soFar: [], wish }, seed);
        assert(
          genres[nth]?.openings.some((opening) => isFrom(first, opening)),
          `${wish}: ${first}`,
        );
      }
    const subjects: readonly (readonly [string, RegExp])[] = [
      ["let's write a story about a grumpy snail called Bob", /\ba grumpy snail called Bob\b/],
      ["tell me a story about my cat", /\ba cat\b/],
      ["a story about Marla", /\bsomebody called Marla\b/],
      ["tell a tale about old owls", /\ba pair of old owls\b/],
      ["a story about an umbrella and a king", /\ban umbrella\b/],
    ];
    for (const [wish, subject] of subjects) assert.match(add({ soFar: [], wish }, wish), subject);
    const openings = seeds.map((seed) => add({ soFar: [] }, seed));
    assert(new Set(openings).size > 30, `${new Set(openings).size}`);
  });

  it("goes on from what people brought in", () => {
    for (const seed of seeds) {
      const soFar = ["It was late.", "Then a grumpy old pirate stole the blue lantern."];
      assert.match(add({ soFar, byPeople: soFar.slice(1) }, seed), /the (?:pirate|lantern)/i);
      const named = ["It was late.", "Suddenly Jonas sneezed."];
      assert.match(add({ soFar: named, byPeople: named.slice(1) }, seed), /Jonas/);
    }
    // Words at the start of a sentence, and numbers before a noun, are nobody and nothing.
    const soFar = ["Somewhere between the fourth floor and the thirteenth a lift stopped.", "Upstairs a cup shook."];
    for (const seed of seeds) assert.doesNotMatch(add({ soFar, byPeople: soFar }, seed), /Upstairs|fourth|thirteenth/);
    // What was asked is looked at, too.
    const asked = seeds.map((seed) => add({ soFar: ["The fox had a plan.", "But where was the moon?"] }, seed));
    assert(asked.some((line) => /question|answer/.test(line)));
  });

  it("says no sentence twice, keeps to what may be said, and is the same for the same seed", () => {
    const voices = new Set<string>();
    for (const seed of seeds) {
      const told = tell("story time!", evening, seed);
      assert.deepEqual(tell("story time!", evening, seed), told);
      assert(told.length >= 5, `${told.length}`);
      const templates = genres.flatMap(({ rise, middle, turn, ending, closing }) =>
        [rise, middle, turn, ending, closing].flat(),
      );
      for (const template of templates) assert(told.filter(({ text }) => isFrom(text, template)).length < 2, template);
      assert.equal(new Set(told.map(({ text }) => text)).size, told.length);
      for (const { by, text } of told) {
        assert.equal(judge(text, { level: "strict", purpose: "bot" }).action, "allow", text);
        assert.deepEqual(screen(text, { names: ["Ana", "Ben"], systemText: "" }), { ok: true, text });
        const { lead, tale, opening } = by.lines;
        if ([...tale, ...opening].some((line) => isFrom(text, line)) || lead.some((words) => text.startsWith(words)))
          voices.add(by.id);
      }
    }
    assert.equal(voices.size, personas.length, "each has a voice of its own");
  });

  it("ends when somebody wants it to, and by itself", () => {
    for (const wish of ["can you finish the story?", "let's end the story", "how does it end?", "give it an ending"]) {
      const told = tell("story time!", [...evening.slice(0, 2), wish, "And then a bear came."], wish);
      assert.equal(told.length, 4, wish);
      assert(endsStory(told.at(-1)?.text ?? ""), wish);
    }
    for (const end of ["The end.", "stop the story", "no more story please"]) {
      assert.equal(tell("story time!", [...evening.slice(0, 2), end, "And then a bear came."], end).length, 3, end);
    }
    for (const seed of seeds.slice(0, 10)) {
      const told = tell("story time!", [...evening, ...evening.map((text) => `${text} Again.`)], seed);
      assert(endsStory(told.at(-1)?.text ?? "") && told.length < 9, seed);
    }
    const story = new StoryTime();
    for (const text of ["story time!", "A fox woke up.", "The end."]) story.hear(heard(text), 0);
    assert.equal(story.hear(heard("nice one"), 0), undefined);
    assert.equal(story.hear(heard("another story please"), 0)?.soFar.length, 0);
  });

  it("takes what people say about it for no part of it, and a new wish for a new one", () => {
    const story = new StoryTime();
    story.hear(heard("story time!"), 0);
    story.told("A door opened.");
    for (const aside of ["lol", "haha nice", "I love this!", "wow so good", "go on"])
      assert.equal(story.hear(heard(aside), 0), null, aside);
    assert.deepEqual(story.hear(heard("Out came a fox."), 0)?.soFar, ["A door opened.", "Out came a fox."]);
    assert.deepEqual(story.hear(heard("The fox began to tell a story."), 0)?.soFar.length, 3);
    assert.deepEqual(story.hear(heard("let's do another story about owls"), 0)?.soFar, []);
  });

  it("makes a sentence that may be said of whatever people write", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.constantFrom(
        "the {thing} and the {who}",
        "about the evil.com",
        "@all called Http://x",
        "the /yes",
        "a".repeat(400),
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.nat(7), fc.boolean(), (wish, first, second, nth, closes) => {
        const persona = personaFor(null, nth);
        for (const soFar of [[], [first], [first, `The ${second} and Bob.`]]) {
          const text = `a story about ${wish}`;
          const line = add({ soFar, wish: text, byPeople: soFar, closes }, first, persona);
          assert(line.length <= 160);
          assert.doesNotMatch(line, /[@\n\r]|:\/\/|\p{L}\.\p{L}|^\s*(?:\/|trivia\b)|[{}]|undefined/iu);
        }
        genreIn(wish);
      }),
      { numRuns: 100 },
    );
  });
});
