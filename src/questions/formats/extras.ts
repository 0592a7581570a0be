import { splitList } from "./list.ts";
import type { Extras } from "./pack.ts";
import { tidyLine } from "./tidy.ts";
import { type Json, type JsonObject, isObject } from "./json-tree.ts";

/** Columns of our own CSV behind the usual ones, in files that have something for them. */
export const extraHeader = ["also right", "times points", "spellings", "number", "unit", "least", "most"] as const;

const most = { accept: 10, text: 100, unit: 20, figure: 1e15 };
const letters = "ABCDEF";

type Place = { readonly place: number };

/** What is sound of them, the places of further right choices among those that are left. */
export const extrasOf = (
  { also = [], points, number, accept = [] }: Extras,
  choices: readonly Place[],
  key: number,
  fault: (field: string, reason: string) => void,
): Extras => {
  const right = [...new Set(also)].filter((at) => at !== key);
  const found = right.map((at) => choices.findIndex(({ place }) => place === at));
  if (found.includes(-1)) fault("also", "a further right answer is not among the choices");
  if (number !== undefined && !isSound(number)) fault("number", "the number is not one between its bounds");
  const spellings = accept.map(tidyLine).filter((text) => text !== "");
  if (spellings.length > most.accept || spellings.some((text) => text.length > most.text))
    fault("accept", `there are more than ${most.accept} other spellings, or one has more than ${most.text} characters`);
  return {
    ...(number === undefined ? {} : { number: { ...number, unit: tidyLine(number.unit).slice(0, most.unit) } }),
    ...(found.length === 0 || number !== undefined ? {} : { also: found }),
    ...(points === 0 || points === 2 ? { points } : {}),
    ...(spellings.length === 0 || number !== undefined ? {} : { accept: spellings }),
  };
};

const isSound = ({ value, least = -Infinity, most: greatest = Infinity }: NonNullable<Extras["number"]>): boolean =>
  Math.abs(value) <= most.figure && least < greatest && value >= least && value <= greatest;

/** What cells of our own columns say. */
export const extrasIn = (cell: (name: (typeof extraHeader)[number]) => string): Extras => {
  const bounds = { least: figureIn(cell("least")), most: figureIn(cell("most")) };
  const value = figureIn(cell("number"));
  const also = cell("also right")
    .toUpperCase()
    .split("")
    .flatMap((letter) => {
      const place = letters.indexOf(letter);
      return place < 0 ? [] : [place];
    });
  return made(
    { also, points: figureIn(cell("times points")), accept: splitList(cell("spellings"), ["|"]) },
    value,
    cell("unit"),
    bounds,
  );
};

/** What our own JSON says. */
export const extrasInJson = ({ entries }: JsonObject): Extras => {
  const numbers = (value: Json | undefined): readonly number[] =>
    Array.isArray(value) ? (value as readonly Json[]).filter((one) => typeof one === "number") : [];
  const texts = (value: Json | undefined): readonly string[] =>
    Array.isArray(value) ? (value as readonly Json[]).filter((one) => typeof one === "string") : [];
  const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
  const figure = (value: Json | undefined): number | undefined => (typeof value === "number" ? value : undefined);
  const sought = entries.get("number");
  const within = isObject(sought) ? sought.entries : new Map<string, Json>();
  return made(
    {
      also: numbers(entries.get("also")).slice(0, letters.length),
      points: figure(entries.get("points")),
      accept: texts(entries.get("accept")).slice(0, 2 * most.accept),
    },
    figure(within.get("value")),
    text(within.get("unit")),
    { least: figure(within.get("least")), most: figure(within.get("most")) },
  );
};

const figureIn = (text: string): number | undefined => {
  const figure = Number(text.trim());
  return text.trim() === "" || !Number.isFinite(figure) ? undefined : figure;
};

type Listed = {
  readonly also: readonly number[];
  readonly points: number | undefined;
  readonly accept: readonly string[];
};
type Bounds = { readonly least: number | undefined; readonly most: number | undefined };

const made = (
  { also, points, accept }: Listed,
  value: number | undefined,
  unit: string,
  { least, most: greatest }: Bounds,
): Extras => ({
  ...(also.length === 0 ? {} : { also }),
  ...(points === 0 || points === 2 ? { points } : {}),
  ...(accept.length === 0 ? {} : { accept }),
  ...(value === undefined
    ? {}
    : {
        number: {
          value,
          unit,
          ...(least === undefined ? {} : { least }),
          ...(greatest === undefined ? {} : { most: greatest }),
        },
      }),
});

/** The cells of a question for our own columns. */
export const extraCells = ({ also = [], points, accept = [], number }: Extras): readonly string[] => [
  also.map((index) => letters[index]).join(""),
  points === undefined ? "" : String(points),
  accept.join("|"),
  ...[number?.value, number?.unit, number?.least, number?.most].map((part) => (part === undefined ? "" : String(part))),
];
