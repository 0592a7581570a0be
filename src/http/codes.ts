import { randomInt } from "node:crypto";

/** No 0, 1, I, L or O: they are mistaken for one another. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 5;

/** A random code for a lobby. */
export const newCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)] as string).join("");

const pattern = new RegExp(`^[${alphabet}]{${length}}$`);

/** A code as people type it, in any case and with spaces; undefined when it can't be one. */
export const readCode = (text: string): string | undefined => {
  const code = text.replace(/\s+/g, "").toUpperCase();
  return pattern.test(code) ? code : undefined;
};
