import { type Card, identity, type Kind, type Theme, wrongChoices } from "../card.ts";

const shared = { category: "Mathematics", credit: "worked out" } as const;
const topics = "math maths mathematics arithmetic number calculation";
const kinds = {
  roman: { ...shared, name: "roman", topics: `roman numeral ${topics}` },
  inroman: { ...shared, name: "inroman", topics: `roman numeral ${topics}` },
  product: { ...shared, name: "product", topics: `multiplication times table mental ${topics}`, special: true },
  prime: { ...shared, name: "prime", topics: `prime ${topics}`, special: true },
  binary: { ...shared, name: "binary", topics: `binary computing ${topics}`, special: true },
} as const satisfies Record<string, Kind>;

export const numbersTheme: Theme = {
  kinds: Object.values(kinds),
  load: () =>
    Promise.resolve([
      ...range(4, 120).flatMap(romanCards),
      ...range(6, 25).flatMap((one) => range(one, 25).map((other) => productCard(one, other))),
      ...range(12, 200).map(primeCard),
      ...range(5, 63).map(binaryCard),
    ]),
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const around = (number: number, steps: readonly number[]): readonly string[] =>
  steps
    .map((step) => number + step)
    .filter((each) => each > 0)
    .map(String);

const signs: readonly (readonly [sign: string, worth: number])[] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** A number under 400 as the Romans wrote it. */
const roman = (number: number): string => {
  const sign = signs.find(([, worth]) => worth <= number);
  return sign === undefined ? "" : sign[0] + roman(number - sign[1]);
};

const romanCards = (number: number): readonly Card[] => {
  const written = roman(number);
  const about = { subjects: [], difficulty: number <= 20 ? "easy" : number <= 60 ? "medium" : "hard" } as const;
  const near = around(number, [-20, -10, -2, -1, 1, 2, 10, 20]);
  return [
    {
      ...about,
      ...identity(kinds.roman, String(number)),
      draft: (random) => ({
        prompt: `Which number is written ${written} in Roman numerals?`,
        right: String(number),
        wrong: wrongChoices(String(number), [near], random),
        explanation: `${number} is written ${written} in Roman numerals.`,
      }),
    },
    {
      ...about,
      ...identity(kinds.inroman, String(number)),
      draft: (random) => ({
        prompt: `How is ${number} written in Roman numerals?`,
        right: written,
        wrong: wrongChoices(written, [near.map((each) => roman(Number(each)))], random),
        explanation: `${number} is written ${written} in Roman numerals.`,
      }),
    },
  ];
};

const productCard = (one: number, other: number): Card => ({
  ...identity(kinds.product, `${one}-${other}`),
  subjects: [],
  difficulty: other <= 10 ? "easy" : one <= 12 ? "medium" : "hard",
  draft: (random) => ({
    prompt: `What is ${one} times ${other}?`,
    right: String(one * other),
    wrong: wrongChoices(String(one * other), [around(one * other, [-20, -10, 10, 20, -one, other])], random),
    explanation: `${one} × ${other} = ${one * other}`,
  }),
});

const isPrime = (number: number): boolean => range(2, Math.floor(Math.sqrt(number))).every((each) => number % each > 0);

const primeCard = (number: number): Card => {
  const next = range(number + 1, 2 * number).find(isPrime) ?? 2;
  const composites = range(number + 1, next + 20).filter((each) => each % 2 === 1 && each % 5 > 0 && !isPrime(each));
  return {
    ...identity(kinds.prime, String(number)),
    subjects: [],
    difficulty: number <= 30 ? "easy" : number <= 90 ? "medium" : "hard",
    draft: (random) => ({
      prompt: `What is the first prime number above ${number}?`,
      right: String(next),
      wrong: wrongChoices(String(next), [composites.map(String)], random),
      explanation: `The first prime above ${number} is ${next}.`,
    }),
  };
};

const binaryCard = (number: number): Card => ({
  ...identity(kinds.binary, String(number)),
  subjects: [],
  difficulty: number <= 8 ? "easy" : number <= 31 ? "medium" : "hard",
  draft: (random) => ({
    prompt: `Which number does the binary ${number.toString(2)} stand for?`,
    right: String(number),
    wrong: wrongChoices(String(number), [around(number, [-8, -4, -2, -1, 1, 2, 4, 8])], random),
    explanation: `In binary, ${number} is written ${number.toString(2)}.`,
  }),
});
