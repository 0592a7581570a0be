/** A text without the one character that no database takes. */
export const storable = (text: string): string => text.replaceAll("\0", "");

/**
 * A value as JSON that a column takes. Clients' words are looked at when they come; what others say, such as a model,
 * loses here what no database takes.
 */
export const storableJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  if (!unstorable.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" ? storable(part).toWellFormed() : part,
  );
};
/** How JSON writes NUL, and the halves of surrogate pairs that stand alone. */
const unstorable = /\\u(?:0000|d[89a-f])/i;

/** Whether a text could be in the database at all, and so be found. */
export const isStorable = (text: string): boolean => !text.includes("\0");

/** A pattern for `like` that finds what holds a text, whatever characters that is made of. */
export const holding = (text: string): string => `%${escaped(text)}%`;

/** A pattern for `like` that finds what begins with a text. */
export const beginning = (text: string): string => `${escaped(text)}%`;

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
