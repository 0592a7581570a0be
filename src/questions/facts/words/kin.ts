import type { SynsetId, Word, WordNet } from "./wordnet.ts";

/** Of a meaning: whether a word could be taken for it in any of its own meanings. */
export type KinOf = (meaning: SynsetId) => (word: Word) => boolean;

/**
 * A word is kin of a meaning when one of its own meanings is the same, stands above or below it, or has the same thing
 * right above it: "oak" and "tree", "oak" and "elm".
 */
export const kinIn = ({ over }: WordNet): KinOf => {
  const lineOf = (id: SynsetId): ReadonlySet<SynsetId> => {
    const line = new Set([id]);
    // The set grows while it is gone through.
    for (const each of line) for (const above of over.get(each) ?? []) line.add(above);
    return line;
  };
  return (meaning) => {
    const line = lineOf(meaning);
    const above = over.get(meaning) ?? [];
    const related = (sense: SynsetId) =>
      line.has(sense) || (over.get(sense) ?? []).some((each) => above.includes(each)) || lineOf(sense).has(meaning);
    return ({ senses }) => senses.some(related);
  };
};

/** Common words of definitions, which say nothing of what is meant. */
const small = new Set(
  "a an and any as at be by for from having in into is it of on one or that the to used who with".split(" "),
);
const content = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 2 && !small.has(word))
      .map((word) => word.slice(0, 5)),
  );

/** Whether two definitions have so many words in common that they may mean the same. */
export const alike = (one: string, other: string): boolean => {
  const [left, right] = [content(one), content(other)];
  const both = [...left].filter((word) => right.has(word)).length;
  return both / Math.max(1, Math.min(left.size, right.size)) > 0.34;
};
