import { plain, unleetWords, wordsOf } from "./screen-fold.ts";

/** Talk of answers, letters, places in the list, languages and codes. */
const about =
  /\b(?:answers?|answered|answering|choices?|options?|pick\w*|choose\w*|chose|chosen|correct\w*|hints?|clues?|solution|rhym\w+|letters?|initials?|syllables?|vowels?|consonants?|alphabet\w*|spell\w*|spelt|backwards?|anagram\w*|acrostic\w*|synonyms?|antonyms?|opposite|translat\w*|abbreviat\w*|starts?|starting|begins?|beginning) (?:with|in|on|by|off)\b|\b(?:answers?|choices?|options?|pick|picks|picked|choose|chose|chosen|correct|hints?|clues?|solution|rhym\w+|letters?|initials?|syllables?|vowels?|consonants?|alphabet\w*|spell\w*|spelt|backwards?|anagram\w*|acrostic\w*|synonyms?|antonyms?|opposite|translat\w*|abbreviat\w*|prefix|suffix|capital|half|halves)\b/;
/** "No hints from me!" is none. */
const denials =
  /\b(?:no|not a|never a|without|any|zero|want) (?:hints?|clues?|syllables?|spoilers?|answers?)\b|\bgo with your gut\b/g;
const frames =
  /\b(?:ends? (?:with|in|on)|sounds? (?:like|a lot like|as if)|looks? like|think of|stands? for|(?:made|full) of|known (?:as|for)|famous for|better known|same as|short for|not the|rules? out|eliminate|go(?:ing)? (?:with|for)|went (?:with|for)|my (?:money|bet|vote|guess) (?:is|on|goes)|bet on|vote for|vot\w+ for|put me down|the one (?:with|that|who|which|from|in|of|on|near)|it(?:s| is| was| has to be| must be| could be| might be)(?: (?:definitely|clearly|obviously|surely|probably|certainly|of course|totally))? (?:the|in|on|a place|that)|(?:has|have|got) to be|must be|swap|between the lines|press|click|tap|hit|button|double click|the key|in (?:french|german|spanish|italian|english|latin|greek|russian|dutch|portuguese|polish|chinese|japanese)|(?:french|german|spanish|italian|latin|greek|russian) for|base ?64|rot ?13|cipher|cypher|caesar|hex|hexadecimal|binary|morse|ascii|encod\w+|decod\w+|unscramble|reverse\w*|mirror\w*|read (?:the first|between|every|only)|every other)\b/;

const positions =
  "first|second|third|fourth|fifth|sixth|last|top|bottom|middle|centre|center|upper|lower|left|right|above|below|former|latter|penultimate|uppermost|final|1st|2nd|3rd|[456]th";
const placed: readonly RegExp[] = [
  // "at the last minute" and "the first time" say nothing.
  new RegExp(
    `\\b(?:the|your|on|from|is|its|in|go|say|try|take|that|number) (?:${positions})\\b(?! (?:time|times|minute|minutes|moment|seconds?|day|night|week|game|round|place|rounds?|games)\\b)`,
  ),
  new RegExp(`\\b(?:${positions}) (?:one|${positions}|from|of|in|row|column|box|line|item|entry|corner|side)\\b`),
  /\b(?:two|three|four|five|six|deux|trois|quatre|zwei|drei|vier|dos|tres|cuatro|due|tre|quattro|number|nummer|numero|nr|hash|alpha|bravo|charlie|delta|echo|foxtrot|bee|cee|dee|erste\w*|zweite\w*|dritte\w*|vierte\w*|premiere?|deuxieme|troisieme|quatrieme|primer[oa]?|segund[oa]|tercer[oa]?)\b/,
  /\bone\b(?= (?:is|it is|of the|of them|for sure)\b)|\b(?:is|its|say|try|option|go|take|plus) one\b/,
  // "the funny one" may be about a choice.
  /\b(?:the|that|an?) (?!(?:next|other|good|nice|hard|tricky|tough|easy|fun|big|last|great|only|lucky|new|old|little)\b)\p{L}+ one\b/u,
];
const alone = new RegExp(`^(?:\\p{L}+ )?(?:${positions}|one)(?: \\p{L}+)?$`, "u");

/** Medals, arrows, fingers, playing cards; only what shows a mood is allowed. */
const moods =
  /[\u{1f600}-\u{1f64f}\u{1f970}-\u{1f97a}🤔🤗🤩🤭🤞🎉🎊✨🔥💪👏👍👋🙌❤💛💚💙💜🎈⏳⏰🕐]|\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}]/gu;

/** Whether a line could be a hint at a choice by its letter, number, place, sound or spelling. */
export const isHint = (text: string): boolean => {
  if (
    /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff]/u.test(
      text.replace(moods, ""),
    )
  )
    return true;
  const seen = plain(text);
  const words = wordsOf(seen).join(" ").replace(denials, "");
  const clear = wordsOf(unleetWords(seen)).join(" ").replace(denials, "");
  if ([about, frames, ...placed].some((hint) => hint.test(words) || hint.test(clear))) return true;
  if (alone.test(words) || /(?:^| )[1-9](?: |$)/.test(words) || /[#№]|\d+\s?[./]\s?\d|\d+(?:\W+\d+){2,}/.test(seen))
    return true;
  // Morse, and words with letters left out.
  if (
    /(?:^|\s)[.·•–—_-]{1,5}(?:[\s/|]+[.·•–—_-]{1,5}){2,}/.test(text) ||
    /\p{L}[*_#?](?=\p{L})|\p{L}[*_#]{2,}|_{2,}/u.test(text)
  )
    return true;
  return loneLetter.test(seen.replace(/['’](?=\p{L})/gu, ""));
};

/** A letter by itself is a label or a beginning, but for "I", and "a" before a word that may follow the article. */
const loneLetter =
  /(?<!\p{L})(?:[^\P{L}ai]|a(?! ["'“]?\p{L})|a (?:is|its|was|it|for|all|or|and|then|obviously|definitely|of|my|i|you|the|a|to|in|on|clearly|surely|please|guys|folks|everyone|everybody|people|again|here|there|seems|looks|sounds|feels|will|would|has|must|could|not|no|yes)(?!\p{L}))(?!\p{L})/u;
