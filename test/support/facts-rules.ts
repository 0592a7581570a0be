import { STATUS_CODES } from "node:http";
import type { Asked, Check } from "./facts-recheck.ts";

/** Keys of a piano for the white notes. */
const white: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const keyOf = (note: string): number => {
  const [letter = "", ...signs] = note.split(" ");
  const size = signs.includes("double") ? 2 : 1;
  const sign = signs.includes("sharp") ? size : signs.includes("flat") ? -size : 0;
  return ((white[letter] ?? 0) + sign + 12) % 12;
};

/** Half-tones of the notes of a scale above its first one. */
const steps: Readonly<Record<string, readonly number[]>> = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
};
const letters = "CDEFGAB";

/** Written from the bottom up: each note has the next letter, and a sign that makes the half-tones right. */
const scaleOf = (tonic: string, mode: string): readonly string[] =>
  (steps[mode] ?? []).map((step, i) => {
    const letter = letters[(letters.indexOf(tonic[0] ?? "") + i) % 7] ?? "";
    const off = ((keyOf(tonic) + step - (white[letter] ?? 0) + 18) % 12) - 6;
    return `${letter}${["", " sharp", " double sharp"][off] ?? ["", " flat", " double flat"][-off]}`;
  });
const signature = (tonic: string, mode: string): string => {
  const scale = scaleOf(tonic, mode);
  const count = (sign: string) => scale.filter((note) => note.endsWith(sign)).length;
  const text = (size: number, sign: string) => `${size} ${sign}${size === 1 ? "" : "s"}`;
  return count("sharp") > 0 ? text(count("sharp"), "sharp") : text(count("flat"), "flat");
};
const keyParts = (key: string): readonly [tonic: string, mode: string, rest: string] => {
  const [, tonic = "", mode = "", rest = ""] = /^(.*)-(major|minor)-?(.*)$/.exec(key) ?? [];
  return [tonic.replace("-", " "), mode, rest];
};

const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** A sign before a greater one counts against it. */
const fromRoman = (text: string): number =>
  text.split("").reduce((sum, sign, i) => {
    const [own = 0, next = 0] = [worth[sign], worth[text[i + 1] ?? ""]];
    return own < next ? sum - own : sum + own;
  }, 0);

const divisors = (number: number): number =>
  Array.from({ length: number }, (_, i) => i + 1).filter((each) => number % each === 0).length;
const nextPrime = (number: number): number => (divisors(number + 1) === 2 ? number + 1 : nextPrime(number + 1));

const only = ({ right, wrong }: Asked, holds: (choice: string) => boolean): boolean =>
  holds(right) && !wrong.some(holds);

export const ruleChecks: Readonly<Record<string, Check>> = {
  signature: (asked) => only(asked, (choice) => choice === signature(...pairOf(asked.key))),
  relative: (asked) => {
    const [tonic, mode] = keyParts(asked.key);
    const scale = scaleOf(tonic, mode);
    const right = mode === "major" ? `${scale[5]} minor` : `${scale[2]} major`;
    return only(asked, (choice) => choice === right);
  },
  degree: (asked) => {
    const [tonic, mode, place] = keyParts(asked.key);
    const note = scaleOf(tonic, mode)[Number(place) - 1] ?? "";
    return asked.right === note && only(asked, (choice) => keyOf(choice) === keyOf(note));
  },
  triad: (asked) => {
    const [one, , third, , fifth] = scaleOf(...pairOf(asked.key));
    return only(asked, (choice) => choice === [one, third, fifth].join(", "));
  },
  status: (asked) => only(asked, (choice) => choice === STATUS_CODES[asked.key]),
  statuscode: (asked) => only(asked, (choice) => asked.prompt.includes(`“${STATUS_CODES[choice]}”`)),
  roman: (asked) =>
    only(asked, (choice) => fromRoman(/written (\w+)/.exec(asked.prompt)?.[1] ?? "") === Number(choice)),
  inroman: (asked) => only(asked, (choice) => fromRoman(choice) === Number(asked.key)),
  product: (asked) => {
    const [one = 0, other = 0] = asked.key.split("-").map(Number);
    return only(asked, (choice) => Number(choice) / one === other);
  },
  prime: (asked) => only(asked, (choice) => Number(choice) === nextPrime(Number(asked.key))),
  binary: (asked) =>
    only(asked, (choice) => Number.parseInt(/\d+/.exec(asked.prompt)?.[0] ?? "", 2) === Number(choice)),
};

const pairOf = (key: string): readonly [tonic: string, mode: string] => {
  const [tonic, mode] = keyParts(key);
  return [tonic, mode];
};
