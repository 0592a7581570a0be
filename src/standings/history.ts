/** A place in a player's history: the game that a page ended with. */
export type HistoryMark = { readonly at: number; readonly game: string };

/** What a cursor looks like: the time of a game and its id. */
export const cursorPattern = /^\d{1,13}\.[\w-]{1,64}$/;

export const cursorOf = ({ at, game }: HistoryMark): string => `${at}.${game}`;

/** The mark that a cursor means; undefined for the beginning, which is also where a wrong one leads. */
export const markOf = (cursor: string | undefined): HistoryMark | undefined => {
  if (cursor === undefined || !cursorPattern.test(cursor)) return undefined;
  const dot = cursor.indexOf(".");
  return { at: Number(cursor.slice(0, dot)), game: cursor.slice(dot + 1) };
};
