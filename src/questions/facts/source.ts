import type { Question } from "../../core/game.ts";
import { type Random, seededRandom, shuffle } from "../../core/random.ts";
import type { QuestionRequest, QuestionSource } from "../source.ts";
import { topicWords } from "../text.ts";
import { type Card, questionOf, type Theme } from "./card.ts";
import { computingTheme } from "./computing/theme.ts";
import { countriesTheme } from "./countries/theme.ts";
import { elementsTheme } from "./elements/theme.ts";
import { musicTheme } from "./music/theme.ts";
import { numbersTheme } from "./numbers/theme.ts";
import { fitting } from "./topic.ts";
import { wordsTheme } from "./words/theme.ts";

const themes: readonly Theme[] = [countriesTheme, elementsTheme, wordsTheme, musicTheme, numbersTheme, computingTheme];

/** Where the facts of a question come from, with the licence; undefined for a question of another source. */
export const creditOf = (id: string): string | undefined => {
  const [source, name] = id.split("-");
  return source === "facts"
    ? themes.flatMap(({ kinds }) => kinds).find((kind) => kind.name === name)?.credit
    : undefined;
};

let loading: Promise<readonly Card[]> | undefined;
/** All that can be asked. Read when somebody wants it first, as that is half a second of work, and never changing. */
const load = async (): Promise<readonly Card[]> => {
  loading ??= readAll();
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
};

/** One theme after the other, as each needs memory for a moment only. */
const readAll = async (): Promise<readonly Card[]> => {
  const cards: Card[] = [];
  for (const theme of themes) cards.push(...(await theme.load()));
  return cards;
};

/** Questions made by rule from data that everybody can look up: right, many, and there without a network. */
export const factsSource = (): QuestionSource => ({
  name: "facts",
  supply: async (topic) => fitting(await load(), topic).length,
  async *make(request, signal) {
    if (signal.aborted) return;
    const questions = pick(fitting(await load(), request.topic), request);
    if (!signal.aborted && questions.length > 0) yield { questions };
  },
});

/** Unasked ones, different in kind and subject as far as there are such, then those asked longest ago. */
const pick = (
  fit: readonly Card[],
  { topic, count, asked, hidden, seed, suits = () => true }: QuestionRequest,
): readonly Question[] => {
  const random = seededRandom(`${seed}/facts`);
  const order = new Map([...asked].map((id, at) => [id, at]));
  const open = fit.filter(({ id }) => !hidden.has(id));
  const fresh = open.filter(({ id }) => !order.has(id));
  const named = topicWords(topic).length > 0;
  const picked: Question[] = [];
  const take = (candidates: Iterable<Card>): void => {
    for (const card of candidates) {
      if (picked.length >= count) return;
      const question = questionOf(card, seed);
      if (question !== undefined && suits(question)) picked.push(question);
    }
  };
  take(mixed(named ? fresh : fresh.filter(({ kind }) => kind.special !== true), random));
  if (!named)
    take(
      mixed(
        fresh.filter(({ kind }) => kind.special === true),
        random,
      ),
    );
  take(open.filter(({ id }) => order.has(id)).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)));
  return picked;
};

/** Category after category, in each of them kind after kind, and nothing that another one gives away while there is more. */
function* mixed(open: readonly Card[], random: Random): Generator<Card> {
  const categories = [...Map.groupBy(open, ({ kind }) => kind.category).values()].map((own) =>
    shuffle([...Map.groupBy(own, ({ kind }) => kind).values()], random).map((pile) => new Pile(shuffle(pile, random))),
  );
  const used = new Set<string>();
  for (let left = shuffle(categories, random); left.length > 0; left = left.filter((piles) => piles.length > 0)) {
    for (const piles of left) {
      const pile = piles.shift();
      const card = pile?.next(used);
      if (pile === undefined || card === undefined) continue;
      yield card;
      piles.push(pile);
    }
  }
}

/** Cards of one kind; those about what has been used come last. */
class Pile {
  readonly #cards: Card[];
  readonly #later: Card[] = [];

  constructor(cards: Card[]) {
    this.#cards = cards;
  }

  next(used: Set<string>): Card | undefined {
    for (let card = this.#cards.pop(); card !== undefined; card = this.#cards.pop()) {
      if (!used.has(card.about)) {
        used.add(card.about);
        return card;
      }
      this.#later.push(card);
    }
    return this.#later.pop();
  }
}
