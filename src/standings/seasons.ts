/** How many months a season lasts, from January on; 0 for none. */
export type SeasonMonths = 0 | 1 | 3 | 6 | 12;

/** Times in ms since 1970, in UTC. The `number`-th of its year; `end` is the first instant that is not of it. */
export type Season = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly begin: number;
  readonly end: number;
};

/** What the id of a season looks like: its year and its number there. */
export const seasonPattern = /^\d{4}-\d{1,2}$/;

const yearMonths = 12;

const seasonOf = (months: number, index: number): Season => {
  const first = index * months;
  const year = Math.floor(first / yearMonths);
  const number = (first - year * yearMonths) / months + 1;
  return {
    id: `${year}-${number}`,
    year,
    number,
    begin: Date.UTC(year, first - year * yearMonths),
    end: Date.UTC(year, first - year * yearMonths + months),
  };
};

const indexAt = (months: number, at: number): number => {
  const day = new Date(at);
  return Math.floor((day.getUTCFullYear() * yearMonths + day.getUTCMonth()) / months);
};

/** The season that an instant is in; undefined when there are none. */
export const seasonAt = (months: SeasonMonths, at: number): Season | undefined =>
  months === 0 ? undefined : seasonOf(months, indexAt(months, at));

/** The season of that id; undefined when there is none. */
export const seasonBy = (months: SeasonMonths, id: string): Season | undefined => {
  if (months === 0 || !seasonPattern.test(id)) return undefined;
  const [year = 0, number = 0] = id.split("-").map(Number);
  if (year < 1970 || number < 1 || number > yearMonths / months) return undefined;
  return seasonOf(months, (year * yearMonths) / months + number - 1);
};

/** The season of that id, or without one that of `at`; undefined for one that has not begun by then. */
export const seasonNow = (months: SeasonMonths, at: number, id?: string): Season | undefined => {
  const season = id === undefined ? seasonAt(months, at) : seasonBy(months, id);
  return season !== undefined && season.begin <= at ? season : undefined;
};

/** The seasons from the one that `from` is in back to that of `to`, newest first, `most` of them at most. */
export const seasonsBack = (months: SeasonMonths, from: number, to: number, most: number): readonly Season[] => {
  if (months === 0) return [];
  const newest = indexAt(months, from);
  const count = Math.max(0, Math.min(most, newest - indexAt(months, to) + 1));
  return Array.from({ length: count }, (_, back) => seasonOf(months, newest - back));
};
