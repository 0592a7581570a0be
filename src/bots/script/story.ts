import type { Random } from "../../core/random.ts";
import type { Persona } from "../personas.ts";
import type { Occasion, Scene } from "../talk.ts";
import type { Genre } from "./genre.ts";
import { filled, isDecent, pick, type Values } from "./pick.ts";
import { castOf, subjectOf } from "./story-cast.ts";
import { cueLines } from "./story-cues.ts";
import { genreIn, genreOf, genres, isFrom } from "./story-genres.ts";
import { capital, plain } from "./words.ts";

const beginning: readonly string[] = [
  "But there was something about {thing} that nobody could explain.",
  "The trouble with {thing} started early the next morning.",
  "From somewhere behind {thing} came a small, polite cough.",
  "Nobody knew it yet, but {thing} would change everything.",
  "And tied to {thing} with red string was a note: come alone.",
  "Only the youngest of them noticed that {thing} cast no shadow.",
];

const middle: readonly string[] = [
  "So they followed {who} over the hill and into the dark wood.",
  "Meanwhile, far away, somebody else was looking for {thing}, too.",
  "They hid {thing} under a blanket and told nobody.",
  "By nightfall the whole town was whispering about {who}.",
  "A fox offered a trade: {thing} for a single true sentence.",
  "And {thing} moved, ever so slightly, when they thought nobody was looking.",
];

const turn: readonly string[] = [
  "And then it came out: {who} had been on their side from the start.",
  "Just when all seemed lost, {thing} began to shine.",
  "Loud as thunder, {thing} split open, and something sang inside.",
  "Everything they believed about {thing} turned out to be exactly backwards.",
  "There was no way past {thing} but one, and it took all the courage they had.",
];

const ending: readonly string[] = [
  "They went home with {thing}, taking turns and laughing all the way.",
  "When the sun rose, {thing} was where it had always belonged.",
  "Nobody spoke of {thing} for a while, because nobody had to.",
  "And for the first time in years the lamps were lit for {who}.",
  "So it was agreed that {who} would stay, and the kettle was put on.",
];

const closing: readonly string[] = [
  "And whenever the wind is right, they still tell each other about {hero}. The end.",
  "As for {thing}, it has a shelf of its own now, in the sun. The end.",
  "And if nobody has moved it, {thing} is there to this day. The end.",
  "They all slept well that night, and {hero} best of all. The end.",
];

/** For when nobody and nothing has been named. */
const nameless: readonly string[] = [
  "And then, without a sound, a door opened that nobody had seen before.",
  "Somewhere a clock struck seven, though it was only five.",
  "Far away, a dog began to bark, and then a second one.",
  "They looked at each other, and nobody dared to speak first.",
  "A cold little wind came up, and with it the smell of cinnamon.",
  "There was only one thing left to do, and they did it.",
];

const closingNameless: readonly string[] = [
  "And so they all went home, a little wiser and very hungry. The end.",
  "And that, as far as anybody remembers, is how it was. The end.",
  "The moon had seen it all, and never told a soul. The end.",
];

/** From so many sentences on a story turns, goes to its end, and is ended. */
const parts = { middle: 3, turn: 9, ending: 11, closing: 13 };
/** The chance that a sentence takes up what the last one told, and that a bot begins with a word of its own. */
const chances = { cue: 0.5, own: 0.15, lead: 0.35, ownOpening: 0.5 };

type Story = Extract<Occasion, { readonly type: "story" }>;

/** The next sentence of a story; undefined when it is over. */
export const nextSentence = (persona: Persona, scene: Scene, story: Story, random: Random): string | undefined => {
  const { soFar, wish = "", byPeople = [], closes = false } = story;
  if (soFar.some(endsStory)) return undefined;
  const isLast = closes || soFar.length >= parts.closing;
  if (soFar.length === 0 && !isLast) return opening(persona, scene, wish, random);
  const theirs = [subjectOf(wish).name, ...byPeople].filter((text) => text !== "");
  const { who, thing, hero, first } = castOf(soFar, theirs, random);
  const values = isLast ? { who: hero, thing: first, hero } : { who, thing, hero };
  const genre = genreOf(wish, soFar, byPeople);
  const groups = isLast
    ? [[...genre.closing], closing, closingNameless]
    : [...inOrder(persona, genre, soFar, random), nameless];
  const said = scene.chat.filter(({ kind }) => kind === "bot").map(({ text }) => text);
  const lead = isLast ? "" : leadOf(persona, soFar, random);
  const chance = random();
  for (const told of [[...soFar, ...said], soFar]) {
    for (const group of groups) {
      const fresh = sentencesOf(group, { ...values, Thing: capital(values.thing) }, told);
      const { template = "", text } = fresh[Math.floor(chance * fresh.length)] ?? {};
      if (text === undefined) continue;
      const led = persona.lines.tale.includes(template) ? text : withLead(lead, template, values);
      return isDecent(led) && !soFar.includes(led) ? led : text;
    }
  }
  return undefined;
};

