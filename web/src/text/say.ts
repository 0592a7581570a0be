import { setupI18n } from "@lingui/core";
import { signal } from "@preact/signals";
import { builtIn, type Catalogue, fetchCatalogue, type Key, type Part } from "./catalogues.ts";
import { type Language, languageKey, languages, wishedLanguage } from "./languages.ts";
import { filled, hide } from "./slots.ts";

export type { Key } from "./catalogues.ts";

/** What the page speaks. Whatever is said while a component renders is said anew when it changes. */
export const language = signal<Language>("en");

const texts = setupI18n();
// A text without places to fill is kept as it is; in tests nothing is compiled yet.
if (!import.meta.url.startsWith("file:")) texts.setMessagesCompiler((text) => [text]);
/** The parts that pages have needed so far: another language needs them, too. */
const needed = new Set<Part>();
const coming = new Map<string, Promise<void>>();

/** A text by its name, as `say("play:question.of", { number: 3, total: 10 })`. */
export const say = (key: Key, values: Readonly<Record<string, string | number>> = {}): string => {
  const { plain, hidden } = hide(values);
  return filled(format(key, plain), hidden);
};

/** The text with the places for what was hidden still in it. */
export const format = (key: Key, values: Readonly<Record<string, string | number>>): string => {
  // Read first, so that who says it hears of another language.
  void language.value;
  return texts._(key, values);
};

/** Whether there is a text of this name, for names that come from the server. */
export const isKey = (key: string): key is Key => Object.hasOwn(texts.messages, key);

/** Fetches a part that is not in the main script, for the page that is to show it. Rejects if there is no way. */
export const need = (part: Part): Promise<void> => {
  needed.add(part);
  return bring(language.value, part);
};

const bring = (to: Language, part: Part | "main"): Promise<void> => {
  const name = `${to}/${part}`;
  const known = coming.get(name);
  if (known !== undefined) return known;
  const work = fetchCatalogue(to, part).then((catalogue) => put(to, catalogue));
  coming.set(name, work);
  work.catch(() => coming.delete(name));
  return part === "main" || to === "en" ? work : work.catch(() => inEnglish(to, part));
};

/** Better than nothing. */
const inEnglish = async (to: Language, part: Part): Promise<void> => put(to, await fetchCatalogue("en", part));

const put = (to: Language, catalogue: Catalogue): void => texts.load(to, catalogue);

/** Speaks another language from now on; the promise rejects, and nothing changes, when its texts can't be had. */
export const speak = async (to: Language): Promise<void> => {
  if (coming.get(`${to}/main`) === undefined) put(to, { ...builtIn });
  await Promise.all([...(to === "en" ? [] : ["main" as const]), ...needed].map((part) => bring(to, part)));
  texts.activate(to);
  language.value = to;
  Object.assign(globalThis.document?.documentElement ?? {}, { lang: to, dir: languages[to].dir });
};

/** Speaks what somebody has chosen, and remembers it. */
export const choose = async (to: Language): Promise<void> => {
  await speak(to);
  try {
    localStorage.setItem(languageKey, to);
  } catch {
    // Nothing may be stored: it holds as long as the page.
  }
};

put("en", builtIn);
texts.activate("en");

/** Speaks what is wished, before anything is shown; English when that can't be had. */
export const startSpeaking = async (): Promise<void> => {
  await speak(wishedLanguage()).catch(() => speak("en"));
};
