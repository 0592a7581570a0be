import type { Random } from "../../core/random.ts";
import { isPlural, namesOf, nounsOf, sayable } from "./words.ts";

/** Words for those who can do something. */
const animate = new Set(
  `pirate king queen prince princess girl boy child children man woman lady lord baby mother father sister brother aunt uncle
  grandmother grandfather granny grandpa friend stranger neighbour neighbor witch wizard knight giant fairy elf dwarf troll
  ghost vampire skeleton zombie monster dragon unicorn mermaid robot alien astronaut captain sailor explorer detective
  inspector thief burglar butler cook chef baker farmer teacher doctor nurse driver gardener singer dancer painter writer
  hunter keeper guard soldier mayor judge clown cat dog fox wolf bear mouse rat horse cow pig goat sheep goose duck chicken
  hen owl bird gull seagull parrot crow penguin rabbit hare frog toad snake turtle snail fish shark whale octopus lion tiger elephant
  monkey otter hedgehog squirrel spider bee ant bat donkey hamster kitten puppy people crew team family`.split(/\s+/),
);

/** Where things happen; what is there is the better thing to go on with. */
const places = new Set(
  `bakery market theatre theater school house castle town village city bank street station planet island forest wood woods
  sea river lake mountain hill basement cellar attic kitchen room garden park shop store bus ship world sky stage tower
  cave beach road bridge hotel restaurant library museum corner table floor wall top bottom middle`.split(/\s+/),
);

/** Nouns that nothing can happen to. */
const vague = new Set("pair space story tale way kind lot piece part bit time".split(" "));

/** Names that are nobody's. */
const noPersons =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Halloween|Easter|English|Earth|Mars)$|\b(?:Mountain|House|Street|Station|River|Sea|Island|Forest|Lake|City|Hotel|Bridge|Puddle)$/;

export type Cast = {
  /** Somebody and something to go on with; "" for nobody and nothing. */
  readonly who: string;
  readonly thing: string;
  /** Who, and what, the story began with. */
  readonly hero: string;
  readonly first: string;
};

type Found = { readonly people: readonly string[]; readonly things: readonly string[] };

/** Who and what a sentence tells of, as the next one may call them. */
const foundIn = (sentence: string): Found => {
  const names = joined(namesOf(sentence), sentence).filter((name) => !noPersons.test(name));
  const nouns = nounsOf(sentence).filter((noun) => !vague.has(noun));
  const isSomebody = (noun: string): boolean => animate.has(noun) || animate.has(noun.replace(/s$/, ""));
  const things = nouns.filter((noun) => !isSomebody(noun));
  const portable = things.filter((noun) => !places.has(noun));
  const sorted = (portable.length > 0 ? portable : things).toSorted(
    (a, b) => Number(isPlural(a)) - Number(isPlural(b)),
  );
  return { people: [...names, ...nouns.filter(isSomebody).map(called)], things: sorted.map(called) };
};

/** "Inspector" and "Plum" as one where they stand together. */
const joined = (names: readonly string[], sentence: string): readonly string[] => {
  const found: string[] = [];
  for (const name of names) {
    const before = found.at(-1);
    if (before !== undefined && sentence.includes(`${before} ${name}`)) found[found.length - 1] = `${before} ${name}`;
    else found.push(name);
  }
  return found;
};

const called = (noun: string): string => (isPlural(noun) ? `one of the ${noun}` : `the ${noun}`);

/**
 * Who and what the next sentence may be about: from the last one, and rather what people brought in or what came up
 * before than what was only said in passing.
 */
export const castOf = (soFar: readonly string[], byPeople: readonly string[], random: Random): Cast => {
  const told = soFar.map(foundIn);
  const last: Found = told.at(-1) ?? { people: [], things: [] };
  const theirs = (byPeople.length === 0 ? soFar : byPeople).toReversed().map(foundIn);
  const before = told.slice(0, -1);
  const chance = random();
  const choose = (kind: keyof Found): string => {
    const known = last[kind].filter((one) => before.some((found) => found[kind].includes(one)));
    const brought = last[kind].filter((one) => theirs.some((found) => found[kind].includes(one)));
    const recent = theirs.flatMap((found) => found[kind]).slice(0, 2);
    const options = [
      brought.length > 1 ? brought.filter((one) => known.includes(one)) : [],
      brought,
      known,
      recent,
      last[kind],
    ];
    const some = options.find((one) => one.length > 0) ?? [];
    return (
      some[Math.floor(chance * some.length)] ?? before.findLast((found) => found[kind].length > 0)?.[kind][0] ?? ""
    );
  };
  const earliest = (kind: keyof Found): string =>
    theirs.findLast((found) => found[kind].length > 0)?.[kind][0] ??
    told.find((found) => found[kind].length > 0)?.[kind][0] ??
    "";
  const who = choose("people");
  const thing = choose("things") || who;
  return { who, thing, hero: earliest("people") || earliest("things"), first: earliest("things") || thing };
};

const articles = new Set(["a", "an", "the", "my", "our", "some", "this", "that", "your"]);
const nobody = /^(?:it|us|me|you|him|her|them|something|anything|what|how|course|whatever)$/i;
const ends =
  /\b(?:and|who|that|which|in|on|at|from|please|pls|with|called|named|for|to|together|tonight|now|or|but)\b/i;

/** Who or what a story is to be about: as something new in it, "a grumpy snail called Bob", and as it is called then. */
type Subject = { readonly phrase: string; readonly name: string };

const noSubject: Subject = { phrase: "", name: "" };

/** What somebody wants a story about, as far as that can be told in a few words. */
export const subjectOf = (wish: string): Subject => {
  const [, rest = ""] = /\b(?:about|featuring|starring|of)\s+(.{2,80})/is.exec(wish.slice(0, 300)) ?? [];
  const [, name = ""] = /\b(?:called|named)\s+(\p{Lu}\p{L}{1,15})\b/u.exec(rest) ?? [];
  const words = sayable(rest.split(/[.,!?;:"()]/u)[0]?.split(ends)[0] ?? "", 32)
    .split(" ")
    .filter((word) => word !== "");
  const article = articles.has(words[0]?.toLowerCase() ?? "") ? (words[0] ?? "") : "";
  const bare = (article === "" ? words : words.slice(1)).join(" ");
  const noun = words.at(-1)?.toLowerCase() ?? "";
  if (bare === "" || words.length > 5 || nobody.test(bare)) return noSubject;
  if (article === "" && /^\p{Lu}\p{Ll}/u.test(bare)) return { phrase: `somebody called ${bare}`, name: `and ${bare}` };
  const withName = name === "" ? "" : ` called ${name}`;
  const again = `the ${noun}${name === "" ? "" : ` was ${name}`}`;
  if (article.toLowerCase() === "the") return { phrase: `the ${bare}${withName}`, name: again };
  if (isPlural(noun)) return { phrase: `a pair of ${bare}`, name: again };
  return { phrase: `${/^[aeiou]/i.test(bare) ? "an" : "a"} ${bare}${withName}`, name: again };
};
