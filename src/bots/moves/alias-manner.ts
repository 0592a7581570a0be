import type { Random } from "../../core/random.ts";
import { around } from "./spread.ts";

/** How somebody writes and when, in one round. Each round has another one, so that nobody is known by it. */
export type Manner = {
  readonly capitals: boolean;
  readonly stops: number;
  readonly slips: number;
  readonly smiles: number;
  /** How long one letter takes, in ms. */
  readonly letterMs: number;
  /** Half of their lines are shorter than this. */
  readonly letters: number;
  /** How long they think before a line, half of the time; in ms. */
  readonly thinkMs: number;
  /** How likely they are to answer a line of somebody else, and to add one to their own. */
  readonly answers: number;
  readonly adds: number;
  /** How long they are silent on average before they say something of themselves; in ms. Some never do. */
  readonly silentMs: number;
  /** How much of the talk they are there for, from 0. */
  readonly mood: number;
  /** Of two names, how often they take the first. */
  readonly first: number;
};

/** Most are there; some hardly say a word, and some none, as among people. */
const moodOf = (random: Random): number => {
  const chance = random();
  return chance < 0.05 ? 0 : chance < 0.17 ? 0.3 : 0.6 + 0.7 * random();
};

/** Drawn by the laws that people are spread by: see docs/modes/find-the-bot.md. */
export const mannerOf = (random: Random): Manner => {
  const wordsAMinute = Math.min(80, Math.max(18, around(random, 41, 0.32)));
  return {
    capitals: random() < 0.35,
    stops: random() < 0.25 ? 0.7 : 0.05,
    slips: 0.08 * random(),
    smiles: random() < 0.25 ? 0.2 : 0.02,
    letterMs: 60_000 / (5 * wordsAMinute),
    letters: around(random, 22, 0.35),
    thinkMs: around(random, 1900, 0.35),
    answers: 0.08 + 0.42 * random(),
    adds: 0.02 + 0.33 * random(),
    silentMs: around(random, 15_000, 0.5),
    mood: moodOf(random),
    first: random() < 0.15 ? 1 : 0.5 + 0.3 * random(),
  };
};

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
