import type { Where } from "./lexicon.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const tails = {
  noun: "s z es zz".split(" "),
  verb: "s z es ed d ing in n en er ers a ah y ty ted ting ter ters ery".split(" "),
};

/** What people glue to a coarse word, before it and after it. */
const before = words(
  "a i you u ur your the big dumb fat fucking fuckin little stupid dirty ugly filthy damn stfu hey omg lol such a an my " +
    "this that im ima these all what super mega xx mr mrs ms sir king lord no holy bull horse bat dip cock suck go get",
);
const after = words(
  "you u ur face faced head heads hole holes bag bags boy boys girl lord lords off wad wads tard ass up me em stain " +
    "breath brain brains sucker suckers licker wit lover bot bots eater fest show stick bucket hat wipe nugget " +
    "lol again is this that all it them him her xx xxx yeah pls please now and dumpster slut whore bitch",
);

const hissing = /[sxz]$|[cs]h$/;

const endings = (word: string, where: Where): readonly string[] => {
  if (where === "whole") return [];
  const some = where === "noun" ? tails.noun : tails.verb;
  return some.filter((tail) => tail !== "es" || hissing.test(word));
};

/** How a word of the lexicon stands inside a token: as it is or with an ending, glued to another, or not so at all. */
export const placeOfWord = (word: string, where: Where, front: string, back: string): "own" | "glued" | undefined => {
  if (front === "" && (back === "" || endings(word, where).includes(back))) return "own";
  if (where === "in") return "glued";
  if (where === "whole" || (front !== "" && !before.has(front))) return undefined;
  // "dickheads": one ending after the glue.
  const isGlue =
    after.has(back) ||
    (back.startsWith("s") && after.has(back.slice(1))) ||
    (back.endsWith("s") && after.has(back.slice(0, -1)));
  return back === "" || isGlue || endings(word, where).includes(back) ? "glued" : undefined;
};

/** A word of the lexicon with all its endings. */
export const withTails = (word: string, where: Where): readonly string[] => [
  word,
  ...endings(word, where).map((tail) => word + tail),
];
