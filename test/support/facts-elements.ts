import { elements } from "chemical-elements";
import type { Asked, Check } from "./facts-recheck.ts";

/** The columns of the periodic table from the first to the last, as chemists print them, without the third. */
const columns = (
  "Li Na K Rb Cs Fr|Be Mg Ca Sr Ba Ra||Ti Zr Hf|V Nb Ta|Cr Mo W|Mn Tc Re|Fe Ru Os|Co Rh Ir|Ni Pd Pt|Cu Ag Au|" +
  "Zn Cd Hg|B Al Ga In Tl|C Si Ge Sn Pb|N P As Sb Bi|O S Se Te Po|F Cl Br I At|He Ne Ar Kr Xe Rn"
)
  .split("|")
  .map((column) => column.split(" "));
const families: Readonly<Record<string, readonly string[]>> = {
  "Alkali metals": columns[0] ?? [],
  "Alkaline earth metals": columns[1] ?? [],
  Halogens: columns[16] ?? [],
  "Noble gases": columns[17] ?? [],
  "Transition metals": columns.slice(2, 12).flat(),
  Lanthanides: "La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu".split(" "),
  Actinides: "Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr".split(" "),
};
/** How many elements a row has. */
const rows = [2, 8, 8, 18, 18, 32, 32];

const bySymbol = new Map(elements.map((element) => [element.symbol, element]));
const byName = new Map(elements.map((element) => [element.name, element]));
const numberOf = (symbol: string): number => bySymbol.get(symbol)?.number ?? 0;
const named = (name: string): number => byName.get(name)?.number ?? 0;
const column = (symbol: string): number => columns.findIndex((each) => each.includes(symbol));
const symbolOf = (name: string): string => byName.get(name)?.symbol ?? "";
const rowOf = (symbol: string): number => {
  let left = numberOf(symbol);
  return rows.findIndex((size) => (left -= size) <= 0) + 1;
};

/** The right one alone has the value that is asked for. */
const only =
  (valueOf: (choice: string) => unknown, wanted: (key: string) => unknown): Check =>
  ({ key, right, wrong }: Asked) =>
    valueOf(right) === wanted(key) && wrong.every((choice) => valueOf(choice) !== wanted(key));

export const elementChecks: Readonly<Record<string, Check>> = {
  element: (asked) => asked.prompt.endsWith(` ${asked.key}?`) && only(symbolOf, (key) => key)(asked),
  symbol: (asked) =>
    asked.prompt.includes((bySymbol.get(asked.key)?.name ?? "?").toLowerCase()) &&
    only(
      (choice) => choice,
      (key) => key,
    )(asked),
  numbered: (asked) => asked.prompt.endsWith(` ${numberOf(asked.key)}?`) && only(named, numberOf)(asked),
  atomicnumber: only(Number, numberOf),
  next: only(named, (key) => numberOf(key) + 1),
  group: (asked) => column(asked.key) >= 0 && only((choice) => column(symbolOf(choice)), column)(asked),
  family: ({ key, right, wrong }) =>
    families[right]?.includes(key) === true && wrong.every((choice) => families[choice]?.includes(key) === false),
  period: only((choice) => Number(choice.replace("Period ", "")), rowOf),
};
