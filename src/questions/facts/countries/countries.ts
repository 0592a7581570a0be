import { countries as countryList } from "countries-list";
import type { Question } from "../../../core/game.ts";
import type { Subject } from "../card.ts";
import { cldrData } from "../package-data.ts";
import { subjectOf } from "../topic.ts";
import { articled, continents, otherNames, regions, transcontinental } from "./names.ts";

/** A member of the United Nations. */
export type Country = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** With an article where English wants one: "the Netherlands". */
  readonly inText: string;
  readonly capital: string;
  readonly continent: string;
  /** ", a country in Africa", or nothing where a country is in two continents. */
  readonly where: string;
  /** The code of its UN region, such as 155 for Western Europe. */
  readonly region: string;
  readonly population: number;
  readonly subject: Subject;
  /** By the size of its economy, which goes with how often one hears of it. */
  readonly difficulty: Question["difficulty"];
};

export type Territory = {
  readonly gdp: string;
  readonly population: string;
  readonly languagePopulation?: Readonly<Record<string, { readonly officialStatus?: string }>>;
};
type Containment = Readonly<Record<string, { readonly contains?: readonly string[] }>>;

export const readCountries = async (): Promise<readonly Country[]> => {
  const containment = await cldrData<Containment>("territoryContainment");
  const contains = (code: string) => containment[code]?.contains ?? [];
  const territories = await cldrData<Readonly<Record<string, Territory>>>("territoryInfo");
  const members = contains("UN").flatMap((code) => {
    const listed = countryList[code as keyof typeof countryList];
    const info = territories[code];
    return listed === undefined || info === undefined ? [] : [{ code, ...listed, info }];
  });
  const richest = members.toSorted((a, b) => Number(b.info.gdp) - Number(a.info.gdp)).map(({ code }) => code);
  return members.map(({ code, name, capital, continent, info }) => {
    const region = Object.keys(regions).find((each) => contains(each).includes(code)) ?? "";
    const rank = richest.indexOf(code);
    return {
      code,
      name,
      inText: articled.test(name) ? `the ${name}` : name,
      capital,
      continent,
      where: transcontinental.has(code) ? "" : `, a country in ${continents[continent]?.name}`,
      region,
      population: Number(info.population),
      subject: subjectOf(name, otherNames(code), continents[continent]?.words ?? "", regions[region] ?? ""),
      difficulty: rank < 45 ? "easy" : rank < 110 ? "medium" : "hard",
    };
  });
};

/** Others, from near to far: of the same region, of the same continent, of the whole world. */
export const nearFirst = (of: Country, all: readonly Country[]): readonly (readonly Country[])[] => {
  const others = all.filter(({ code }) => code !== of.code);
  const near = others.filter(({ region }) => region === of.region);
  const same = others.filter(({ region, continent }) => region !== of.region && continent === of.continent);
  return [near, same, others.filter((other) => !near.includes(other) && !same.includes(other))];
};

/** Whether one name says much of the other: "Tunis" and "Tunisia". */
export const tells = (one: string, other: string): boolean => {
  const starts = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(({ length }) => length >= 4)
      .map((word) => word.slice(0, 4));
  return starts(one).some((start) => starts(other).includes(start));
};
