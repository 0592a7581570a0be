/** One thing about a mode that hosts may set. Plain data: pages draw a form from it. */
export type OptionSpec =
  | { readonly kind: "choice"; readonly values: readonly string[]; readonly fallback: string }
  | { readonly kind: "number"; readonly least: number; readonly most: number; readonly fallback: number }
  | { readonly kind: "switch"; readonly fallback: boolean };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Value<Spec> = Spec extends { readonly kind: "choice"; readonly values: readonly (infer Choice)[] }
  ? Choice
  : Spec extends { readonly kind: "number" }
    ? number
    : boolean;

/** What a mode's options come to, by name. */
export type OptionsOf<Specs> = { readonly [Name in keyof Specs]: Value<Specs[Name]> };

/** Options as they travel and are stored: some of a mode's, or all. */
export type Options = Readonly<Record<string, string | number | boolean>>;

const fits = (spec: OptionSpec, value: unknown): boolean => {
  switch (spec.kind) {
    case "choice":
      return typeof value === "string" && spec.values.includes(value);
    case "number":
      return Number.isInteger(value) && (value as number) >= spec.least && (value as number) <= spec.most;
    case "switch":
      return typeof value === "boolean";
  }
};

/** Whether all that is given is an option of these, with a value that it may have. */
export const areOptions = (specs: OptionSpecs, given: Options): boolean =>
  Object.entries(given).every(([name, value]) => {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    return spec !== undefined && fits(spec, value);
  });

/** All options of a mode: as given, and by default where nothing is given or what is given is no longer allowed. */
export const allOptions = <Specs extends OptionSpecs>(specs: Specs, given: Options): OptionsOf<Specs> =>
  Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return [name, value !== undefined && fits(spec, value) ? value : spec.fallback];
    }),
  ) as OptionsOf<Specs>;
