import { cldrData, jsonAt } from "../package-data.ts";
import type { Country } from "./countries.ts";

/**
 * Of each country's code, the codes of those it has a border with; "" is one for land without a code here, such as
 * Kosovo. Countries without a border are there too.
 */
export type Borders = ReadonlyMap<string, ReadonlySet<string>>;

/** A TopoJSON map: countries that lie side by side share an arc, one of them the other way round (~ of its number). */
type Arcs = readonly (number | Arcs)[];
type Atlas = {
  readonly objects: {
    readonly countries: { readonly geometries: readonly { readonly id?: string; readonly arcs?: Arcs }[] };
  };
};
type Codes = Readonly<Record<string, { readonly numeric?: string }>>;

export const readBorders = async (countries: readonly Country[]): Promise<Borders> => {
  const atlas = await jsonAt<Atlas>(import.meta.resolve("world-atlas/countries-50m.json"));
  const mappings = await cldrData<Codes>("codeMappings");
  const codes = new Map(countries.map(({ code }) => [mappings[code]?.numeric, code]));
  const borders = new Map<string, Set<string>>();
  const owners = new Map<number, string[]>();
  for (const { id, arcs = [] } of atlas.objects.countries.geometries) {
    const code = codes.get(id) ?? "";
    borders.set(code, borders.get(code) ?? new Set());
    for (const arc of arcNumbers(arcs)) owners.set(arc, [...(owners.get(arc) ?? []), code]);
  }
  for (const sides of owners.values())
    for (const one of sides) for (const other of sides) if (one !== other) borders.get(one)?.add(other);
  borders.delete("");
  return borders;
};

const arcNumbers = (arcs: Arcs): readonly number[] =>
  arcs.flatMap((arc) => (typeof arc === "number" ? [arc < 0 ? ~arc : arc] : arcNumbers(arc)));
