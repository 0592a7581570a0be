import { language } from "./say.ts";

const makers = new Map<string, unknown>();

/** Made once for each language and look: making them is slow. */
const maker = <Made>(kind: string, options: object, make: (locale: string) => Made): Made => {
  const name = `${kind} ${language.value} ${JSON.stringify(options)}`;
  const known = (makers.get(name) as Made | undefined) ?? make(language.value);
  makers.set(name, known);
  return known;
};

/** A number as it is written in the page's language. */
export const inFigures = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  maker("number", options, (locale) => new Intl.NumberFormat(locale, options)).format(value);

/** A point in time, in ms since 1970, as it is written in the page's language. */
export const inDates = (at: number, options: Intl.DateTimeFormatOptions): string =>
  maker("date", options, (locale) => new Intl.DateTimeFormat(locale, options)).format(at);

/** Words one after the other, as "A, B and C". */
export const inList = (words: readonly string[], options: Intl.ListFormatOptions = { type: "conjunction" }): string =>
  maker("list", options, (locale) => new Intl.ListFormat(locale, options)).format(words);

/** How far from now, as "in 3 days" or "yesterday". */
export const fromNow = (
  value: number,
  unit: Intl.RelativeTimeFormatUnit,
  options: Intl.RelativeTimeFormatOptions = { numeric: "auto" },
): string => maker("from now", options, (locale) => new Intl.RelativeTimeFormat(locale, options)).format(value, unit);
