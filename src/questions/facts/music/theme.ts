import { type Card, identity, type Kind, type Theme, wrongChoices } from "../card.ts";
import { subjectOf } from "../topic.ts";
import { type Mode, noteName, scaleOf, signatureOf, soundOf, tonics } from "./scales.ts";

const shared = {
  category: "Music",
  credit: "worked out from the circle of fifths",
  special: true,
} as const;
const topics = "music musical theory note";
const kinds = {
  signature: { ...shared, name: "signature", topics: `${topics} key signature sharp flat` },
  relative: { ...shared, name: "relative", topics: `${topics} key relative major minor` },
  degree: { ...shared, name: "degree", topics: `${topics} scale` },
  triad: { ...shared, name: "triad", topics: `${topics} chord triad harmony` },
} as const satisfies Record<string, Kind>;

export const musicTheme: Theme = {
  kinds: Object.values(kinds),
  load: () => Promise.resolve((["major", "minor"] as const).flatMap((mode) => tonics(mode).flatMap(cardsOf(mode)))),
};

const difficulty = (fifths: number): Card["difficulty"] =>
  Math.abs(fifths) <= 2 ? "easy" : Math.abs(fifths) <= 4 ? "medium" : "hard";

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];
const other = { major: "minor", minor: "major" } as const;

/** A note is a number of fifths up from C: G is 1, F is -1. */
const cardsOf =
  (mode: Mode) =>
  (tonic: number): readonly Card[] => {
    const name = `${noteName(tonic)} ${mode}`;
    const signature = signatureOf(tonic, mode);
    const scale = scaleOf(tonic, mode);
    const card = (kind: Kind, key: string, draft: Card["draft"]): Card => ({
      ...identity(kind, `${noteName(tonic).replace(" ", "-")}-${mode}${key}`),
      subjects: [subjectOf("scale")],
      difficulty: difficulty(signature),
      draft,
    });
    const triad = (notes: readonly number[]) => notes.map(noteName).join(", ");
    const [root = 0, , third = 0, , fifth = 0] = scale;
    const lowered = mode === "major" ? third - 7 : third + 7;
    const relative = mode === "major" ? tonic + 3 : tonic - 3;
    return [
      card(kinds.relative, "", (random) => ({
        prompt: `What is the relative ${other[mode]} of ${name}?`,
        right: `${noteName(relative)} ${other[mode]}`,
        wrong: wrongChoices(
          `${noteName(relative)} ${other[mode]}`,
          [[-4, -3, -2, -1, 1, 2, 3].map((step) => `${noteName(relative + step)} ${other[mode]}`)],
          random,
        ),
        explanation: `Both keys have ${accidentals(signature)}.`,
      })),
      ...(signature === 0
        ? []
        : [
            card(kinds.signature, "", (random) => ({
              prompt: `What is the key signature of ${name}?`,
              right: accidentals(signature),
              wrong: wrongChoices(accidentals(signature), [near(signature).map(accidentals)], random),
              explanation: `${name} has ${accidentals(signature)}.`,
            })),
          ]),
      ...scale.slice(1).map((note, i) =>
        card(kinds.degree, `-${i + 2}`, (random) => {
          const strangers = [note - 7, note + 7, note - 5, note + 5, note + 1, note - 1].filter(
            (each) => soundOf(each) !== soundOf(note) && each >= -8 && each <= 12,
          );
          return {
            prompt: `Which note is the ${ordinals[i + 1]} of the${mode === "minor" ? " natural" : ""} ${name} scale?`,
            right: noteName(note),
            wrong: wrongChoices(noteName(note), [strangers.map(noteName)], random),
            explanation: `The scale of ${name}: ${triad(scale)}.`,
          };
        }),
      ),
      card(kinds.triad, "", (random) => ({
        prompt: `Which three notes make the ${name} triad?`,
        right: triad([root, third, fifth]),
        wrong: wrongChoices(
          triad([root, third, fifth]),
          [
            [
              [root, lowered, fifth],
              [root, third, fifth + 7],
              [root, lowered, fifth - 7],
              [root, root - 1, fifth],
            ].map(triad),
          ],
          random,
        ),
        explanation: `The ${name} triad is the first, third and fifth of its scale.`,
      })),
    ];
  };

const accidentals = (signature: number): string => {
  const count = Math.abs(signature);
  return count === 0 ? "no sharps or flats" : `${count} ${signature > 0 ? "sharp" : "flat"}${count === 1 ? "" : "s"}`;
};

const near = (signature: number): readonly number[] =>
  [-signature, signature - 1, signature + 1, signature - 2, signature + 2].filter((each) => Math.abs(each) <= 7);
