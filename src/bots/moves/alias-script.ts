import { type Random, shuffle } from "../../core/random.ts";
import { answersTo } from "./alias-answers.ts";
import {
  care,
  dodges,
  greetings,
  openings,
  prompts,
  reactions,
  replies,
  seconds,
  shrugs,
  unsure,
} from "./alias-lines.ts";
import { type AliasLine, type AliasScene, isNamed } from "./alias-scene.ts";

const accused = /\b(?:bots?|ai|a\.i|robots?|humans?|chatgpt|llm|real person)\b/iu;
const inNeed = /\b(?:kill myself|suicid\w*|want to die|self.?harm|hurt myself)\b/iu;
const common = new Set(
  "about after again always anyone because being could doesn everybody everyone first going honestly might never other place people probably really should serious something somebody second still their there these thing think those though unless wait where which while would".split(
    " ",
  ),
);

/** A line for the round as it stands, by the script: short, plain, and none that was said before. */
export const scriptedLine = (scene: AliasScene, me: string, random: Random, letters: number): string | undefined => {
  const since = scene.lines.slice(scene.lines.findLastIndex(({ alias }) => alias === me) + 1);
  const name = scene.aliases.find(({ id }) => id === me)?.name ?? "";
  const latest = since.at(-1);
  const named = since.findLast(({ text }) => isNamed(text, name));
  const hasSpoken = scene.lines.some(({ alias }) => alias === me);
  const chance = random();
  const lineOf = (templates: readonly string[], to: AliasLine | undefined) =>
    lineFrom(templates, { scene, me, to, letters }, random);
  if (latest !== undefined && inNeed.test(latest.text)) return lineOf(care, latest);
  if (latest !== undefined && accused.test(latest.text) && chance < 0.6) return lineOf(dodges, latest);
  if (named !== undefined && named.text.includes("?")) return lineOf(shrugs, named);
  if (named !== undefined) return lineOf(replies, named);
  if (letters < shortBelow) return reactionOf(latest === undefined ? greetings : reactions, scene, letters, random);
  const answers = answersTo(scene.prompt.id);
  if (!hasSpoken && (latest === undefined || chance < 0.8)) {
    return lineOf(answers === undefined ? unsure : openings[answers.kind], latest);
  }
  if (latest !== undefined && chance < 0.6) return lineOf(replies, latest);
  if (answers !== undefined && chance < 0.82) return lineOf(seconds[answers.kind], latest);
  return lineOf(prompts, latest);
};

/** A line that should be shorter than this is a mere sign of life. */
const shortBelow = 10;
const lately = 6;

const reactionOf = (
  reactionsToIt: readonly string[],
  { lines }: AliasScene,
  letters: number,
  random: Random,
): string => {
  const said = new Set(lines.slice(-lately).map(({ text }) => plain(text)));
  const fresh = shuffle(reactionsToIt, random).filter((one) => !said.has(plain(one)));
  return nearest(fresh, letters) ?? "hm";
};

/** The line that is as long as it should be, or nearly. */
const nearest = (lines: readonly string[], letters: number): string | undefined => {
  const far = (line: string): number => Math.abs(Math.log(line.length / letters));
  return lines.toSorted((a, b) => far(a) - far(b))[0];
};

const tries = 60;
/** Of so many lines the one is taken that is as long as it should be. */
const drawn = 24;
/** A piece of a line that is longer than this is known again. */
const knownFrom = 8;
/** Who wants to say more than this says two things, or three. */
const [longFrom, veryLongFrom] = [40, 70];

type Wish = {
  readonly scene: AliasScene;
  readonly me: string;
  readonly to: AliasLine | undefined;
  readonly letters: number;
};

/** One of these lines with everything put in, if there is one that nobody has said yet. */
const lineFrom = (templates: readonly string[], wish: Wish, random: Random): string | undefined => {
  const lines = linesFrom(templates, wish, random);
  const rest = lines.slice(0, 6);
  const twos = wish.letters < longFrom ? [] : lines.flatMap((line) => rest.map((other) => both(line, other)));
  const threes = wish.letters < veryLongFrom ? [] : twos.flatMap((line) => rest.map((other) => both(line, other)));
  return nearest([...lines, ...twos, ...threes], wish.letters);
};

const both = (line: string, other: string): string =>
  line.includes(other) ? line : `${line}${/\p{L}$/u.test(line) ? ", " : " "}${other}`;

const linesFrom = (templates: readonly string[], { scene, me, to }: Wish, random: Random): readonly string[] => {
  const said = scene.lines.map(({ text }) => plain(text));
  const isSaid = (piece: string) => said.some((text) => text.includes(plain(piece)));
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const [answers, others] = [answersFor(scene, me, isSaid), scene.aliases.filter(({ id }) => id !== me)];
  const lines: string[] = [];
  for (let count = 0; count < tries && lines.length < drawn; count++) {
    const template = any(templates) ?? "";
    if (template.split(/\{\w+\}/u).some((piece) => piece.length > knownFrom && isSaid(piece))) continue;
    const a = any(answers.own);
    const b = any(answers.all.filter((one) => one !== a));
    const x = to === undefined ? undefined : any(wordsOf(to.text, scene));
    const line = filled(template, { a, b, who: to?.name ?? any(others)?.name, x });
    if (line !== undefined && !said.includes(plain(line))) lines.push(line);
  }
  return lines;
};

/** What is left to say. Each alias begins with another part of it, as two who write at once can't see each other's. */
const answersFor = (scene: AliasScene, me: string, isSaid: (piece: string) => boolean) => {
  const all = answersTo(scene.prompt.id)?.answers ?? [];
  const left = all.filter((one) => !isSaid(one));
  const place = scene.aliases.findIndex(({ id }) => id === me);
  const share = left.filter((one) => all.indexOf(one) % scene.aliases.length === place);
  return { all, own: [share, left, all].find(({ length }) => length > 0) ?? [] };
};

/** People rarely write names as they stand. */
const filled = (template: string, values: Readonly<Record<string, string | undefined>>): string | undefined => {
  const missing = [...template.matchAll(/\{(\w+)\}/gu)].some(([, slot = ""]) => values[slot] === undefined);
  if (missing || template === "") return undefined;
  return template.replaceAll(/\{(\w+)\}/gu, (_, slot: string) =>
    slot === "who" ? (values[slot] ?? "").toLowerCase() : (values[slot] ?? ""),
  );
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .trim();

const wordsOf = (text: string, { aliases }: AliasScene): readonly string[] =>
  [...text.toLowerCase().matchAll(/\p{L}{5,}(?!['’\p{L}])/gu)]
    .map(([word]) => word)
    .filter((word) => !common.has(word) && !aliases.some(({ name }) => isNamed(name, word)));
