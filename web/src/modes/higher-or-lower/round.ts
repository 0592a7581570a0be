import { inFigures, isKey, ownView, partOf, say } from "parlor/page";

type Thing = { readonly id: string; readonly name: string };

/** What everybody is shown of a round; see `docs/modes/higher-or-lower.md`. */
export type Pair = {
  readonly family: string;
  readonly unit: string;
  readonly known: Thing & { readonly value: number };
  readonly asked: Thing;
};

type Answer = { readonly value: number; readonly higher: boolean; readonly guessed: readonly [number, number] };

type Own = { readonly guess: number | null; readonly right?: boolean; readonly points?: number };

export const pair = (): Pair | undefined => partOf("pair") as Pair | undefined;
/** Undefined until the number is shown. */
export const answer = (): Answer | undefined => partOf("answer") as Answer | undefined;
export const own = (): Own => (ownView() as Own | undefined) ?? { guess: null };

/** A thing's name in the page's language; one that this page does not know as the server has it. */
export const nameOf = ({ id, name }: Thing): string => {
  const key = `modeHigherOrLower:thing.${id}`;
  return isKey(key) ? say(key) : name;
};

/** What the numbers of a family are. */
export const familyText = ({ family, unit }: Pair): string => {
  const key = `modeHigherOrLower:family.${family}`;
  return isKey(key) ? say(key) : unit;
};

/** A number as it is written in its family: with its unit, and a year without separators. */
export const valueText = ({ family, unit }: Pair, value: number): string => {
  const key = `modeHigherOrLower:value.${family}`;
  return isKey(key) ? say(key, { value }) : `${inFigures(value)} ${unit}`;
};
