import type { Random } from "../../core/random.ts";
import { chanceOfRight, strengthFor } from "../skill.ts";
import { momentIn, type Planner, type Situation } from "./move.ts";

/** As likely as none of many choices: who does not know what to write can hardly guess it. */
const asManyChoices = 50;
const typoEvery = 8;
/** Letters a second on a phone, and a while to think. */
const letterMs = 180;
const leastMs = 2500;

/** Where a question has no end, the others wait all the same. */
const mostMs = 25_000;

const moment = (situation: Situation, from: number, to: number): number =>
  momentIn({ ...situation, leftMs: Math.min(situation.leftMs, mostMs) }, from, to);

const hardness: Readonly<Record<string, number>> = { easy: -1, medium: 0, hard: 1 };

/** What is known of the open question, if it comes to mind: by the same law as for choices. */
const recalled = ({ state, recall, skill, persona, random }: Situation) => {
  const { prompt, image, category, difficulty } = state.game.question;
  const known = recall({ prompt, choices: [], image });
  const strength = strengthFor(persona.strengths, category, prompt);
  const edge = 4 * skill - 2 + strength - (known?.b ?? hardness[difficulty] ?? 0);
  const luck = random();
  return { known, edge, comes: known !== undefined && luck < chanceOfRight(edge, asManyChoices) };
};

const isLetter = (sign = ""): boolean => /\p{L}/u.test(sign);

/** A letter too many, too few, or two of them swapped, but not at the beginning of a word. */
export const mistyped = (text: string, random: Random): string => {
  const letters = Array.from(text);
  const places = [...letters.keys()].filter((at) => [at - 1, at, at + 1].every((near) => isLetter(letters[near])));
  const at = places[Math.floor(random() * places.length)];
  if (letters.length < 5 || at === undefined) return text;
  const [one = "", next = ""] = letters.slice(at, at + 2);
  const slips = [`${next}${one}`, next, `${one}${one}${next}`];
  return [...letters.slice(0, at), slips[Math.floor(random() * slips.length)], ...letters.slice(at + 2)].join("");
};

/** Types what it knows, small and now and then with a slip; what does not come to mind is left unwritten. */
export const answer: Planner = (ask, situation) => {
  const { random } = situation;
  const { known, comes } = recalled(situation);
  const right = known?.text;
  if (right === undefined || !comes) return { text: "?", afterMs: moment(situation, 0.5, 0.9) };
  const plain = random() < 0.6 ? right.toLowerCase() : right;
  const text = random() * typoEvery < 1 ? mistyped(plain, random) : plain;
  const typing = leastMs + text.length * letterMs;
  return { text: text.slice(0, ask.most), afterMs: Math.min(typing * (0.7 + random()), moment(situation, 0.8, 0.9)) };
};

/** Guesses a number: the better it is at the subject, the nearer it comes. */
export const closest: Planner = ({ least, most }, situation) => {
  const { random } = situation;
  const { known, edge } = recalled(situation);
  const { number = between(least, most, random) } = known ?? {};
  const scale = least !== undefined && most !== undefined ? (most - least) / 2 : Math.max(1, Math.abs(number));
  // About an eighth of the scale for a middling one, less with every step up.
  const off = (random() + random() + random() - 1.5) * scale * 0.25 * Math.exp(-0.6 * edge);
  const round = rounded(number + off, number);
  return {
    number: Math.min(most ?? Infinity, Math.max(least ?? -Infinity, round)),
    afterMs: moment(situation, 0.2, 0.7),
  };
};

const between = (least = 0, most = 1000, random: Random): number => least + random() * (most - least);

/** People guess round numbers; years they know better than that. */
const rounded = (guess: number, like: number): number => {
  const size = Math.abs(like);
  const isYear = Number.isInteger(like) && size > 1000 && size < 2100;
  const step = isYear ? 1 : 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, size))) - 1);
  return Math.round(guess / step) * step;
};

/** Stakes more the better it is, and the further behind. */
export const wager: Planner = ({ most = 0 }, situation) => {
  const { state, me, skill, random } = situation;
  const best = Math.max(0, ...[...state.players.values()].map(({ score }) => score));
  const behind = best === 0 ? 0 : 1 - (state.players.get(me)?.score ?? 0) / best;
  const share = Math.min(1, Math.max(0, 0.15 + 0.45 * skill + 0.3 * behind + 0.4 * (random() - 0.5)));
  const rough = most >= 500 ? 50 : 1;
  return { number: Math.min(most, Math.round((most * share) / rough) * rough), afterMs: moment(situation, 0.1, 0.6) };
};
