import type { Scene } from "../talk.ts";
import type { Values } from "./pick.ts";
import { plain, sayable } from "./words.ts";

/** What is said of the score, and what to put in. */
export type Standing = { readonly lines: readonly string[]; readonly values: Values };

const numbers = new Intl.NumberFormat("en");
const points = (score: number): string => (score === 1 ? "1 point" : `${numbers.format(score)} points`);

const words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const placeOf = (index: number): string => words[index] ?? `number ${index + 1}`;

const nobody: readonly string[] = [
  "There are no points to count yet.",
  "The scoreboard is empty so far.",
  "No scores yet. Type `trivia` and a topic to make some.",
  "Nobody has any points yet, so everybody is first.",
  "Nothing on the board so far.",
  "We haven't scored anything yet.",
];
const level: readonly string[] = [
  "It's all level: {points} each.",
  "Everybody stands at {points}.",
  "All equal so far, {points} each.",
  "A dead heat: {points} for everyone.",
  "Nobody is ahead: {points} all round.",
  "Even as can be, at {points} each.",
];
const theirs: readonly string[] = [
  "{who} is {place} with {points}.",
  "{points} for {who}, and that makes {place} place.",
  "{who} has {points}: {place}.",
  "At the moment {who} is {place}, with {points}.",
  "{place} place and {points}: that's {who}.",
  "By my count, {who} has {points}, so {place}.",
];
const mine: readonly string[] = [
  "I'm {place} with {points}.",
  "I have {points}, which makes me {place}.",
  "{points} for me, so {place} place.",
  "Me? {points}, {place} of {count}.",
  "{place} of {count}, with {points} to my name.",
  "By my count I have {points}: {place}.",
];
const yours: readonly string[] = [
  "You're {place} with {points}{gap}.",
  "You have {points}, and that's {place} place{gap}.",
  "{points} for you: {place} of {count}{gap}.",
  "You're {place} of {count}, with {points}{gap}.",
  "{place} place, with {points}{gap}.",
  "By my count you have {points}: {place}{gap}.",
];
const notIn: readonly string[] = [
  "I can't find you in this game's scores. Join the next one?",
  "You have no points in this game yet.",
  "You aren't on the board so far. Plenty of room, though!",
  "No score for you yet. The next question could change that.",
  "The board doesn't know you yet.",
  "You're not in this ranking, but you're good company.",
];
const table: readonly string[] = [
  "The board: {table}.",
  "It stands like this: {table}.",
  "From the top: {table}.",
  "So far: {table}.",
  "Here's the count: {table}.",
  "The order is {table}.",
];

/** What to say to somebody who asks about the points. */
export const standingFor = (text: string, asker: string, { ranking }: Scene["game"]): Standing => {
  const [leader] = ranking;
  const asked = plain(text);
  if (leader === undefined) return { lines: nobody, values: {} };
  const at = (index: number): Standing => {
    const { name, score, isMe } = ranking[index] ?? leader;
    const who = sayable(name, 24) || "somebody";
    const values = { who, place: placeOf(index), points: points(score), count: String(ranking.length) };
    return { lines: isMe ? mine : theirs, values };
  };
  const ofAsker = (): Standing => {
    const index = ranking.findIndex(({ name, isMe }) => !isMe && name === asker);
    if (index < 0) return { lines: notIn, values: {} };
    const gap = leader.score - (ranking[index]?.score ?? 0);
    const behind = index === 0 || gap === 0 ? " now" : `, ${points(gap)} behind the lead`;
    return { lines: yours, values: { ...at(index).values, gap: behind } };
  };

  const named = ranking.findIndex(({ name, isMe }) => !isMe && name !== asker && speaksOf(asked, name));
  if (named >= 0) return at(named);
  if (/\b(?:my|me|i|am i|im|mine)\b/.test(asked.replace(/\b(?:tell|show|give) me\b/, ""))) return ofAsker();
  if (/\b(?:you|your|youre|yours|u)\b/.test(asked))
    return at(
      Math.max(
        0,
        ranking.findIndex(({ isMe }) => isMe),
      ),
    );
  if (leader.score === ranking.at(-1)?.score && ranking.length > 1)
    return { lines: level, values: { points: points(leader.score) } };
  if (/\b(?:last|losing|bottom)\b/.test(asked)) return at(ranking.length - 1);
  if (/\bsecond\b/.test(asked) && ranking.length > 1) return at(1);
  if (/\bthird\b/.test(asked) && ranking.length > 2) return at(2);
  if (/\b(?:who|whos|whose|leader|lead|leading|winning|first|won|ahead|on top)\b/.test(asked)) return at(0);
  return { lines: table, values: { table: tableOf(ranking) } };
};

const speaksOf = (asked: string, name: string): boolean => {
  const known = plain(name);
  return (
    (known.length > 1 && ` ${asked} `.includes(` ${known} `)) ||
    (known.length > 1 && ` ${asked} `.includes(` ${known}s `))
  );
};

const tableOf = (ranking: Scene["game"]["ranking"]): string =>
  ranking
    .slice(0, 3)
    .map(({ name, score, isMe }) => `${isMe ? "me" : sayable(name, 24) || "somebody"} with ${numbers.format(score)}`)
    .join(", ");
