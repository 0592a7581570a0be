import { countries as countryList } from "countries-list";
import { seededRandom } from "../../../core/random.ts";
import { type Card, identity, type Kind, oneOf, wrongChoices } from "../card.ts";
import { type Country, nearFirst } from "./countries.ts";
import { continents, transcontinental } from "./names.ts";

const shared = { category: "Countries", credit: "countries-list (MIT), CLDR (Unicode-3.0)" } as const;
export const placeKinds = {
  continent: { ...shared, name: "continent", topics: "continent country nation geography world map" },
  people: { ...shared, name: "people", topics: "population people country nation geography world" },
  domain: { ...shared, name: "domain", topics: "internet domain address web country code computing", special: true },
  phone: { ...shared, name: "phone", topics: "telephone phone calling dialling dialing code country", special: true },
} as const satisfies Record<string, Kind>;

export const placeCards = (countries: readonly Country[]): readonly Card[] => [
  ...countries.flatMap((country) => [
    ...continentCards(country),
    ...peopleCards(country, countries),
    ...domainCards(country, countries),
  ]),
  ...phoneCards(countries),
];

const continentCards = ({ code, name, inText, continent, subject, difficulty }: Country): readonly Card[] => {
  const right = continents[continent]?.name ?? "";
  if (transcontinental.has(code) || right === "" || name.includes("Africa")) return [];
  const others = Object.values(continents).map((each) => each.name);
  return [
    {
      ...identity(placeKinds.continent, code),
      subjects: [subject],
      difficulty: difficulty === "hard" ? "medium" : "easy",
      draft: (random) => ({
        prompt: `Which continent does ${inText} belong to?`,
        right,
        wrong: wrongChoices(right, [others], random),
        explanation: `${name === inText ? name : `T${inText.slice(1)}`} belongs to ${right}.`,
      }),
    },
  ];
};

/** Counts differ from source to source, but hardly ever by so much; Eritrea has never had one. */
const clearly = 2;
const leastPeople = 1_000_000;

const peopleCards = (country: Country, all: readonly Country[]): readonly Card[] => {
  const { code, inText, population, subject, difficulty } = country;
  const lists = nearFirst(country, all).map((list) =>
    list.filter((other) => other.population >= leastPeople && other.code !== "ER"),
  );
  const more = lists.flat().filter((other) => other.population > population * clearly);
  if (population < leastPeople || more.length < 3 || code === "ER") return [];
  // As near in size as may be, so that it is not always a giant.
  const nearest = more.toSorted((a, b) => a.population - b.population).slice(0, 12);
  return [
    {
      ...identity(placeKinds.people, code),
      subjects: [subject],
      difficulty,
      draft: (random) => {
        const right = oneOf(nearest, seededRandom(code));
        const fewer = lists.map((list) => list.filter((other) => other.population * clearly < population));
        return {
          prompt: `Which of these countries has more people than ${inText}?`,
          right: right.name,
          wrong: wrongChoices(right.name, fewer.map(namesOf), random),
          explanation: `${capitalised(right.inText)}: about ${millions(right)} million people; ${inText}: about ${millions(country)} million.`,
        };
      },
    },
  ];
};

const namesOf = (countries: readonly Country[]): readonly string[] => countries.map(({ name }) => name);
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const millions = ({ population }: Country): number => Math.max(1, Math.round(population / 1_000_000));

/** Country code domains are the two-letter codes of ISO 3166; the United Kingdom is the one exception here. */
const domainCards = (country: Country, all: readonly Country[]): readonly Card[] => {
  const { code, name, subject, difficulty } = country;
  if (code === "GB") return [];
  const alike = all.filter((other) => other.code !== code && other.name[0] === name[0]);
  return [
    {
      ...identity(placeKinds.domain, code),
      subjects: [subject],
      difficulty,
      draft: (random) => ({
        prompt: `Which country’s internet addresses end in “.${code.toLowerCase()}”?`,
        right: name,
        wrong: wrongChoices(name, [namesOf(alike), ...nearFirst(country, all).map(namesOf)], random),
        explanation: `“.${code.toLowerCase()}” is the top-level domain of ${country.inText}.`,
      }),
    },
  ];
};

/** Codes that no other territory shares. */
const phoneCards = (countries: readonly Country[]): readonly Card[] => {
  const owners = new Map<number, string[]>();
  for (const [code, { phone }] of Object.entries(countryList))
    for (const number of phone) owners.set(number, [...(owners.get(number) ?? []), code]);
  const numbers = (country: Country) => countryList[country.code as keyof typeof countryList].phone;
  return countries.flatMap((country) => {
    const { code, name, inText, subject, difficulty } = country;
    const [number = 0, ...more] = numbers(country);
    if (more.length > 0 || (owners.get(number)?.length ?? 0) !== 1 || number > 999) return [];
    const others = countries.filter((other) => other.code !== code && !numbers(other).includes(number));
    const zone = others.filter((other) => numbers(other).some((each) => String(each)[0] === String(number)[0]));
    return [
      {
        ...identity(placeKinds.phone, code),
        subjects: [subject],
        difficulty: difficulty === "easy" ? "medium" : "hard",
        draft: (random) => ({
          prompt: `Which country has the international calling code +${number}?`,
          right: name,
          wrong: wrongChoices(name, [namesOf(zone), namesOf(others)], random),
          explanation: `+${number} is the calling code of ${inText}.`,
        }),
      },
    ];
  });
};
