/** How many weights there are: every feature of a text is hashed to one of them. */
export const SIZE = 65_536;

/** So much of a text is looked at: more than a chat line may have. */
const longest = 600;

/** The features of one text at most: three lengths of character runs at every place, words, pairs of words. */
export const MOST = longest * 5;

const folded = new Uint16Array(longest + 2);

const space = 32;
const at = 64;
const zero = 48;

/**
 * Writes the text's features, numbers below `SIZE`, to the beginning of `into` and answers how many there are. They are
 * its words, its pairs of neighbouring words and its runs of three to five characters, of a copy in which letter case,
 * accents, digits, repeats and names after an @ make no difference. One pass and no strings made: a line costs
 * microseconds, whatever is in it.
 */
export const featuresOf = (text: string, into: Uint16Array): number => {
  const length = fold(text);
  return wordsOf(length, into, runsOf(length, into));
};

/** Writes the folded text, a space at both ends, and answers its length. */
const fold = (text: string): number => {
  let source = text.length > longest ? text.slice(0, longest) : text;
  // The usual line is ASCII and needs none of this.
  if (!isAscii(source)) source = source.normalize("NFKD").toLowerCase();
  if (source.includes("://")) source = source.replace(/[a-z]{1,10}:\/\/\S*/gi, " ");
  folded[0] = space;
  let length = 1;
  for (let i = 0; i < source.length && length <= longest; i++) {
    const code = plain(source.charCodeAt(i));
    if (code === 0 || isOneTooMany(code, length)) continue;
    folded[length++] = code;
    // Whose name it is says nothing about the line.
    if (code === at) while (i + 1 < source.length && plain(source.charCodeAt(i + 1)) !== space) i++;
  }
  if (folded[length - 1] !== space) folded[length++] = space;
  return length;
};

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

/** One character folded; 0 for what is left out: apostrophes, accents, and what nobody sees. */
const plain = (code: number): number => {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code <= space) return space;
  if (code >= zero && code <= 57) return zero;
  if (code === 39) return 0;
  if (code < 128) return code;
  if (code === 0xa0 || code === 0x2028 || code === 0x2029) return space;
  const unseen =
    code === 0xad ||
    code === 0x2019 ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff;
  return unseen ? 0 : code;
};

/** A second space, or the third of a kind. */
const isOneTooMany = (code: number, length: number): boolean =>
  folded[length - 1] === code && (code === space || folded[length - 2] === code);

/** A hash's better half: the upper bits depend on all that went in. */
const slot = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 16;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The runs of three, four and five characters that begin at each place. */
const runsOf = (length: number, into: Uint16Array): number => {
  let count = 0;
  for (let start = 0; start + 3 <= length; start++) {
    const two = step(step(0x811c9dc5, folded[start] as number), folded[start + 1] as number);
    const three = step(two, folded[start + 2] as number);
    into[count++] = slot(three);
    if (start + 4 > length) continue;
    const four = step(three, folded[start + 3] as number);
    into[count++] = slot(four);
    if (start + 5 <= length) into[count++] = slot(step(four, folded[start + 4] as number));
  }
  return count;
};

const isInWord = (code: number): boolean => (code >= 97 && code <= 122) || code === zero || code > 127;

/** Words, and each with the one before it. */
const wordsOf = (length: number, into: Uint16Array, from: number): number => {
  let count = from;
  let word = 0;
  let before = 0x2545f491;
  for (let i = 0; i < length; i++) {
    const code = folded[i] as number;
    if (isInWord(code)) {
      word = step(word === 0 ? 0x1b873593 : word, code);
    } else if (word !== 0) {
      into[count++] = slot(word);
      into[count++] = slot(Math.imul(before, 0x85ebca6b) ^ word);
      before = word;
      word = 0;
    }
  }
  return count;
};
