import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { countries as list, languages } from "countries-list";
import { currencies } from "countries-list/currencies";
import type { Asked, Check } from "./facts-recheck.ts";

const require = createRequire(import.meta.url);
type Json = { readonly [key: string]: Json };
const json = (name: string): Json => JSON.parse(readFileSync(require.resolve(name), "utf8")) as Json;
const cldr = (name: string): Json => json(`cldr-core/supplemental/${name}.json`)["supplemental"]?.[name] ?? {};

const territories = cldr("territoryInfo");
const members = cldr("territoryContainment")["UN"]?.["_contains"] as unknown as readonly (keyof typeof list)[];
const codes = new Map<string, keyof typeof list>(members.map((code) => [list[code].name, code]));
const codeOf = (name: string): keyof typeof list => {
  const code = codes.get(name);
  if (code === undefined) throw new Error(`no such country: ${name}`);
  return code;
};
const entry = (key: string) => list[key as keyof typeof list];
const all = ({ wrong }: Asked, holds: (choice: string) => boolean): boolean => wrong.every(holds);

const flags = require("country-flag-icons/string/3x2") as Readonly<Record<string, string>>;
const drawn = (image: string): string => decodeURIComponent(image.replace("data:image/svg+xml,", ""));

/** Currencies that are legal tender now. */
const tender = (code: string): readonly string[] => {
  const entries = (cldr("currencyData")["region"]?.[code] ?? []) as unknown as readonly Readonly<
    Record<string, Readonly<Record<string, string>>>
  >[];
  return entries.flatMap((each) =>
    Object.entries(each).flatMap(([currency, { _to, _tender }]) =>
      _to === undefined && _tender !== "false" ? [currency] : [],
    ),
  );
};
const tenders = new Map(members.map((code) => [code as string, tender(code)]));
const currencyName = (code: string): string => currencies[code as keyof typeof currencies].name.toLowerCase();
const uses = (code: string, unit: string): boolean =>
  (tenders.get(code) ?? []).some((currency) => currencyName(currency).endsWith(unit.toLowerCase()));

/** Two countries touch when an arc of the map belongs to both. */
const arcsOf = new Map<string, ReadonlySet<number>>();
const numeric = cldr("codeMappings");
const shapes = json("world-atlas/countries-50m.json")["objects"]?.["countries"]?.["geometries"];
for (const shape of shapes as unknown as readonly { readonly id?: string; readonly arcs?: readonly unknown[] }[]) {
  const code = members.find((each) => (numeric[each]?.["_numeric"] as unknown as string) === shape.id);
  if (code === undefined) continue;
  const arcs = (shape.arcs ?? []).flat(3) as readonly number[];
  arcsOf.set(code, new Set([...(arcsOf.get(code) ?? []), ...arcs.map((arc) => Math.max(arc, -1 - arc))]));
}
const touchings = new Map<string, boolean>();
const touch = (one: string, other: string): boolean => {
  const key = `${one} ${other}`;
  const arcs = arcsOf.get(other);
  const known = touchings.get(key) ?? [...(arcsOf.get(one) ?? [])].some((arc) => arcs?.has(arc));
  touchings.set(key, known);
  return known;
};
const neighbours = (code: string): readonly string[] => members.filter((other) => other !== code && touch(code, other));

const languageCodes = (name: string): readonly string[] =>
  Object.entries(languages).flatMap(([code, each]) => (each.name === name ? [code] : []));
const spoken = (country: string): Json => territories[country]?.["languagePopulation"] ?? {};
const people = (code: string): number => Number(territories[code]?.["_population"]);
const continentNames: Readonly<Record<string, string>> = {
  AF: "Africa",
  AS: "Asia",
  EU: "Europe",
  NA: "North America",
  OC: "Oceania",
  SA: "South America",
};

