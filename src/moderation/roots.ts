/** A word, and what is left of it without its ending or its two endings. */
export const rootsOf = (word: string): readonly string[] => {
  const roots = [word];
  for (const tail of tails)
    if (word.length > tail.length + 3 && word.endsWith(tail)) roots.push(word.slice(0, -tail.length));
  return roots;
};

const tails = ["s", "es", "ed", "d", "ing", "er", "ers", "ly", "ish", "ness"];
