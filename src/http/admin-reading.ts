import { ApiError } from "./errors.ts";

/** A page of what was found, one more than asked for, and where the next begins. */
export const pageOf = <T>(found: readonly T[], limit: number, idOf: (one: T) => string) => {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last !== undefined ? { cursor: idOf(last) } : {} };
};

/** No id of ours is longer or holds a control character, which a database would refuse as text. */
export const readAdminId = (text: string): string => {
  if (!/^\P{Cc}{1,64}$/u.test(text)) throw new ApiError("not_found");
  return text;
};