export const countryChecks: Readonly<Record<string, Check>> = {
  capital: (asked) =>
    asked.prompt.includes(entry(asked.key).name) &&
    asked.right === entry(asked.key).capital &&
    all(asked, (choice) => choice !== entry(asked.key).capital),
  country: (asked) =>
    asked.prompt.includes(entry(codeOf(asked.right)).capital) &&
    asked.right === entry(asked.key).name &&
    all(asked, (choice) => !asked.prompt.includes(entry(codeOf(choice)).capital)),
  flag: (asked) => {
    const picture = drawn(asked.image);
    const silent = !/<text|<title|<desc|<script|href|\bid=/.test(picture) && !asked.image.includes(asked.key);
    return (
      silent &&
      asked.image.length <= 4096 &&
      picture === flags[asked.key] &&
      entry(asked.key).name === asked.right &&
      all(asked, (choice) => flags[codeOf(choice)] !== picture)
    );
  },
  currency: (asked) =>
    tenders.get(asked.key)?.length === 1 &&
    uses(asked.key, asked.right) &&
    all(asked, (choice) => !uses(asked.key, choice)),
  money: (asked) => {
    const unit = /with the (.*)\?$/.exec(asked.prompt)?.[1] ?? "";
    return uses(codeOf(asked.right), unit) && all(asked, (choice) => !uses(codeOf(choice), unit));
  },
  currencycode: (asked) =>
    asked.prompt.includes(asked.key) &&
    asked.right.toLowerCase() === currencyName(asked.key) &&
    all(asked, (choice) => choice.toLowerCase() !== currencyName(asked.key)),
  neighbour: (asked) =>
    asked.prompt.includes(entry(asked.key).name) &&
    touch(asked.key, codeOf(asked.right)) &&
    all(asked, (choice) => !touch(asked.key, codeOf(choice))),
  stranger: (asked) =>
    asked.prompt.includes("NOT") &&
    asked.prompt.includes(entry(asked.key).name) &&
    !touch(asked.key, codeOf(asked.right)) &&
    all(asked, (choice) => touch(asked.key, codeOf(choice))),
  surrounded: (asked) => {
    const said = (code: string) => asked.prompt.includes(list[code as keyof typeof list].name);
    return (
      neighbours(asked.key).every(said) &&
      entry(asked.key).name === asked.right &&
      all(asked, (choice) => !(neighbours(asked.key).join() === neighbours(codeOf(choice)).join()))
    );
  },
  between: (asked) => {
    const [one = "", other = ""] = asked.key.split("-");
    const both = (choice: string) => touch(codeOf(choice), one) && touch(codeOf(choice), other);
    return both(asked.right) && all(asked, (choice) => !both(choice));
  },
  official: (asked) => {
    const status = (name: string) => languageCodes(name).map((code) => spoken(asked.key)[code]);
    return (
      status(asked.right).some((each) => (each?.["_officialStatus"] as unknown) === "official") &&
      all(asked, (choice) => status(choice).every((each) => each === undefined))
    );
  },
  ownname: (asked) => {
    const own = (name: string) => languageCodes(name).some((code) => asked.prompt.includes(`“${native(code)}”`));
    return own(asked.right) && all(asked, (choice) => !own(choice));
  },
  continent: (asked) => {
    const right = continentNames[entry(asked.key).continent];
    return asked.right === right && all(asked, (choice) => choice !== right);
  },
  domain: (asked) =>
    asked.prompt.includes(`“.${codeOf(asked.right).toLowerCase()}”`) &&
    asked.key === codeOf(asked.right) &&
    all(asked, (choice) => codeOf(choice) !== asked.key),
  people: (asked) => {
    const ratio = (choice: string) => people(codeOf(choice)) / people(asked.key);
    return ratio(asked.right) >= 1.9 && all(asked, (choice) => ratio(choice) <= 0.55);
  },
  phone: (asked) => {
    const has = (choice: string) => entry(codeOf(choice)).phone.some((code) => asked.prompt.includes(`+${code}?`));
    return has(asked.right) && all(asked, (choice) => !has(choice));
  },
};

const native = (code: string): string => languages[code as keyof typeof languages].native;
