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

/**
 * Whether every text in a value, keys too, is one that can be written down and shown: without NUL, which PostgreSQL
 * takes nowhere, and without halves of surrogate pairs, which its JSON does not take. What has more parts than anything
 * a client may send is not: a value that holds itself has no end of them.
 */
export const isWritable = (value: unknown): boolean => {
  if (typeof value === "string") return isWritableText(value);
  if (typeof value !== "object" || value === null) return true;
  const left: object[] = [value];
  let parts = 0;
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    for (const [key, inner] of Object.entries(part) as [string, unknown][]) {
      if (++parts > mostParts || !isWritableText(key)) return false;
      if (typeof inner === "string" && !isWritableText(inner)) return false;
      if (typeof inner === "object" && inner !== null) left.push(inner);
    }
  }
  return true;
};

/** Twice as many as 32 KB of JSON can hold. */
const mostParts = 32_768;

const isWritableText = (text: string): boolean => isStorable(text) && text.isWellFormed();

/** A pattern for `like` that finds what holds a text, whatever characters that is made of. */
export const holding = (text: string): string => `%${escaped(text)}%`;

/** A pattern for `like` that finds what begins with a text. */
export const beginning = (text: string): string => `${escaped(text)}%`;

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
