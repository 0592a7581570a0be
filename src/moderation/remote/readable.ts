/** More than anybody may say at once; of a longer text the beginning is judged. */
const mostCharacters = 2000;

/**
 * A text as it is sent to be judged: what nobody sees is gone, and styled letters are plain. A broken character would
 * make some servers refuse the whole call, and with it what everybody else has said. "" when there is nothing to judge.
 */
export const readable = (text: string): string =>
  text
    .slice(0, mostCharacters)
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, "")
    .normalize("NFKC")
    // Plain, one character may be eighteen.
    .slice(0, mostCharacters)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .toWellFormed()
    .trim();
