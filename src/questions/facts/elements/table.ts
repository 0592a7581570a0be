/** The last element of each row: the noble gases. */
const rowEnds = [2, 10, 18, 36, 54, 86, 118];

/** The row of an element, 1 to 7. */
export const periodOf = (number: number): number => rowEnds.findIndex((end) => number <= end) + 1;

/**
 * The column of an element, 1 to 18. Undefined for hydrogen, which is like no other; for all that could stand in group 3,
 * as chemists differ over it; and for elements so short-lived that nobody has seen what they are like.
 */
export const groupOf = (number: number): number | undefined => {
  if (number === 1 || number > 103 || (number >= 57 && number <= 71) || number >= 89) return undefined;
  const period = periodOf(number);
  const place = number - (rowEnds[period - 2] ?? 0);
  const fromEnd = (rowEnds[period - 1] ?? 0) - number;
  const group = place <= 2 && period > 1 ? place : 18 - fromEnd;
  return group === 3 ? undefined : group;
};

/** Names of families, of which no element is in two. */
export const families = [
  "Alkali metals",
  "Alkaline earth metals",
  "Lanthanides",
  "Actinides",
  "Halogens",
  "Noble gases",
  "Transition metals",
] as const;

/** The family of an element, where there is no doubt: zinc and its like may or may not be transition metals. */
export const family = (number: number): (typeof families)[number] | undefined => {
  if (number >= 58 && number <= 70) return "Lanthanides";
  if (number >= 90 && number <= 102) return "Actinides";
  const group = groupOf(number);
  if (group === undefined) return undefined;
  if (group >= 4 && group <= 11) return "Transition metals";
  switch (group) {
    case 1:
      return "Alkali metals";
    case 2:
      return "Alkaline earth metals";
    case 17:
      return "Halogens";
    case 18:
      return "Noble gases";
    default:
      return undefined;
  }
};
