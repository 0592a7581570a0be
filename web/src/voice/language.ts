/** Words that a text of a language hardly does without. */
const common: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "of", "is", "was", "which", "what", "who", "in", "how", "did", "to", "and"],
  de: ["der", "die", "das", "ist", "welche", "welcher", "welches", "wer", "wie", "und", "in", "wurde", "ein", "eine"],
  es: ["el", "la", "los", "es", "cual", "que", "quien", "de", "en", "fue", "como", "donde", "y"],
  fr: ["le", "la", "les", "est", "quel", "quelle", "qui", "de", "des", "en", "dans", "du", "et", "ou"],
  pt: ["o", "os", "qual", "que", "quem", "de", "em", "foi", "como", "onde", "e", "um", "uma", "do", "da"],
};

/** Scripts that give a language away. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Greek}{3}/u, "el"],
  [/\p{Script=Cyrillic}{3}/u, "ru"],
  [/\p{Script=Arabic}{3}/u, "ar"],
  [/\p{Script=Hebrew}{3}/u, "he"],
  [/\p{Script=Devanagari}{3}/u, "hi"],
];

/** The language a text is most likely in, as far as a voice needs it; `otherwise` when nothing tells. */
export const languageOf = (text: string, otherwise: string): string => {
  const script = scripts.find(([letters]) => letters.test(text))?.[1];
  if (script !== undefined) return script;
  const said = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const counts = Object.entries(common).map(
    ([language, words]) => [language, said.filter((word) => words.includes(word)).length] as const,
  );
  const [best, next] = counts.toSorted(([, one], [, other]) => other - one);
  return best !== undefined && next !== undefined && best[1] >= 2 && best[1] > next[1] ? best[0] : otherwise;
};

/** The language of the page, in the kind that the browser's user speaks: `de-AT` for `de`. */
export const spokenHere = (): string => {
  const page = document.documentElement.lang;
  const isPages = (wish: string): boolean => wish.toLowerCase().split("-")[0] === page;
  return page === "" ? navigator.language : (navigator.languages.find(isPages) ?? page);
};

type Voice = { readonly lang: string; readonly localService: boolean; readonly default: boolean };

/** The voice to read a language with: one of this device before one of somewhere else; undefined when there is none. */
export const voiceFor = <V extends Voice>(voices: readonly V[], language: string): V | undefined => {
  const wanted = language.toLowerCase();
  const weight = ({ lang, localService, default: isDefault }: V): number => {
    const its = lang.toLowerCase().replace("_", "-");
    if (its !== wanted && its.split("-")[0] !== wanted.split("-")[0]) return 0;
    return 1 + (its === wanted ? 4 : 0) + (localService ? 2 : 0) + (isDefault ? 1 : 0);
  };
  const [best] = voices.toSorted((one, other) => weight(other) - weight(one));
  return best !== undefined && weight(best) > 0 ? best : undefined;
};
