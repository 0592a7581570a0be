/** A pattern for `like` that finds what holds a text, whatever characters that is made of. */
export const holding = (text: string): string => `%${escaped(text)}%`;

/** A pattern for `like` that finds what begins with a text. */
export const beginning = (text: string): string => `${escaped(text)}%`;

const escaped = (text: string): string => text.replaceAll("\0", "").replaceAll(/[\\%_]/g, String.raw`\$&`);
