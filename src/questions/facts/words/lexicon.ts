import { setImmediate as others } from "node:timers/promises";
import type { Question } from "../../../core/game.ts";
import type { Random } from "../../../core/random.ts";
import type { Subject } from "../card.ts";
import { subjectOf } from "../topic.ts";
import { definitionIn, givesAway, isFit } from "./fit.ts";
import { alike, kinIn, type KinOf } from "./kin.ts";
import type { Synset, SynsetId, Word, WordNet } from "./wordnet.ts";

/** A word that may be asked about, in its first meaning. */
export type Entry = {
  readonly word: Word;
  readonly synset: Synset;
  /** "" when none of WordNet's would do. */
  readonly definition: string;
  readonly difficulty: Question["difficulty"];
  readonly subject: Subject;
};

export type Lexicon = {
  readonly entries: readonly Entry[];
  /** By what they mean first. */
  readonly byMeaning: ReadonlyMap<SynsetId, readonly Entry[]>;
  readonly apartFrom: ApartFrom;
  /** Up to three entries that surely do not mean what this one means, of the same class and topic if possible. */
  readonly strangers: (of: Entry, random: Random, fits: (other: Entry) => boolean) => readonly Entry[];
};

const longestDefinition = 110;
const atATime = 2000;

export const lexiconOf = async (wordnet: WordNet): Promise<Lexicon> => {
  const entries: Entry[] = [];
  for (const [i, word] of wordnet.words.entries()) {
    if (i % atATime === 0) await others();
    const synset = wordnet.synsets.get(word.senses[0] ?? 0);
    if (synset === undefined || !isFit(word, synset)) continue;
    const found = definitionIn(synset, longestDefinition);
    const definition = givesAway(found, word.lemma) ? "" : found;
    entries.push({
      word,
      synset,
      definition,
      difficulty: difficultyOf(word),
      subject: subjects[synset.file] ?? anyWord,
    });
  }
  const shelves = Map.groupBy(entries, shelfOf);
  const apartFrom = apartIn(kinIn(wordnet));
  return {
    entries,
    byMeaning: Map.groupBy(entries, meaningOf),
    apartFrom,
    strangers: (of, random, fits) => {
      const shelf = shelves.get(shelfOf(of)) ?? [];
      const apart = apartFrom(of);
      const found: Entry[] = [];
      for (let tries = 0; tries < 400 && found.length < 3; tries++) {
        const other = shelf[Math.floor(random() * shelf.length)];
        if (other === undefined || found.includes(other) || !asKnown(of, other) || !isPlain(other)) continue;
        if (fits(other) && apart(other)) found.push(other);
      }
      return found;
    },
  };
};

export const meaningOf = ({ word }: Entry): SynsetId => word.senses[0] ?? 0;

/** Words of one class and topic lie together. */
const shelfOf = ({ word, synset }: Entry): string => `${word.wordClass} ${synset.file}`;

/** Whether neither word can mean what the other one means first, as far as WordNet and the definitions tell. */
type ApartFrom = (one: Entry) => (other: Entry) => boolean;

const apartIn =
  (kinOf: KinOf): ApartFrom =>
  (one) => {
    const { word, definition } = one;
    const kin = kinOf(meaningOf(one));
    return (other) =>
      word.lemma !== other.word.lemma &&
      !word.senses.some((sense) => other.word.senses.includes(sense)) &&
      !kin(other.word) &&
      !kinOf(meaningOf(other))(word) &&
      !givesAway(definition, other.word.lemma) &&
      !givesAway(other.definition, word.lemma) &&
      !alike(definition, other.definition);
  };

/** Words of many meanings are no good as wrong choices: one of those might be meant. */
const isPlain = ({ word }: Entry): boolean => word.senses.length <= 3;

const levels = ["easy", "medium", "hard"];
/** Whether two words are about as well known. */
const asKnown = (one: Entry, other: Entry): boolean =>
  Math.abs(levels.indexOf(one.difficulty) - levels.indexOf(other.difficulty)) <= 1;

/** By how often people met the word when they read texts for WordNet. */
const difficultyOf = ({ count }: Word): Question["difficulty"] =>
  count >= 12 ? "easy" : count >= 3 ? "medium" : "hard";

const anyWord = subjectOf("");
/** What people may call the topics of WordNet's files. */
const subjects: Readonly<Record<number, Subject>> = {
  5: subjectOf("", "animal"),
  12: subjectOf("", "feeling emotion"),
  13: subjectOf("", "food drink"),
  17: subjectOf("", "nature landscape"),
  20: subjectOf("", "plant"),
  37: subjectOf("", "feeling emotion"),
  43: subjectOf("", "weather"),
};
