/** Small number words of five languages, for what recognisers write out. */
const words: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze",
    "zero um dois tres quatro cinco seis sete oito nove dez onze doze",
  ].flatMap((line) => line.split(" ").map((word, value) => [word, value])),
);

const tens: Readonly<Record<string, number>> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10]),
);

/** Every script's letters and digits without case, accents and signs, in words. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    // 1,000 and 1 000 are one number each.
    .replace(/(\d)[.,'\s](?=\d{3}(?!\d))/g, "$1")
    .replace(/['’`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** A number as it is said: "nineteen sixty nine", "two hundred and five", "forty two"; undefined for anything else. */
const numberOf = (said: readonly string[]): number | undefined => {
  let total = 0;
  let part = 0;
  let known = false;
  for (const word of said) {
    const small = words[word] ?? tens[word] ?? (/^\d{1,9}$/.test(word) ? Number(word) : undefined);
    if (word === "hundred") part = Math.max(1, part) * 100;
    else if (word === "thousand" || word === "million") {
      total += Math.max(1, part) * (word === "thousand" ? 1000 : 1_000_000);
      part = 0;
    } else if (small === undefined) {
      if (word !== "and" || !known) return undefined;
      // "nineteen sixty nine": two halves of a year.
    } else part = part >= 10 && part < 100 && small >= 10 ? part * 100 + small : part + small;
    known = true;
  }
  return known ? total + part : undefined;
};

/** How a text is compared: its words, or the number that they are. */
export const folded = (text: string): string => {
  const said = wordsOf(text);
  const value = numberOf(said);
  return value === undefined ? said.join(" ") : String(value);
};

/** The least number of letters to put in, take out or change, or to swap with the next, to make one text of the other. */
export const distance = (one: string, other: string): number => {
  const [a, b] = [Array.from(one), Array.from(other)];
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (back[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (back[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (twoBack[column - 2] ?? 0) + 1);
      line.push(least);
    }
    twoBack = back;
    back = line;
  }
  return back[b.length] ?? 0;
};
