import { inFigures } from "../../text/figures.ts";
import { ownView, partOf } from "../view.ts";

type Bounds = { readonly unit: string; readonly least?: number; readonly most?: number };
type Spread = {
  readonly value: number;
  readonly unit: string;
  readonly given: number;
  readonly guesses: readonly number[];
  readonly nearest: readonly string[];
};
type Own = { readonly text?: string; readonly number?: number; readonly wager?: number; readonly watching?: boolean };

export const rulesShown = (): Readonly<Record<string, string | boolean>> =>
  (partOf("rules") as Readonly<Record<string, string | boolean>> | undefined) ?? {};

/** Of a question that asks for a number, while it is open and at its reveal. */
export const boundsShown = (): Bounds | undefined => partOf("closest") as Bounds | undefined;
export const spreadShown = (): Spread | undefined => partOf("spread") as Spread | undefined;
export const wagerShown = (): { readonly category: string } | undefined =>
  partOf("wager") as { readonly category: string } | undefined;
export const own = (): Own => (ownView() as Own | undefined) ?? {};

/** A number with its unit. Years are written without separators. */
export const figure = (value: number, unit: string): string => {
  const isYear = unit === "" && Number.isInteger(value) && value >= 1000 && value < 3000;
  const written = inFigures(value, { maximumFractionDigits: 6, ...(isYear ? { useGrouping: false } : {}) });
  return unit === "" ? written : `${written} ${unit}`;
};
