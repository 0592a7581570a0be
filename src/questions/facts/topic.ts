import { topicWords } from "../text.ts";
import type { Card, Kind, Subject } from "./card.ts";

/** Words of a wish that tell nothing of what is wished for. */
const idle = new Set(
  topicWords(
    "all any basic beginner best challenge common easy everything expert fact famous fun general hard kid know " +
      "knowledge learn list me medium mixed more most name one our please popular quick random simple some their test " +
      "tricky various well world’s",
  ),
);

/** Words of names that fit many and so tell of none: "new", "north". */
const vague = new Set(
  topicWords(
    "central city coast democratic east eastern island new north northern part republic saint south southern " +
      "united west western",
  ),
);

/**
 * The cards about a topic. Each of its words must be known, or it is about something else: "football in Brazil" is not
 * about Brazil. Of kinds, and of subjects, those count that no other one fits better: "South Africa" is not about all of
 * Africa, while "flags and capitals" is about both.
 */
export const fitting = (cards: readonly Card[], topic: string): readonly Card[] => {
  const words = topicWords(topic).filter((word) => !idle.has(word));
  if (words.length === 0) return cards;
  const kinds = best(new Set(cards.map(({ kind }) => kind)), words, wordsOfKind);
  const ofKinds = kinds.size === 0 ? cards : cards.filter(({ kind }) => kinds.has(kind));
  const rest = words.filter((word) => ![...kinds].some((kind) => wordsOfKind(kind).has(word)));
  if (rest.length === 0) return ofKinds;
  const all = new Set(cards.flatMap((card) => card.subjects));
  const named = [...all].filter(({ name }) => name.length > 0 && name.every((word) => rest.includes(word)));
  const unnamed = rest.filter((word) => !named.some(({ name }) => name.includes(word)));
  const others = [...best(all, unnamed, (subject) => subject.words)];
  const telling = others.filter((subject) => unnamed.some((word) => subject.words.has(word) && !vague.has(word)));
  if (unnamed.some((word) => !telling.some((subject) => subject.words.has(word)))) return [];
  const meant = new Set([...named, ...telling]);
  return ofKinds.filter((card) => card.subjects.some((subject) => meant.has(subject)));
};

const kindWords = new WeakMap<Kind, ReadonlySet<string>>();
const wordsOfKind = (kind: Kind): ReadonlySet<string> => {
  const known = kindWords.get(kind) ?? new Set(topicWords(`${kind.topics} ${kind.category}`));
  kindWords.set(kind, known);
  return known;
};

/** Those that share words with a topic, without those whose shared words another one has all and more of. */
const best = <T>(
  all: ReadonlySet<T>,
  words: readonly string[],
  wordsOf: (one: T) => ReadonlySet<string>,
): ReadonlySet<T> => {
  const shared = [...all].map((one) => ({ one, words: words.filter((word) => wordsOf(one).has(word)) }));
  const sets = new Map(shared.map((each) => [each.words.join(" "), each.words]));
  const beaten = (own: readonly string[]) =>
    own.length === 0 ||
    [...sets.values()].some((other) => other.length > own.length && own.every((word) => other.includes(word)));
  return new Set(shared.filter((each) => !beaten(each.words)).map(({ one }) => one));
};

/** A subject that fits the words of its name and of some texts. */
export const subjectOf = (name: string, ...texts: readonly string[]): Subject => ({
  name: topicWords(name),
  words: new Set([name, ...texts].flatMap((text) => topicWords(text))),
});
