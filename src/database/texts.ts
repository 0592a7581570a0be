/** A text without the one character that no database takes. */
export const storable = (text: string): string => text.replaceAll("\0", "");

/** Whether a text could be in the database at all, and so be found. */
export const isStorable = (text: string): boolean => !text.includes("\0");

/** A pattern for `like` that finds what holds a text, whatever characters that is made of. */
export const holding = (text: string): string => `%${escaped(text)}%`;

/** A pattern for `like` that finds what begins with a text. */
export const beginning = (text: string): string => `${escaped(text)}%`;

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
