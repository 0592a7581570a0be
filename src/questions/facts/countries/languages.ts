import { countries as countryList, languages } from "countries-list";
import { type Card, identity, type Kind, wrongChoices } from "../card.ts";
import { subjectOf } from "../topic.ts";
import { cldrData } from "../package-data.ts";
import { type Country, nearFirst, tells, type Territory } from "./countries.ts";

const shared = { category: "Languages", topics: "language tongue speech linguistics world" } as const;
export const languageKinds = {
  official: {
    ...shared,
    name: "official",
    topics: `official country ${shared.topics}`,
    credit: "CLDR (Unicode-3.0), countries-list (MIT)",
  },
  ownname: { ...shared, name: "ownname", credit: "countries-list (MIT)" },
} as const satisfies Record<string, Kind>;

/** Where the law names none, has changed of late, or names a sign language too. */
const unsettled = new Set("AG BF BS CL CO DK DM ET FM GB JP KR LA ML NE NI TH UY VE".split(" "));

type Spoken = { readonly country: Country; readonly official: string; readonly spoken: ReadonlySet<string> };

/** Official languages where both sources name the same single one. */
export const officialCards = async (countries: readonly Country[]): Promise<readonly Card[]> => {
  const territories = await cldrData<Readonly<Record<string, Territory>>>("territoryInfo");
  const all = countries.map((country): Spoken => {
    const population = Object.entries(territories[country.code]?.languagePopulation ?? {});
    const statuses = population.filter(([, { officialStatus = "" }]) =>
      /^(?:de_facto_)?official$/.test(officialStatus),
    );
    const listed: readonly string[] = countryList[country.code as keyof typeof countryList].languages;
    const [[code, { officialStatus: status }] = ["", { officialStatus: "" }]] = statuses;
    const agreed = statuses.length === 1 && status === "official" && listed.length === 1 && listed[0] === code;
    return {
      country,
      official: agreed && !unsettled.has(country.code) ? nameOf(code) : "",
      spoken: new Set([...population.map(([each]) => each.split("_")[0] ?? ""), ...listed].map(nameOf)),
    };
  });
  return all.filter(({ official }) => official !== "").flatMap((one) => officialCard(one, all));
};

const nameOf = (code: string): string => languages[code as keyof typeof languages]?.name ?? "";

const officialCard = ({ country, official, spoken }: Spoken, all: readonly Spoken[]): readonly Card[] => {
  const { code, name, inText, subject, difficulty } = country;
  if (tells(name, official)) return [];
  const near = nearFirst(country, countries(all)).map((list) =>
    all.flatMap((other) =>
      list.includes(other.country) && other.official !== "" && !spoken.has(other.official) ? [other.official] : [],
    ),
  );
  return [
    {
      ...identity(languageKinds.official, code),
      subjects: [subject],
      difficulty,
      draft: (random) => ({
        prompt: `What is the official language of ${inText}?`,
        right: official,
        wrong: wrongChoices(official, [near[0] ?? [], farSpoken.filter((each) => !spoken.has(each)), ...near], random),
        explanation: `The official language of ${inText} is ${official}.`,
      }),
    },
  ];
};

/** Languages that one meets in many countries. */
const farSpoken = ["Arabic", "Dutch", "English", "French", "German", "Italian", "Portuguese", "Russian", "Spanish"];

const countries = (all: readonly Spoken[]): readonly Country[] => all.map(({ country }) => country);

/** Languages whose own name tells little of the English one, and is written as CLDR writes it too. */
const asked = (
  "am ar as be bg bn cs cy da de el es et eu fa fi fo fr fy ga gd gu gv he hi hr hu hy is ja ka kl kn ko kw ky lb lt " +
  "lv mk ml mn mr nb ne nl ps ru si sk sl sq sr sv ta te tg ti tr uk ur vi yi zh"
).split(" ");
const easy = new Set("de es fr nl ru ja zh ar el he hi fi ko".split(" "));

const scripts = ["Latin", "Cyrillic", "Arabic", "Hebrew", "Devanagari", "Ethiopic"].map(
  (name) => new RegExp(String.raw`^\p{Script=${name}}`, "u"),
);
const sameScript = (one: string, other: string): boolean =>
  scripts.findIndex((script) => script.test(one)) === scripts.findIndex((script) => script.test(other));

/** What speakers call their own language; wrong are languages in the same letters. */
export const ownNameCards = (): readonly Card[] =>
  asked.flatMap((code) => {
    const { name, native } = languages[code as keyof typeof languages];
    if (tells(name, native)) return [];
    const others = asked.filter((other) => other !== code).map((other) => languages[other as keyof typeof languages]);
    const near = others.filter((other) => sameScript(other.native, native));
    const foreign = others.filter((other) => !sameScript(other.native, "a"));
    return [
      {
        ...identity(languageKinds.ownname, code),
        subjects: [subjectOf(name)],
        difficulty: easy.has(code) ? "easy" : sameScript(native, "a") ? "medium" : "hard",
        draft: (random) => ({
          prompt: `Which language do its own speakers call “${native}”?`,
          right: name,
          wrong: wrongChoices(
            name,
            [near, foreign, others].map((list) => list.map((other) => other.name)),
            random,
          ),
          explanation: `In ${name}, the language is called “${native}”.`,
        }),
      },
    ];
  });
