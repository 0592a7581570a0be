export type Mode = "major" | "minor";

const letters = ["F", "C", "G", "D", "A", "E", "B"];

/** The name of the note that is so many fifths above C: every seven of them the letters begin anew, a sharp higher. */
export const noteName = (fifths: number): string => {
  const place = fifths + 1;
  const letter = letters[((place % 7) + 7) % 7] ?? "";
  const sharps = Math.floor(place / 7);
  const sign = sharps > 0 ? " sharp" : " flat";
  return Math.abs(sharps) > 1 ? `${letter} double${sign}` : sharps === 0 ? letter : letter + sign;
};

/** Which of the twelve keys of a piano it is, from C: the same for C sharp and D flat. */
export const soundOf = (fifths: number): number => (((fifths * 7) % 12) + 12) % 12;

/** Sharps, or below nought flats, of a key. */
export const signatureOf = (tonic: number, mode: Mode): number => (mode === "major" ? tonic : tonic - 3);

/** The keys with at most seven sharps or flats. */
export const tonics = (mode: Mode): readonly number[] =>
  Array.from({ length: 15 }, (_, i) => i - 7 + (mode === "major" ? 0 : 3));

const steps = { major: [0, 2, 4, -1, 1, 3, 5], minor: [0, 2, -3, -1, 1, -4, -2] } as const;

/** The seven notes of the major or the natural minor scale. */
export const scaleOf = (tonic: number, mode: Mode): readonly number[] => steps[mode].map((step) => tonic + step);
