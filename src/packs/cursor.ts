import type { PackLine } from "./packs.ts";

/** A place in a list of packs: the one that a page ended with. */
export type Mark = { readonly createdAt: string; readonly id: string };

export const cursorOf = ({ createdAt, id }: PackLine): string => `${Date.parse(createdAt)}.${id}`;

/** The mark that a cursor means; undefined for the beginning. */
export const markOf = (cursor: string | undefined): Mark | undefined => {
  const [, at, id] = /^(\d{1,13})\.([\w-]{1,64})$/.exec(cursor ?? "") ?? [];
  return at === undefined || id === undefined ? undefined : { createdAt: new Date(Number(at)).toISOString(), id };
};
