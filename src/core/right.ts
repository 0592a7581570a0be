import type { Question } from "./game.ts";

/** Whether a choice is right: where several are, any of them. */
export const isRight = ({ key, also }: Pick<Question, "key" | "also">, choice: number | null): boolean =>
  choice !== null && choice >= 0 && (choice === key || also?.includes(choice) === true);

/** The question with another key; the one before is wrong then. */
export const rekeyed = <Q extends Pick<Question, "key" | "also">>(question: Q, key: number): Q =>
  question.also === undefined
    ? { ...question, key }
    : { ...question, key, also: question.also.filter((one) => one !== key) };

/** How near an answer came: how many of all that were given came nearer. */
export type Nearness = { readonly nearer: number; readonly of: number };

/** The places of answers to a question that asks for a number; undefined for who gave none. */
export const placesOf = (
  value: number,
  given: readonly { readonly number?: number }[],
): readonly (Nearness | undefined)[] => {
  const offs = given.flatMap(({ number }) => (number === undefined ? [] : [Math.abs(number - value)]));
  const sorted = offs.toSorted((one, other) => one - other);
  return given.map(({ number }) =>
    number === undefined ? undefined : { nearer: firstAt(sorted, Math.abs(number - value)), of: sorted.length },
  );
};

/** Where a number first stands among sorted ones. */
const firstAt = (sorted: readonly number[], wanted: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};
