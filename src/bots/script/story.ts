import type { Random } from "../../core/random.ts";
import type { Persona } from "../personas.ts";
import type { Scene } from "../talk.ts";
import { pick } from "./pick.ts";
import { capital, isPlural, namesOf, nounsOf, plain } from "./words.ts";

const beginning: readonly string[] = [
  "{Thing} had been waiting for this moment for a very long time.",
  "But there was something about {thing} that nobody could explain.",
  "The trouble with {thing} started early the next morning.",
  "From somewhere behind {thing} came a small, polite cough.",
  "Nobody knew it yet, but {thing} would change everything.",
  "And tied to {thing} with red string was a note: come alone.",
  "A stranger in a green coat asked, quite politely, about {thing}.",
  "Only the youngest of them noticed that {thing} cast no shadow.",
];

const middle: readonly string[] = [
  "So they followed {thing} over the hill and into the dark wood.",
  "{Thing} led them to a door that had not been there yesterday.",
  "The old map showed {thing}, and right beside it a cross in fresh ink.",
  "Meanwhile, far away, somebody else was looking for {thing}, too.",
  "They hid {thing} under a hat and told nobody.",
  "By nightfall the whole town was whispering about {thing}.",
  "A fox offered a trade: {thing} for a single true sentence.",
  "{Thing} moved, ever so slightly, when they thought nobody was looking.",
];

const turn: readonly string[] = [
  "And then it came out: {thing} had been on their side from the start.",
  "Just when all seemed lost, {thing} began to shine.",
  "It was then that they saw what {thing} truly meant.",
  "But the stranger only smiled and said that {thing} had never been lost at all.",
  "Loud as thunder, {thing} split open, and something sang inside.",
  "Everything they believed about {thing} turned out to be exactly backwards.",
  "There was no way past {thing} but one, and it took all the courage they had.",
];

const ending: readonly string[] = [
  "At last {thing} came to rest, and so did everybody else.",
  "They carried {thing} home, taking turns and laughing all the way.",
  "When the sun rose, {thing} stood where it had always belonged.",
  "Nobody spoke of {thing} for a while, because nobody had to.",
  "And for the first time in years the lamps were lit for {thing}.",
  "So it was agreed that {thing} would stay, and the kettle was put on.",
];

const closing: readonly string[] = [
  "And whenever the wind is right, they still tell each other about {thing}. The end.",
  "And that is how {thing} found its way home, and so did they. The end.",
  "As for {thing}, it has a shelf of its own now, in the sun. The end.",
  "And if nobody has moved it, {thing} is there to this day. The end.",
  "They all slept well that night, and {thing} best of all. The end.",
];

const withNobody: readonly string[] = [
  "And then, without a sound, a door opened that nobody had seen before.",
  "Somewhere a clock struck seven, though it was only five.",
  "Far away, a dog began to bark, and then a second one.",
  "They looked at each other, and nobody dared to speak first.",
  "A cold little wind came up, and with it the smell of cinnamon.",
  "There was only one thing left to do, and they did it.",
];

const closingWithNobody: readonly string[] = [
  "And so they all went home, a little wiser and very hungry. The end.",
  "And that, as far as anybody remembers, is how it was. The end.",
  "The moon had seen it all, and never told a soul. The end.",
];

/** Sentences from which on a story comes to its end. */
const lastSentences = 12;

/** The next sentence of a story; undefined when it is over. */
export const nextSentence = (
  persona: Persona,
  scene: Scene,
  soFar: readonly string[],
  random: Random,
): string | undefined => {
  if (soFar.some(endsStory)) return undefined;
  const count = soFar.length;
  if (count === 0) return pick(persona.lines.opening, {}, persona, scene, random);
  const told: Scene = {
    ...scene,
    chat: [...scene.chat, ...soFar.map((text) => ({ ...told0, name: persona.name, text }))],
  };
  const thing = thingOf(soFar, random);
  const values = { thing, Thing: capital(thing) };
  const own = persona.lines.tale;
  const closes = count >= lastSentences;
  const lines = closes
    ? closing
    : count < 3
      ? [...beginning, ...own.slice(0, 2)]
      : count < 8
        ? [...middle, ...own]
        : count < 10
          ? turn
          : ending;
  if (thing !== "") return pick(lines, values, persona, told, random);
  return pick(closes ? closingWithNobody : withNobody, {}, persona, told, random);
};

/** A story's sentences count as said, so that none comes twice, whoever wrote it. */
const told0 = { player: "", kind: "bot", at: 0 } as const;

/** Somebody or something from the last sentence, or at least from one before it; rather what came up before. */
const thingOf = (soFar: readonly string[], random: Random): string => {
  const chance = random();
  const recent = soFar.slice(-3).toReversed();
  for (const [back, sentence] of recent.entries()) {
    const earlier = plain(soFar.slice(0, soFar.length - 1 - back).join(" ")).split(" ");
    const nouns = nounsOf(sentence);
    const known = nouns.filter((noun) => earlier.includes(noun));
    const things = [namesOf(sentence), known, nouns.filter((noun) => !isPlural(noun)), nouns].find(
      (some) => some.length > 0,
    );
    const thing = things?.[Math.floor(chance * things.length)];
    if (thing !== undefined) return named(thing);
  }
  return "";
};

const named = (thing: string): string => {
  if (/^\p{Lu}/u.test(thing)) return thing;
  return isPlural(thing) ? `one of the ${thing}` : `the ${thing}`;
};

/** Whether somebody would like to tell a story together. */
export const asksForStory = (text: string): boolean => {
  const said = plain(text);
  if (/\b(?:end|ends|ended|stop|finish|over|enough|no more)\b/.test(said)) return false;
  return (
    (/\b(?:tell|write|make up|create|start|begin|invent|do|have|hear|want|like|love|need|give|spin|continue|play|co write|cowrite)\b (?:\w+ ){0,5}?(?:story|stories|tale|fairytale)\b/.test(
      said,
    ) &&
      !/\b(?:likes?|loves?|liked|loved|like|love) (?:that|this|your|the|his|her|their) (?:\w+ )?(?:story|tale)\b/.test(
        said,
      )) ||
    /\b(?:story ?time|how about a (?:\w+ )?(?:story|tale)|(?:story|tale) (?:please|pls|mode))\b/.test(said) ||
    /^(?:a |another )?(?:story|tale|once upon a time)$/.test(said)
  );
};

/** Whether somebody ends the story that is being told. */
export const endsStory = (text: string): boolean =>
  /(?:^|[.!?…,:;"”-]\s*|\b(?:and|thats|that's|that is|this is|was)\s+)the end\W*$/iu.test(text.slice(0, 500)) ||
  /\b(?:end|stop|finish|close|enough of|no more of|no more) (?:of )?(?:the |our |this |that |with the |with this )*(?:story|tale|stories|storytelling)\b|\bstory (?:is )?(?:over|finished|done)\b|\bend of (?:the )?story\b/.test(
    plain(text),
  );
