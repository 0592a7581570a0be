import type { SynsetId, Word, WordNet } from "./wordnet.ts";

/** Whether two words could be taken for one another in any of their meanings. */
export type Kin = (one: SynsetId, word: Word) => boolean;

/**
 * A word is kin of a meaning when one of its own meanings is the same, stands above or below it, or has the same thing
 * right above it: "oak" and "tree", "oak" and "elm".
 */
export const kinOf = ({ over }: WordNet): Kin => {
  const lineOf = (id: SynsetId): ReadonlySet<SynsetId> => {
    const line = new Set([id]);
    // The set grows while it is gone through.
    for (const each of line) for (const above of over.get(each) ?? []) line.add(above);
    return line;
  };
  const shares = (one: readonly SynsetId[], other: readonly SynsetId[]) => one.some((id) => other.includes(id));
  return (meaning, { senses }) => {
    const line = lineOf(meaning);
    const above = over.get(meaning) ?? [];
    return senses.some(
      (sense) => line.has(sense) || shares(above, over.get(sense) ?? []) || lineOf(sense).has(meaning),
    );
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
