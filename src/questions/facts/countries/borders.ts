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
  /** Whether all its neighbours are known, and none is in dispute. */
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
  const apart = (one: Country, other: Country) => !touches(one, other) && !doubtful(one, other);
  return [...places.flatMap((place) => cardsOf(place, apart)), ...betweenCards(places)];
};

const cardsOf = (
  { country, neighbours, strangers, settled }: Place,
  apart: (one: Country, other: Country) => boolean,
): readonly Card[] => {
  const { code, inText, name, difficulty, subject } = country;
  const names = neighbours.map((each) => each.inText);
  const about = { subjects: [subject], difficulty };
  const bordersOn = `${capitalised(inText)} ${names.length > 5 ? "borders, among others," : "borders"} ${listed(names.slice(0, 5))}.`;
  const cards: Card[] = [
    {
      ...about,
      ...identity(borderKinds.neighbour, code),
      draft: (random) => {
        const right = oneOf(neighbours, seededRandom(code));
        return {
          prompt: `Which of these countries has a land border with ${inText}?`,
          right: right.name,
          wrong: wrongChoices(right.name, strangers.map(namesOf), random),
          explanation: `${capitalised(inText)} has a land border with ${right.inText}.`,
        };
      },
    },
  ];
  if (neighbours.length >= 3)
    cards.push({
      ...about,
      ...identity(borderKinds.stranger, code),
      draft: (random) => {
        const near = strangers.find((list) => list.length > 0) ?? [];
        const right = oneOf(near, seededRandom(code)).name;
        return {
          prompt: `Which of these countries does NOT have a land border with ${inText}?`,
          right,
          wrong: wrongChoices(right, [namesOf(neighbours)], random),
          explanation: bordersOn,
        };
      },
    });
  if (settled && neighbours.length >= 2 && neighbours.length <= 5)
    cards.push({
      ...about,
      ...identity(borderKinds.surrounded, code),
      draft: (random) => ({
        prompt: `Which country has land borders with ${listed(names)}, and with no other country?`,
        right: name,
        wrong: wrongChoices(
          name,
          strangers.map((list) => namesOf(list.filter((other) => neighbours.some((each) => apart(each, other))))),
          random,
        ),
        explanation: bordersOn,
      }),
    });
  return cards;
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
const namesOf = (countries: readonly Country[]): readonly string[] => countries.map(({ name }) => name);
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const order = ["easy", "medium", "hard"] as const;
const harder = (one: Country["difficulty"], other: Country["difficulty"]): Country["difficulty"] =>
  order[Math.max(order.indexOf(one), order.indexOf(other))] ?? "hard";
