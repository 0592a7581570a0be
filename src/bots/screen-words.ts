import { letters, plain, unleetWords, wordsOf } from "./screen-fold.ts";

/** Words that a bot never says, whoever asks for them. Beginnings of words; for whole words there is the second list. */
const beginnings = (
  "fuck motherfuck shit bullshit cunt bitch bastard asshole arsehole wank twat nigg faggot retard spastic tranny kike " +
  "chink gook wetback paki raghead whore slut porn blowjob handjob cumshot dildo masturbat orgasm penis vagina clitor " +
  "erotic hentai pedophil paedophil rapist raping molest incest genocid holocaust hitler nazi terroris suicid behead " +
  "lynch jihad heroin cocaine scheisse arschloch fotze hurensohn putain salope encule mierda pendejo cabron maricon " +
  "stronzo cazzo merda"
).split(" ");

const whole = new Set(
  (
    "ass arse dick cock cum tits boobs nude nudes naked sex sexy sexual fag dyke coon spic hoe pussy rape raped kys " +
    "horny bdsm milf moron morons imbecile idiot idiots stupid dumbass scum filth kill killed murder " +
    "bomb bombs stab meth puta merde con"
  ).split(" "),
);

/** Sentences that are made of harmless words. */
const phrases =
  /\b(?:(?:i|we) (?:hate|despise) (?:you|u|them|all|every)|(?:hang|hurt|harm|cut|shoot) (?:your|him|her|them|my)sel\w+|go die|drop dead|shut up|nobody (?:likes|loves|wants) you|you(?:re| are) (?:ugly|(?:an? |such an? )?losers?|worthless|pathetic|trash|garbage|disgusting|a cheat\w*|dumb|nothing)|is a cheat\w*|deserves? to die|will die|make a (?:gun|weapon))\b/;

/** Whether nothing in a line is coarse, sexual, violent or an insult, as far as a short list can tell. */
export const isFit = (text: string): boolean => {
  const clear = unleetWords(plain(text));
  const words = wordsOf(clear);
  if (words.some((word) => isCoarse(word) || isCoarse(word.replace(/(.)\1+/gu, "$1")))) return false;
  // Spelled out, with or without signs between.
  const spelled = clear.match(/(?<!\p{L})\p{L}(?:[\s.*_-]+\p{L}(?!\p{L})){2,}/gu) ?? [];
  const chunks = clear.split(/\s+/).filter((chunk) => /\p{L}[*_.-]\p{L}/u.test(chunk));
  if ([...spelled, ...chunks].some((chunk) => isCoarse(letters(chunk)))) return false;
  return !phrases.test(words.join(" ")) && !/\b(?:f\W{1,3}ck|sh\W{1,2}t|b\W{1,2}tch|c\W{1,2}nt|n\W{1,2}gg)/.test(clear);
};

const isCoarse = (word: string): boolean =>
  whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
