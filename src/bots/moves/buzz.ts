import type { Random } from "../../core/random.ts";
import { planAnswer } from "../skill.ts";
import { partOf, type Plan, type Planner, type Situation } from "./move.ts";

/** How often somebody buzzes who only guesses, and again when what they thought has turned out wrong. */
const daring = { first: 0.25, again: 0.35 };
/** Who had made up their mind is quick when buzzing opens again, in ms. */
const again = { least: 400, spread: 1400 };
const speaking = { least: 700, spread: 1500 };
/** When who has forgotten the question answers, the time to think of it is long over. */
const thinkingMs = 30_000;

/** What a bot takes for right in a question, and when it would have said so. */
type Mind = { readonly question: string; readonly choice: number; readonly sure: boolean; readonly afterMs: number };

/** What each made up its mind to, by its own chance: an answer is what it buzzed for. */
const minds = new WeakMap<Random, Mind>();

/** What somebody of its skill would make of the question, found out when it is first seen; undefined for nothing. */
const mindOf = (situation: Situation, leftMs: number): Mind | undefined => {
  const { state, random, recall, skill, persona } = situation;
  const { id, prompt, choices: shown, category, difficulty, image } = state.game.question;
  const before = minds.get(random);
  if (before?.question === id) return before;
  const choices = [...shown];
  const known = recall({ prompt, choices, image });
  const seen = { prompt, choices, category, difficulty, b: known?.b };
  const plan = planAnswer(seen, { skill, strengths: persona.strengths }, known?.key, leftMs, random);
  if (plan === undefined) return undefined;
  const mind = { question: id, ...plan, sure: plan.choice === known?.key };
  minds.set(random, mind);
  return mind;
};

/** What others have tried and was wrong. */
const triedIn = ({ state }: Situation): ReadonlySet<number> => {
  const buzz = partOf(state, "buzz") as { readonly out: readonly { readonly choice: number | null }[] } | undefined;
  return new Set(buzz?.out.flatMap(({ choice }) => (choice === null ? [] : [choice])));
};

/** Buzzes for what it takes for right, and now and then for a guess. */
export const buzz: Planner = (_ask, situation): Plan | undefined => {
  const { leftMs, random, state } = situation;
  const isFirst = minds.get(random)?.question !== state.game.question.id;
  const mind = mindOf(situation, leftMs);
  if (mind === undefined) return undefined;
  const tried = triedIn(situation);
  const isSure = mind.sure && !tried.has(mind.choice);
  const luck = random();
  if (!isSure && luck >= (tried.size === 0 ? daring.first : daring.again)) return undefined;
  const afterMs = isFirst ? mind.afterMs : again.least + again.spread * random();
  return afterMs < leftMs ? { afterMs } : undefined;
};

/** Says what it buzzed for; of the others when that was wrong already. */
export const respond: Planner = ({ choices = [] }, situation): Plan | undefined => {
  const { random, leftMs } = situation;
  const tried = triedIn(situation);
  const mind = mindOf(situation, thinkingMs);
  const others = choices.flatMap((_, index) => (tried.has(index) ? [] : [index]));
  const guess = others[Math.floor(random() * others.length)];
  const choice = mind === undefined || tried.has(mind.choice) ? guess : mind.choice;
  const afterMs = Math.min(speaking.least + speaking.spread * random(), leftMs * 0.6);
  return choice === undefined ? undefined : { choice, afterMs };
};
