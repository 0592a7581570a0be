/** Whether somebody of these names is named in a text, as a word of its own. */
export const mentions = (text: string, names: Iterable<string>): boolean => {
  const said = ` ${wordsOf(text)} `;
  for (const name of names) {
    const wanted = wordsOf(name);
    // A name of signs alone has no words.
    if (wanted === "" ? name !== "" && text.includes(name) : said.includes(` ${wanted} `)) return true;
  }
  return false;
};

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
