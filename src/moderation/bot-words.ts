import type { Found } from "./finding.ts";
import { spanOf, type Folded } from "./fold.ts";
import { lineIn } from "./phrases.ts";
import type { Reading, Word } from "./words.ts";

/** Beginnings of words that a bot never says, whoever asks for them: people may, in a quiz on history. */
const beginnings = (
  "rapist raping molest incest genocid holocaust hitler nazi terroris suicid behead lynch jihad heroin cocaine erotic " +
  "orgasm penis vagina clitor porn masturbat scheisse arschloch fotze hurensohn putain salope encule mierda pendejo " +
  "cabron maricon stronzo cazzo merda"
).split(" ");

const whole = new Set(
  (
    "ass arse dick cock cum tits boobs nude nudes naked sex sexy sexual fag dyke coon spic hoe pussy rape raped kys " +
    "horny bdsm milf moron morons imbecile idiot idiots stupid dumbass scum filth kill killed murder bomb bombs stab " +
    "bitch bitches bastard bastards chink chinks faggot faggots " +
    "meth puta merde con"
  ).split(" "),
);

/** Sentences that are made of harmless words. */
const phrases =
  /\b(?:(?:i|we) (?:hate|despise) (?:you|u|them|all|every)|(?:hang|hurt|harm|cut|shoot) (?:your|him|her|them|my)sel\w+|go die|drop dead|shut up|nobody (?:likes|loves|wants) you|you(?:re| are) (?:ugly|(?:an? |such an? )?losers?|worthless|pathetic|trash|garbage|disgusting|a cheat\w*|dumb|nothing)|is a cheat\w*|deserves? to die|will die|make a (?:gun|weapon))\b/;

/** What is fit for people and not for a bot. */
export const findForBots = (folded: Folded, { words, besides }: Reading): readonly Found[] => {
  const said = [...words, ...besides].filter(({ text }) => isUnfit(text) || isUnfit(text.replace(/(.)\1+/g, "$1")));
  const found = said.map((word) => finding("bot:word", folded, word, word));
  const [first, last] = [words[0], words.at(-1)];
  return first !== undefined && last !== undefined && phrases.test(lineIn(words))
    ? [...found, finding("bot:phrase", folded, first, last)]
    : found;
};

const isUnfit = (word: string): boolean =>
  whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));

const finding = (rule: string, folded: Folded, first: Word, last: Word): Found => ({
  tier: 0,
  category: "mild",
  rule,
  span: spanOf(folded, first.from, last.to),
  view: first.view,
  score: 0.9,
});
