import type { Cue, Music } from "./cues.ts";

/** One tone: when it begins and how long it lasts, in seconds, how high it is, its colour, and how loud (0 to 1). */
export type Note = {
  readonly at: number;
  readonly lasts: number;
  readonly hz: number;
  readonly wave: "sine" | "triangle" | "square";
  readonly gain: number;
};

/** Half tones above the A at 440 Hz. */
const pitch = (steps: number): number => 440 * 2 ** (steps / 12);

const note = (at: number, steps: number, lasts: number, gain = 0.3, wave: Note["wave"] = "triangle"): Note => ({
  at,
  lasts,
  hz: pitch(steps),
  wave,
  gain,
});

/** Some tones one after another. */
const run = (
  steps: readonly number[],
  each: number,
  lasts: number,
  gain?: number,
  wave?: Note["wave"],
): readonly Note[] => steps.map((step, index) => note(index * each, step, lasts, gain, wave));

/** Right goes up and wrong goes down, softly: nobody is shamed in front of a room. */
export const tunes: Readonly<Record<Cue, readonly Note[]>> = {
  join: run([3, 10], 0.08, 0.18, 0.2),
  opens: run([-2, 3, 7, 10], 0.07, 0.3, 0.25),
  tick: [note(0, 15, 0.05, 0.16, "square")],
  locked: [note(0, 3, 0.07, 0.25, "square"), note(0.06, -9, 0.14, 0.3)],
  right: run([3, 7, 10, 15], 0.08, 0.28, 0.3),
  wrong: run([-2, -5], 0.16, 0.3, 0.25, "sine"),
  reveal: [...run([-9, -2, 3], 0, 0.6, 0.16), note(0.12, 10, 0.5, 0.16)],
  streak: run([15, 19, 22, 27], 0.05, 0.2, 0.2, "sine").map((one) => ({ ...one, at: one.at + 0.36 })),
  fanfare: [
    ...run([3, 3, 3, 10], 0.15, 0.22, 0.3),
    ...run([7, 10, 15], 0, 1.2, 0.2).map((one) => ({ ...one, at: 0.75 })),
    note(0.75, 3, 1.2, 0.25, "sine"),
  ],
  chat: [note(0, 19, 0.06, 0.1, "sine")],
};

/** Roots and thirds of four bars that lead back to their beginning. */
const bars = [
  { root: -21, third: 4 },
  { root: -24, third: 3 },
  { root: -28, third: 4 },
  { root: -26, third: 4 },
] as const;

/** How long a bar lasts, in seconds. */
export const barSeconds: Readonly<Record<Exclude<Music, "none">, number>> = { lobby: 3.2, question: 2 };

/** The tones of the nth bar of the music, from its beginning. Soft enough to talk over. */
export const barOf = (music: Exclude<Music, "none">, nth: number): readonly Note[] => {
  const { root, third } = bars[nth % bars.length] ?? bars[0];
  const chord = [root + 12, root + 12 + third, root + 19, root + 24];
  const beat = barSeconds[music] / 8;
  if (music === "question") {
    const pulse = Array.from({ length: 8 }, (_, index) =>
      note(index * beat, root + (index % 4 === 3 ? 7 : 0), beat * 0.7, 0.14),
    );
    return [...pulse, note(4 * beat, chord[nth % 4] ?? root, beat * 3, 0.06, "sine")];
  }
  const order = nth % 2 === 0 ? [0, 2, 1, 3, 2, 1, 3, 2] : [3, 2, 1, 2, 0, 1, 2, 1];
  return [
    note(0, root, beat * 7, 0.12, "sine"),
    ...order.map((which, index) => note(index * beat, chord[which] ?? root, beat * 1.6, 0.07)),
  ];
};
