/** The most questions asked for in one request. */
export const batchSize = 10;
export const mostRounds = 3;
/** The most questions asked for in all, for each that is wanted. */
export const mostAsked = 3;

/**
 * How many questions each request of a round is for: what is missing and two fifths more, as some will be refused,
 * within what may still be asked for.
 */
export const batchesFor = (missing: number, left: number, size = batchSize): readonly number[] => {
  const wanted = Math.min(Math.max(Math.ceil(missing * 1.4), missing + 2), left);
  const requests = Math.ceil(wanted / size);
  return Array.from({ length: requests }, (_, i) => Math.floor((wanted + i) / requests));
};

/** Sides of a topic, one a request: requests at the same time don't see each other's questions. */
const leans = [
  "people and what they did",
  "things, materials and how they work",
  "places and nature",
  "dates, firsts and records",
  "names, words and where they come from",
  "works, numbers and oddities",
];
export const leanOf = (nth: number): string => leans[nth % leans.length] ?? "";
