import { type Card, identity, type Kind, listed, oneOf, wrongChoices } from "../card.ts";
import { seededRandom } from "../../../core/random.ts";
import type { Country } from "./countries.ts";
import { nearFirst } from "./countries.ts";
import type { Borders } from "./atlas.ts";

const shared = {
  category: "Borders",
  topics: "border neighbour neighbor neighbouring neighboring country nation geography world map",
  credit: "world-atlas (ISC), borders by Natural Earth (public domain)",
} as const;
export const borderKinds = {
  neighbour: { ...shared, name: "neighbour" },
  stranger: { ...shared, name: "stranger" },
  between: { ...shared, name: "between" },
  surrounded: { ...shared, name: "surrounded" },
} as const satisfies Record<string, Kind>;

/** Whose borders are the very thing that is in dispute. */
const disputed = new Set(["IL", "MA", "SO"]);
/** What a map and a law book may see differently: claims, far-off territories, lakes, one point, a bridge. */
const unsettled: ReadonlySet<string> = new Set(
  "AL-RS AF-IN CN-PK DJ-SO CY-GB CU-US ES-GB ES-MA BR-FR FR-SR FR-NL CA-DK BW-ZM NA-ZW MY-SG BH-SA AE-QA CD-TZ NG-TD"
    .split(" ")
    .flatMap((pair) => [pair, pair.split("-").toReversed().join("-")]),
);

type Place = {
  readonly country: Country;
  readonly neighbours: readonly Country[];
  /** Those that surely have no border with it, from near to far. */
  readonly strangers: readonly (readonly Country[])[];
  /** Whether all its neighbours are known, none is in dispute, and nowhere else has the same ones. */
  readonly settled: boolean;
};

export const borderCards = (all: readonly Country[], borders: Borders): readonly Card[] => {
  const countries = all.filter(({ code }) => !disputed.has(code) && (borders.get(code)?.size ?? 0) > 0);
  const touches = (one: Country, other: Country) => borders.get(one.code)?.has(other.code) === true;
  const doubtful = (one: Country, other: Country) => unsettled.has(`${one.code}-${other.code}`);
  const places = countries
    .map((country): Place => {
      const others = countries.filter((other) => !doubtful(country, other));
      const strangers = nearFirst(country, others).map((list) => list.filter((other) => !touches(country, other)));
      return {
        country,
        neighbours: others.filter((other) => touches(country, other)),
        strangers,
        settled:
          [...(borders.get(country.code) ?? [])].every((code) => others.some((other) => other.code === code)) &&
          countries.every((other) => !doubtful(country, other)),
      };
    })
    .filter(({ neighbours }) => neighbours.length > 0);
  const keys = places.map(({ neighbours }) => keyOf(neighbours));
  return [
    ...places.flatMap((place) => [neighbourCard(place), ...strangerCard(place)]),
    ...places
      .filter(({ neighbours }) => keys.filter((key) => key === keyOf(neighbours)).length === 1)
      .flatMap((place) => surroundedCard(place, places)),
    ...betweenCards(places),
  ];
};

const neighbourCard = ({ country, neighbours, strangers }: Place): Card => {
  const { code, inText, difficulty, subject } = country;
  const right = oneOf(neighbours, seededRandom(code));
  return {
    ...identity(borderKinds.neighbour, code),
    subjects: [subject],
    difficulty,
    draft: (random) => ({
      prompt: `Which of these countries has a land border with ${inText}?`,
      right: right.name,
      wrong: wrongChoices(right.name, strangers.map(namesOf), random),
      explanation: `${capitalised(inText)} has a land border with ${right.inText}.`,
    }),
  };
};

const strangerCard = ({ country, neighbours, strangers }: Place): readonly Card[] => {
  const { code, inText, difficulty, subject } = country;
  const near = strangers.find((list) => list.length > 0) ?? [];
  if (neighbours.length < 3 || near.length === 0) return [];
  const right = oneOf(near, seededRandom(code)).name;
  const card: Card = {
    ...identity(borderKinds.stranger, code),
    subjects: [subject],
    difficulty,
    draft: (random) => ({
      prompt: `Which of these countries does NOT have a land border with ${inText}?`,
      right,
      wrong: wrongChoices(right, [namesOf(neighbours)], random),
      explanation: bordersOf(country, neighbours),
    }),
  };
  return [card];
};

/** Wrong are those that surely lack one of the neighbours. */
const surroundedCard = (
  { country, neighbours, strangers, settled }: Place,
  places: readonly Place[],
): readonly Card[] => {
  const { code, name, difficulty, subject } = country;
  if (!settled || neighbours.length < 2 || neighbours.length > 5) return [];
  const around = places.filter((place) => neighbours.includes(place.country));
  const lacks = (other: Country) => around.some((place) => place.strangers.some((list) => list.includes(other)));
  const card: Card = {
    ...identity(borderKinds.surrounded, code),
    subjects: [subject],
    difficulty,
    draft: (random) => ({
      prompt: `Which country has land borders with ${textOf(neighbours)}, and with no other country?`,
      right: name,
      wrong: wrongChoices(
        name,
        strangers.map((list) => namesOf(list.filter(lacks))),
        random,
      ),
      explanation: bordersOf(country, neighbours),
    }),
  };
  return [card];
};

/** "Which country borders both …": the wrong ones border one of the two at most; those that do come first. */
const betweenCards = (places: readonly Place[]): readonly Card[] =>
  places.flatMap((one, i) =>
    places.slice(i + 1).flatMap((other) => {
      const both = one.neighbours.filter((each) => other.neighbours.includes(each));
      if (both.length === 0) return [];
      const key = `${one.country.code}-${other.country.code}`;
      const right = oneOf(both, seededRandom(key));
      const two = `both ${one.country.inText} and ${other.country.inText}`;
      const card: Card = {
        ...identity(borderKinds.between, key),
        subjects: [one.country.subject, other.country.subject],
        difficulty: harder(one.country.difficulty, other.country.difficulty),
        draft: (random) => ({
          prompt: `Which country has land borders with ${two}?`,
          right: right.name,
          wrong: wrongChoices(right.name, outsiders(one, other).map(namesOf), random),
          explanation: `${capitalised(right.inText)} borders ${two}.`,
        }),
      };
      return [card];
    }),
  );

/** Those that do not border both: before all others, those that border one. */
const outsiders = (one: Place, other: Place): readonly (readonly Country[])[] => {
  const lists = [...one.strangers, ...other.strangers].map((list) =>
    list.filter((each) => each !== one.country && each !== other.country),
  );
  return [lists.flat().filter((each) => touching(one, each) || touching(other, each)), ...lists];
};

const touching = (place: Place, other: Country): boolean => place.neighbours.includes(other);
const keyOf = (countries: readonly Country[]): string => countries.map(({ code }) => code).join();
const textOf = (countries: readonly Country[]): string => listed(countries.map(({ inText }) => inText));
const bordersOf = ({ inText }: Country, neighbours: readonly Country[]): string =>
  `${capitalised(inText)} ${neighbours.length > 5 ? "borders, among others," : "borders"} ${textOf(neighbours.slice(0, 5))}.`;
const namesOf = (countries: readonly Country[]): readonly string[] => countries.map(({ name }) => name);
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const order = ["easy", "medium", "hard"] as const;
const harder = (one: Country["difficulty"], other: Country["difficulty"]): Country["difficulty"] =>
  order[Math.max(order.indexOf(one), order.indexOf(other))] ?? "hard";