const opening = (persona: Persona, scene: Scene, wish: string, random: Random): string | undefined => {
  const { phrase: subject } = subjectOf(wish);
  const wished = genreIn(wish);
  const own = persona.lines.opening;
  const genre = wished ?? genres[Math.floor(random() * genres.length)] ?? genres[0];
  const a = subject === "" ? (genre.cast[Math.floor(random() * genre.cast.length)] ?? "") : subject;
  const isOwn = random() < chances.ownOpening && subject === "" && wished === undefined;
  return pick(isOwn ? own : genre.openings, { a }, persona, scene, random) ?? pick(own, {}, persona, scene, random);
};

/** The kinds of sentences that may come now, those first that chance prefers. */
const inOrder = (
  persona: Persona,
  genre: Genre,
  soFar: readonly string[],
  random: Random,
): readonly (readonly string[])[] => {
  const count = soFar.length;
  const own = persona.lines.tale;
  if (count >= parts.ending) return [genre.ending, ending, own];
  if (count >= parts.turn) return [genre.turn, turn, own];
  const [ofGenre, any] = count < parts.middle ? [genre.rise, beginning] : [genre.middle, middle];
  const cues = cueLines(soFar.at(-1) ?? "");
  const chance = random();
  if (chance < chances.cue) return [cues, ofGenre, own, any];
  if (chance < chances.cue + chances.own) return [own, ofGenre, cues, any];
  return [[...ofGenre, ...any], cues, own];
};

const sentencesOf = (templates: readonly string[], values: Values, told: readonly string[]) =>
  templates.flatMap((template) => {
    if (told.some((sentence) => isFrom(sentence, template))) return [];
    const text = filled(template, values);
    return text === undefined || !isDecent(text) || told.includes(text) ? [] : [{ template, text }];
  });

/** A few words in the bot's voice that the story has not had yet; "" more often than not. */
const leadOf = (persona: Persona, soFar: readonly string[], random: Random): string => {
  const fresh = persona.lines.lead.filter((lead) => !soFar.some((sentence) => sentence.startsWith(lead)));
  const chance = random();
  return chance < chances.lead ? (fresh[Math.floor((chance / chances.lead) * fresh.length)] ?? "") : "";
};

/** Two phrases before a sentence are one too many. */
const phrase =
  /^(?:With|From|On|At|In|Under|Through|By|Inside|Behind|Between|Beside|After|Before|For|Without|Luckily|Now|If|When)\b/;

const withLead = (lead: string, template: string, values: Values): string => {
  const rest = template.replace(/^(?:And then|And|So|But|Then) /, "");
  const isFit = lead !== "" && (!phrase.test(rest) || lead.endsWith(":"));
  return filled(isFit ? `${lead} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}` : template, values) ?? "";
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

/** Whether somebody wants another story than the one that is being told. */
export const asksForAnother = (text: string): boolean =>
  asksForStory(text) && /\b(?:new|another|different|next)\b/.test(plain(text));

/** Whether somebody wants the others to bring the story to its end. */
export const wishesEnding = (text: string): boolean => {
  const said = plain(text);
  return (
    said.length <= 80 &&
    (/\b(?:end|finish|close|conclude|wrap up|complete) (?:it|up|this|(?:the |our |this |that )+(?:story|tale))(?: up)?(?: now| please| pls)*$/.test(
      said,
    ) ||
      /\bhow (?:does|do|will) (?:it|this|the story|the tale|our story) (?:all )?end\b/.test(said) ||
      /\b(?:give|tell|write|need|want|make) (?:\w+ ){0,2}(?:an|the|its) ending\b/.test(said))
  );
};

const asides = new Set(
  `ha haha hahaha hehe lol lmao rofl wow omg nice cool great good awesome amazing love lovely like this that it so the i
  really very story one yay yes no ok okay oh hm hmm wait brb what whoa funny cute brilliant perfect thanks bravo more go on
  your turn next is was`.split(/\s+/),
);

/** Whether somebody only says how they like it, which is no part of the story. */
export const isAside = (text: string): boolean => {
  const said = plain(text).split(" ");
  return said.length <= 5 && said.every((word) => asides.has(word));
};
