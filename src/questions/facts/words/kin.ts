import type { SynsetId, Word, WordNet } from "./wordnet.ts";

/** Of a meaning: whether a word could be taken for it in any of its own meanings. */
export type KinOf = (meaning: SynsetId) => (word: Word) => boolean;

/**
 * A word is kin of a meaning when one of its own meanings is the same, stands above or below it, or has the same thing
 * right above it or not far above: "oak" and "tree", "oak" and "elm", "oak" and "cherry".
 */
export const kinIn = ({ over }: WordNet): KinOf => {
  const sizes = new Map<SynsetId, number>();
  for (const above of over.values()) for (const id of above) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const overOf = (id: SynsetId) => over.get(id) ?? [];
  const narrow = (id: SynsetId) => (sizes.get(id) ?? 0) <= widest;
  const lineOf = (id: SynsetId): ReadonlySet<SynsetId> => {
    const line = new Set([id]);
    // The set grows while it is gone through.
    for (const each of line) for (const above of overOf(each)) line.add(above);
    return line;
  };
  const familyOf = (id: SynsetId): readonly SynsetId[] => [
    ...overOf(id),
    ...overOf(id).flatMap((above) => overOf(above).filter(narrow)),
  ];
  return (meaning) => {
    const line = lineOf(meaning);
    const family = new Set(familyOf(meaning));
    const related = (sense: SynsetId) =>
      line.has(sense) || familyOf(sense).some((each) => family.has(each)) || lineOf(sense).has(meaning);
    return ({ senses }) => senses.some(related);
  };
};

/** What has more kinds than this, such as "person", makes no family. */
const widest = 60;

/** Words of definitions that say little of what is meant. */
const idle = new Set(
  (
    "act acts action any anything are being because but cause certain characterized condition did does doing done especially " +
    "for from give given giving has have having his her into its kind lack lacking large make makes making man marked more " +
    "most not of one or other others out part people person place process property quality relating set small some " +
    "somebody someone something state such than that the their them thing things through time trait two up use used " +
    "using usually very way when where which who with without your"
  )
    .split(" ")
    .map((word) => word.slice(0, 5)),
);
const tellingWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 5))
    .filter((word) => !idle.has(word));

/** Whether two definitions have a telling word in common, so that they may mean nearly the same. */
export const alike = (one: string, other: string): boolean => {
  const words = new Set(tellingWords(one));
  return tellingWords(other).some((word) => words.has(word));
};
