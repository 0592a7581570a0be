import type { Found } from "./finding.ts";
import { fold } from "./fold.ts";
import { isGiven, isJoke } from "./names.ts";
import { ordinaryPairs } from "./ordinary.ts";
import { within } from "./search.ts";
import { read } from "./words.ts";

/** Shorter words stand by chance where two names meet, as in "Chris Hitchens". */
const shortest = 5;

/** What a name says by its parts, and when it is read as one word; nobody is aimed at in a name. */
export const findInName = (name: string): readonly Found[] => {
  // "PenisMan" has two parts.
  const { words } = read(fold(name.replace(/(?<=[a-z])(?=[A-Z])/g, " ")).text);
  const whole = { span: { start: 0, end: name.length }, view: "joined", score: 0.8 };
  const parts = words
    .flatMap((word) => within(word))
    .filter(({ entry }) => entry.when !== "aimed" && !isGiven(entry.word));
  const joined = words.map(({ text }) => text).join("");
  const across =
    words.length < 2 || ordinaryPairs.has(words.map(({ text }) => text).join(" "))
      ? []
      : within({ text: joined, from: 0, to: joined.length, view: "joined" }).filter(
          ({ entry }) => entry.when === "always" && entry.word.length >= shortest,
        );
  const found = [...parts, ...across].map(({ entry }) => ({
    ...whole,
    tier: entry.tier,
    category: entry.category,
    rule: `word:${entry.word}`,
  }));
  return isJoke(joined) ? [...found, { ...whole, tier: 2, category: "insult", rule: "name:joke" }] : found;
};
