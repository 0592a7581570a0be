import { type Card, identity, type Kind, wrongChoices } from "../card.ts";
import { cldrData } from "../package-data.ts";
import { type Country, nearFirst, tells } from "./countries.ts";
import { currencies as currencyList } from "countries-list/currencies";

const shared = { category: "Currencies", credit: "CLDR (Unicode-3.0), countries-list (MIT)" } as const;
export const currencyKinds = {
  currency: { ...shared, name: "currency", topics: "currency money coin country geography economy world" },
  money: { ...shared, name: "money", topics: "currency money coin country geography economy world" },
  currencycode: { ...shared, name: "currencycode", topics: "currency code iso money economy", special: true },
} as const satisfies Record<string, Kind>;

/** Where a foreign currency is in everyday use beside the country's own, or the own one has changed more than once of late. */
const unsettled = new Set("BN BS BZ CU KH LB LR PA SV VE ZW".split(" "));
/** Units that are one word in several languages, or nearly: never offered together. */
const sameWord = [
  "dinar denar",
  "dollar taler tala",
  "krone krona króna koruna",
  "leu lev",
  "lira pound",
  "real rial riyal riel",
  "rupee rupiah rufiyaa",
  "som somoni",
  "peso euro pa’anga",
].map((units) => units.split(" "));

/** Of each country's code, its currencies since they began to be written down. */
type Tender = {
  readonly region: Readonly<
    Record<string, readonly Readonly<Record<string, { readonly to?: string; readonly tender?: string }>>[]>
  >;
};
type Money = { readonly country: Country; readonly tender: readonly string[]; readonly units: readonly string[] };

export const currencyCards = async (countries: readonly Country[]): Promise<readonly Card[]> => {
  const { region } = await cldrData<Tender>("currencyData");
  const all = countries.map((country): Money => {
    const tender = (region[country.code] ?? [])
      .flatMap((each) => Object.entries(each))
      .filter(([, { to, tender: legal }]) => to === undefined && legal !== "false")
      .map(([code]) => code)
      // A name that says nothing by itself.
      .filter((code) => code !== "ZWG");
    return { country, tender, units: tender.map(unitOf) };
  });
  const settled = all.filter(({ country, tender }) => tender.length === 1 && !unsettled.has(country.code));
  return [...settled.flatMap((money) => countryCards(money, all)), ...codeCards(all)];
};

const nameOf = (code: string): string => currencyList[code as keyof typeof currencyList]?.name ?? "";
/** "Polish Zloty" is a zloty. */
const unitOf = (code: string): string => nameOf(code).split(" ").at(-1)?.toLowerCase() ?? "";
const alike = (one: string, other: string): boolean =>
  one === other || sameWord.some((units) => units.includes(one) && units.includes(other));
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const countryCards = ({ country, tender: [code = ""] }: Money, all: readonly Money[]): readonly Card[] => {
  const { inText, difficulty, subject, name } = country;
  const unit = unitOf(code);
  if (unit === "" || tells(name, unit)) return [];
  const near = nearFirst(
    country,
    all.map((money) => money.country),
  ).map((list) => all.filter((money) => list.includes(money.country)));
  const explanation = `The currency of ${inText} is the ${nameOf(code) === "Euro" ? "euro" : nameOf(code)} (${code}).`;
  const cards: Card[] = [
    {
      ...identity(currencyKinds.currency, country.code),
      subjects: [subject],
      difficulty,
      draft: (random) => ({
        prompt: `What is the currency of ${inText} called?`,
        right: capitalised(unit),
        wrong: distinctUnits(unit, near, random),
        explanation,
      }),
    },
  ];
  const users = all.filter(({ units }) => units.some((each) => alike(each, unit)));
  if (users.length === 1)
    cards.push({
      ...identity(currencyKinds.money, country.code),
      subjects: [subject],
      difficulty,
      draft: (random) => ({
        prompt: `In which country do people pay with the ${unit}?`,
        right: name,
        wrong: wrongChoices(
          name,
          near.map((list) => list.map((money) => money.country.name)),
          random,
        ),
        explanation,
      }),
    });
  return cards;
};

/** No two of them nearly the same word, so that nobody has to guess at the spelling. */
const distinctUnits = (unit: string, near: readonly (readonly Money[])[], random: () => number): readonly string[] => {
  const chosen = [unit];
  for (const list of near) {
    const left = [...new Set(list.flatMap(({ units }) => units))];
    while (left.length > 0 && chosen.length < 4) {
      const [candidate = ""] = left.splice(Math.floor(random() * left.length), 1);
      if (candidate !== "" && !chosen.some((one) => alike(one, candidate))) chosen.push(candidate);
    }
  }
  return chosen.slice(1).map(capitalised);
};

/** What each three-letter code stands for; the wrong ones have the same first letter, or the same unit. */
const codeCards = (all: readonly Money[]): readonly Card[] => {
  const inUse = [...new Set(all.flatMap(({ tender }) => tender))].filter((code) => nameOf(code) !== "");
  return inUse.map((code) => {
    const users = all.filter(({ tender }) => tender.includes(code)).map(({ country }) => country);
    const others = inUse.filter((other) => other !== code);
    const near = others.filter((other) => other[0] === code[0] || unitOf(other) === unitOf(code));
    return {
      ...identity(currencyKinds.currencycode, code),
      subjects: users.map(({ subject }) => subject),
      difficulty: users.some(({ difficulty }) => difficulty === "easy") ? "medium" : "hard",
      draft: (random) => ({
        prompt: `Which currency has the code ${code}?`,
        right: nameOf(code),
        wrong: wrongChoices(nameOf(code), [near.map(nameOf), others.map(nameOf)], random),
        explanation: `${code} is the ISO 4217 code of the ${nameOf(code)}.`,
      }),
    };
  });
};
