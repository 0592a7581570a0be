/** How Parlor knows its own files again: their texts are then taken exactly as they are. */

/** What its JSON calls itself. */
export const parlorFormat = "parlor-pack";

/** The name of its sheet; Kahoot reads the first sheet, whatever its name. */
export const parlorSheet = "Parlor quiz";

/** The header of its CSV. */
export const parlorHeader: readonly string[] = [
  "question",
  ...["A", "B", "C", "D", "E", "F"].map((letter) => `choice ${letter}`),
  "correct letter",
  "category",
  "difficulty",
  "explanation",
  "seconds",
];
