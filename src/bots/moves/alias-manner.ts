import type { Random } from "../../core/random.ts";

/** How somebody writes. Each round has another one, so that nobody is known by it. */
export type Manner = {
  readonly capitals: boolean;
  readonly stops: number;
  readonly slips: number;
  readonly smiles: number;
  /** How long one letter takes, in ms. */
  readonly letterMs: number;
  /** How readily they speak, from 0 to 1. */
  readonly eager: number;
  /** So many lines in a round. */
  readonly most: number;
};

export const mannerOf = (random: Random): Manner => ({
  capitals: random() < 0.35,
  stops: random() < 0.25 ? 0.7 : 0.05,
  slips: 0.08 * random(),
  smiles: random() < 0.3 ? 0.2 : 0.02,
  letterMs: 110 + 130 * random(),
  eager: 0.35 + 0.65 * random(),
  most: 4 + Math.floor(random() * 7),
});

const smiles = ["😄", "😅", "🙂", "😂", "🤔"];

/** The same line as somebody of this manner would type it. */
export const typed = (line: string, manner: Manner, random: Random): string => {
  const slipped = random() < manner.slips ? withSlip(line, random) : line;
  const begun = manner.capitals ? slipped.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : slipped;
  const cased = manner.capitals ? begun.replace(/\bi(?=\b|')/gu, "I") : begun;
  const ended = /\p{L}$/u.test(cased) && random() < manner.stops ? `${cased}.` : cased;
  return random() < manner.smiles ? `${ended} ${smiles[Math.floor(random() * smiles.length)]}` : ended;
};

/** Two neighbours within a word change places, or one is left out. */
const withSlip = (line: string, random: Random): string => {
  const words = [...line.matchAll(/\p{Ll}{5,}/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (word === undefined) return line;
  const [text] = word;
  const at = 1 + Math.floor(random() * (text.length - 3));
  const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  const slipped = random() < 0.5 ? swapped : text.slice(0, at) + text.slice(at + 1);
  return line.slice(0, word.index) + slipped + line.slice(word.index + text.length);
};
