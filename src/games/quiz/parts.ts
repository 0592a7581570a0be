import type { NumberSought } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { usual } from "./options.ts";
import { scoringAt } from "./outcomes.ts";
import type { Dealt, Outcome, Phase, Quiz } from "./state.ts";

type Parts = Readonly<Record<string, unknown>>;

/** Guesses that are shown one by one; of more, the least, the greatest and so many between. */
const shownGuesses = 24;
const shownNearest = 5;

const rules = new WeakMap<object, Parts>();
const atReveal = new WeakMap<Phase, Parts>();
const shown = new WeakMap<Dealt, Parts>();
const none: Parts = {};

/** What of a quiz is not as in every one; undefined where there is nothing of it. */
export const partsOf = (quiz: Quiz): Parts | undefined => {
  const { phase, current } = quiz;
  const asked = quiz.questions[current];
  if (quiz.options === undefined && (asked === undefined || isUsual(asked))) return undefined;
  const parts = {
    ...rulesOf(quiz),
    ...(phase.name === "wager" ? { wager: wagerOf(quiz) } : {}),
    ...(asked !== undefined && (phase.name === "question" || phase.name === "reveal") ? askedParts(quiz, asked) : {}),
    ...(asked !== undefined && phase.name === "reveal" ? revealParts(asked, phase) : {}),
  };
  return Object.keys(parts).length === 0 ? undefined : parts;
};

const isUsual = ({ also, number, points, imageAlt }: Dealt): boolean =>
  also === undefined && number === undefined && points === undefined && imageAlt === undefined;

/** What was set otherwise than by default. */
const rulesOf = ({ options }: Quiz): Parts => {
  if (options === undefined) return none;
  const known = rules.get(options) ?? {
    rules: Object.fromEntries(
      Object.entries(options).filter(([name, value]) => value !== usual[name as keyof typeof usual]),
    ),
  };
  rules.set(options, known);
  return known;
};

/** The last question's category is all that is told of it. */
const wagerOf = ({ questions, current }: Quiz) => ({ category: questions[current + 1]?.category ?? "" });

/** What belongs to a question beside its words: nothing of what is right. */
const askedParts = (quiz: Quiz, asked: Dealt): Parts => {
  const times = scoringAt(quiz, quiz.current)?.times ?? 1;
  const known = shown.get(asked) ?? {
    ...(times === 1 ? {} : { times }),
    ...(asked.typed === true ? { typed: true } : {}),
    ...(asked.number === undefined ? {} : { closest: boundsOf(asked.number) }),
    ...(asked.imageAlt === undefined ? {} : { picture: asked.imageAlt }),
  };
  shown.set(asked, known);
  return known;
};

const boundsOf = ({ unit, least, most }: NumberSought) => ({
  unit,
  ...(least === undefined ? {} : { least }),
  ...(most === undefined ? {} : { most }),
});

const revealParts = (asked: Dealt, phase: Phase & { readonly name: "reveal" }): Parts => {
  const { also = [], accept = [], number } = asked;
  const known = atReveal.get(phase) ?? {
    ...(also.length === 0 ? {} : { also }),
    ...(asked.typed === true && accept.length > 0 ? { accept } : {}),
    ...(number === undefined ? {} : { spread: spreadOf(number, phase.outcomes) }),
  };
  atReveal.set(phase, known);
  return known;
};

/** The number, what was guessed, and who came nearest. */
const spreadOf = ({ value, unit }: NumberSought, outcomes: readonly Outcome[]) => {
  const guesses = outcomes.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const nearest: readonly PlayerId[] = outcomes.filter(({ right }) => right).map(({ player }) => player);
  return {
    value,
    unit,
    given: guesses.length,
    guesses: thinned(guesses.toSorted((one, other) => one - other)),
    nearest: nearest.slice(0, shownNearest),
  };
};

const thinned = (sorted: readonly number[]): readonly number[] => {
  if (sorted.length <= shownGuesses) return sorted;
  const step = (sorted.length - 1) / (shownGuesses - 1);
  return Array.from({ length: shownGuesses }, (_, index) => sorted[Math.round(index * step)] as number);
};

/** What this player alone may know: what they typed, guessed or staked, or that they only watch. */
export const ownOf = (quiz: Quiz, player: PlayerId): unknown => {
  const { phase } = quiz;
  if (!quiz.players.has(player)) return quiz.options?.lateJoin === "closed" ? { watching: true } : null;
  if (phase.name === "wager") {
    const wager = quiz.wagers?.get(player);
    return wager === undefined ? null : { wager };
  }
  if (phase.name === "question") {
    const { text, number } = phase.answers.get(player) ?? {};
    return text === undefined && number === undefined ? null : given(text, number);
  }
  if (phase.name !== "reveal") return null;
  const outcome = phase.outcomes.find((one) => one.player === player);
  const text = phase.texts?.get(player);
  if (outcome === undefined || (text === undefined && outcome.number === undefined && outcome.wager === undefined))
    return null;
  return { ...given(text, outcome.number), ...(outcome.wager === undefined ? {} : { wager: outcome.wager }) };
};

const given = (text: string | undefined, number: number | undefined) => ({
  ...(text === undefined ? {} : { text }),
  ...(number === undefined ? {} : { number }),
});

/** Whether nobody is told anything alone: so it is in every quiz that is as by default, but for questions of a number. */
export const isPlain = ({ options, questions }: Quiz): boolean =>
  options === undefined && questions.every(({ number }) => number === undefined);
