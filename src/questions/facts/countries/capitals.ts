import { type Card, identity, type Kind, wrongChoices } from "../card.ts";
import { type Country, nearFirst, tells } from "./countries.ts";

const shared = {
  category: "Capitals",
  credit: "countries-list (MIT)",
} as const;
export const capitalKinds = {
  capital: { ...shared, name: "capital", topics: "capital city country nation geography world map" },
  country: { ...shared, name: "country", topics: "capital city country nation geography world map" },
} as const satisfies Record<string, Kind>;

/** Left out: one capital by law and another in fact, several, one in dispute or on the move, or none by law. */
const unsettled = new Set("BI BJ BO CH CI GQ ID IL KI LK MY NL NR SZ TZ YE ZA".split(" "));

export const capitalCards = (countries: readonly Country[]): readonly Card[] => {
  const settled = countries.filter(({ code }) => !unsettled.has(code));
  return settled.filter(({ name, capital }) => !tells(name, capital)).flatMap((country) => cardsOf(country, settled));
};

const cardsOf = (country: Country, settled: readonly Country[]): readonly Card[] => {
  const { code, name, inText, capital, where, difficulty } = country;
  const near = nearFirst(country, settled);
  const card = (kind: Kind, prompt: string, right: string, of: "capital" | "name"): Card => ({
    ...identity(kind, code),
    subjects: [country.subject],
    difficulty,
    draft: (random) => ({
      prompt,
      right,
      wrong: wrongChoices(
        right,
        near.map((list) => list.map((other) => other[of])),
        random,
      ),
      explanation: `${capital} is the capital of ${inText}${where}.`,
    }),
  });
  return [
    card(capitalKinds.capital, `What is the capital of ${inText}?`, capital, "capital"),
    card(capitalKinds.country, `Which country has ${capital} as its capital?`, name, "name"),
  ];
};
