import { elements as elementList } from "chemical-elements";
import { seededRandom } from "../../../core/random.ts";
import { type Card, identity, type Kind, oneOf, type Theme, wrongChoices } from "../card.ts";
import { subjectOf } from "../topic.ts";
import { family, families, groupOf, periodOf } from "./table.ts";

const topics = "chemistry chemical element periodic table atom atomic science";
const shared = { category: "Chemistry", credit: "chemical-elements (MIT)" } as const;
const kinds = {
  element: { ...shared, name: "element", topics: `symbol ${topics}` },
  symbol: { ...shared, name: "symbol", topics: `symbol ${topics}` },
  atomicnumber: { ...shared, name: "atomicnumber", topics: `number ${topics}` },
  numbered: { ...shared, name: "numbered", topics: `number ${topics}` },
  next: { ...shared, name: "next", topics },
  group: { ...shared, name: "group", topics: `group ${topics}` },
  family: { ...shared, name: "family", topics: `family ${topics}` },
  period: { ...shared, name: "period", topics: `period ${topics}` },
} as const satisfies Record<string, Kind>;

type Element = { readonly number: number; readonly symbol: string; readonly name: string };
type Draw = Pick<Card, "draft">;

export const elementsTheme: Theme = {
  kinds: Object.values(kinds),
  load: () => Promise.resolve(elementList.flatMap((element) => cardsOf(element, elementList))),
};

const cardsOf = (element: Element, all: readonly Element[]): readonly Card[] => {
  const { number, name, symbol } = element;
  const others = all.filter((other) => other !== element);
  const card = (kind: Kind, draw: Draw["draft"]): Card => ({
    ...identity(kind, symbol),
    subjects: [subjectOf(name, family(number) ?? "")],
    difficulty: number <= 20 || famous.has(symbol) ? "easy" : number <= 56 || known.has(symbol) ? "medium" : "hard",
    draft: draw,
  });
  const sentence = `${name} (${symbol}) has atomic number ${number}`;
  return [
    card(kinds.element, (random) => ({
      prompt: `Which chemical element has the symbol ${symbol}?`,
      right: name,
      wrong: wrongChoices(name, [namesOf(startingLike(symbol, others)), namesOf(near(element, others, 8))], random),
      explanation: `${symbol} is the symbol of ${inText(name)}, element number ${number}.`,
    })),
    card(kinds.symbol, (random) => ({
      prompt: `What is the chemical symbol of ${inText(name)}?`,
      right: symbol,
      wrong: wrongChoices(symbol, [symbolsOf(startingLike(name, others)), symbolsOf(near(element, others, 8))], random),
      explanation: `${sentence}.`,
    })),
    card(kinds.numbered, (random) => ({
      prompt: `Which chemical element has atomic number ${number}?`,
      right: name,
      wrong: wrongChoices(name, [namesOf(near(element, others, 4))], random),
      explanation: `${sentence}.`,
    })),
    card(kinds.atomicnumber, (random) => ({
      prompt: `What is the atomic number of ${inText(name)}?`,
      right: String(number),
      wrong: wrongChoices(String(number), [near(element, others, 5).map((other) => String(other.number))], random),
      explanation: `${sentence}.`,
    })),
    ...nextCard(element, others).map((draw) => card(kinds.next, draw)),
    ...groupCard(element, others).map((draw) => card(kinds.group, draw)),
    ...familyCard(element).map((draw) => card(kinds.family, draw)),
    card(kinds.period, (random) => {
      const right = `Period ${periodOf(number)}`;
      const periods = [1, 2, 3, 4, 5, 6, 7].map((period) => `Period ${period}`);
      return {
        prompt: `In which period (row) of the periodic table does ${inText(name)} stand?`,
        right,
        wrong: wrongChoices(right, [periods], random),
        explanation: `${sentence}, and stands in period ${periodOf(number)}.`,
      };
    }),
  ];
};

/** Metals, gases and others that everybody has heard of, and those heard of at school. */
const famous = new Set("Fe Cu Zn Br Ag Sn I Pt Au Hg Pb U Ni Ti Ra".split(" "));
const known = new Set("W Bi Po Rn Pu Cs Ba Os Ir Am Es Cm Th Fr At".split(" "));

const inText = (name: string): string => name.toLowerCase();
const namesOf = (elements: readonly Element[]): readonly string[] => elements.map(({ name }) => name);
const symbolsOf = (elements: readonly Element[]): readonly string[] => elements.map(({ symbol }) => symbol);
const near = (element: Element, others: readonly Element[], reach: number): readonly Element[] =>
  others.filter((other) => Math.abs(other.number - element.number) <= reach);
const startingLike = (text: string, others: readonly Element[]): readonly Element[] =>
  others.filter(({ name, symbol }) => name[0] === text[0] && symbol[0] === text[0]);

const nextCard = ({ number, name, symbol }: Element, others: readonly Element[]): readonly Draw["draft"][] => {
  const next = others.find((other) => other.number === number + 1);
  if (next === undefined) return [];
  const around = others.filter((other) => other !== next && Math.abs(other.number - number) <= 4);
  return [
    (random) => ({
      prompt: `Which element comes right after ${inText(name)} (${symbol}) in the periodic table?`,
      right: next.name,
      wrong: wrongChoices(next.name, [namesOf(around)], random),
      explanation: `${name} has atomic number ${number}; number ${next.number} is ${inText(next.name)}.`,
    }),
  ];
};

const groupCard = ({ number, name, symbol }: Element, others: readonly Element[]): readonly Draw["draft"][] => {
  const group = groupOf(number);
  const mates = others.filter((other) => groupOf(other.number) === group);
  if (group === undefined || mates.length === 0) return [];
  const right = oneOf(mates, seededRandom(symbol)).name;
  const elsewhere = others.filter((other) => (groupOf(other.number) ?? group) !== group);
  const beside = elsewhere.filter((other) => Math.abs((groupOf(other.number) ?? 0) - group) <= 2);
  return [
    (random) => ({
      prompt: `Which of these elements is in the same group (column) of the periodic table as ${inText(name)}?`,
      right,
      wrong: wrongChoices(right, [namesOf(beside), namesOf(elsewhere)], random),
      explanation: `${name} and ${inText(right)} are both in group ${group}.`,
    }),
  ];
};

const familyCard = ({ number, name }: Element): readonly Draw["draft"][] => {
  const own = family(number);
  if (own === undefined) return [];
  return [
    (random) => ({
      prompt: `Which family of elements does ${inText(name)} belong to?`,
      right: own,
      wrong: wrongChoices(own, [families], random),
      explanation: `${name}, element number ${number}, is one of the ${own.toLowerCase()}.`,
    }),
  ];
};
