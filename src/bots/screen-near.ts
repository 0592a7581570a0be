/** Whether a token is a word misspelled: one letter wrong, missing or too many, two in long words, or all of them in disorder. */
export const isNear = (token: string, word: string): boolean => {
  if (word.length < 5 || Math.abs(token.length - word.length) > 2) return false;
  const most = word.length > 7 ? 2 : 1;
  if (inOrder(token) === inOrder(word)) return true;
  let row = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= token.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const cost = token[i - 1] === word[j - 1] ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + cost, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[word.length] ?? most + 1) <= most;
};

const inOrder = (word: string): string => word.split("").toSorted().join("");
