import type { When } from "./lexicon.ts";
import type { Word } from "./words.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const fillers = set(
  "a an the is are r am be was such total complete absolute utter little big fat huge real just nothing but so damn right old " +
    "poor sad lazy of all like look looks sound really truly literally actually another fuckin freaking giant pathetic " +
    "massive selfish bunch typical only one common more know are re m s gonna acting act lot mega biggest " +
    "such always both sorry miserable worthless useless horrible nasty disgusting rude cheating lying ignorant",
);
/** Words between which and a coarse word stand fillers at most, and it is meant for somebody. */
const aims = set("you u ur youre your ya yall yous youse urs yer yo thou");
const harsh = set("such what being fucking stupid dumb filthy ugly bloody goddamn dirty stinking rotten fucken");
const selves = set("i im me my myself ive we were id");
const calls = set("hey oi lol omg stfu away up off bye lmao rofl ew yuck ugh wtf haha");
const somebodys = set(
  "my your ur ya yo the suck sucking sucks sucked lick licking big huge small tiny hard hairy fat wet tight eat eating show touch rub stroke ride your massive hot",
);
const owners = set("your ur");
/** Insults that are said of things far more often than of people. */
const rubbish = /^(?:trash|garbage|filth|tool|retarded)$/;
const things = set(
  "talk talking talked can cans bag bags bin bins day man truck pickup box kit belt tv show music about food",
);
const isPlural = ({ text }: Word): boolean => text.endsWith("s") && !text.endsWith("ss");
const asked = set("your ur my show touch suck sucking lick licking eat stroke ride hard wet tight");
const pointed = set("this that these those");
const groups = set("these those them theyre they he she hes shes guy dude");

/** Whether what stands around a word says that it is meant for somebody, and not for the speaker. */
const isAimed = (words: readonly Word[], at: number, isCapital: (word: Word) => boolean): boolean => {
  const own = words[at];
  if (own === undefined) return false;
  const isThing = rubbish.test(own.text);
  let before = at - 1;
  let harshly = false;
  for (let steps = 0; steps < 4 && before >= 0 && fillers.has(textOf(words, before)); steps++) {
    if (textOf(words, before) === "such") harshly = true;
    before--;
  }
  const first = textOf(words, before);
  const after = textOf(words, at + 1);
  const later = textOf(words, at + 2);
  if (selves.has(first) && first !== "we" && first !== "were") return false;
  if (isAboutSelf(after, later)) return false;
  // "Your creeps" are his, not he; "trash talk" is talk.
  if (aims.has(first)) return !(isThing && things.has(after)) && !(owners.has(first) && isPlural(own));
  if (isThing) return false;
  if (harshly || harsh.has(first)) return first !== "what" || /^an?$/.test(textOf(words, at - 1)) || before < at - 1;
  if (groups.has(first) && before < at - 1) return !/^rap(?:ed|ing)$/.test(own.text);
  if (after === "off" || after === "you" || after === "yourself") return !isCapital(own);
  if (after === "is" && later === "what") return true;
  if (after === "again" && (first === "this" || first === "that")) return true;
  if (after === "like" && later === "you") return true;
  if (after === "nice" || after === "please" || after === "pls") return calls.has(first);
  return calls.has(first) && !isCapital(own) && before === at - 1;
};

/** "Elon is a …": said of somebody, and not of a thing. */
const isSaidOfOne = (words: readonly Word[], at: number): boolean => {
  let is = at - 1;
  while (is > at - 5 && !/^(?:is|are|re)$/.test(textOf(words, is)) && fillers.has(textOf(words, is))) is--;
  return is < at - 1 && /^(?:is|are|re)$/.test(textOf(words, is)) && !unsaid.has(textOf(words, is - 1));
};
const unsaid = set(
  "it this that thing life karma which there question game answer not if who everything nobody idea word here",
);

const isAboutSelf = (after: string, later: string): boolean =>
  (after === "i" && (later === "am" || later === "was")) || (after === "im" && later === "") || after === "myself";

const textOf = (words: readonly Word[], at: number): string => words[at]?.text ?? "";

/** Whether a line begins or ends with a word by which it calls somebody: "move, asshole". */
const isCalled = (words: readonly Word[], at: number): boolean =>
  words.length < 9 && (at === 0 || (at === words.length - 1 && !links.has(textOf(words, at - 1))));
const links = set(
  "a an the my his her our their some any no of to be being been is are was were and or like such as with for by about called that",
);

/** Whether a word that is harmless for itself counts where it stands. */
export const isMeant = (
  when: When,
  words: readonly Word[],
  at: number,
  isDisguised: boolean,
  isCapital: (word: Word) => boolean,
): boolean => {
  if (when === "always") return true;
  if (isDisguised && when !== "aimed") return true;
  const own = words[at];
  if ((when === "bare" || when === "called") && words.length === 1 && own !== undefined && !isCapital(own)) return true;
  if (
    when === "called" &&
    (isSaidOfOne(words, at) || isCalled(words, at)) &&
    !(at > 0 && own !== undefined && isCapital(own))
  )
    return true;
  const isBare = when === "bare" || when === "called";
  if (isBare && pointed.has(textOf(words, at - 1))) return true;
  if (when === "anatomy" && (pointed.has(textOf(words, at - 1)) || asked.has(textOf(words, at - 1)))) return true;
  if (isAimed(words, at, isCapital)) return true;
  return when === "body" && somebodys.has(textOf(words, at - 1)) && textOf(words, at - 1) !== "the";
};
