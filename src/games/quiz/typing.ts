import type { Question } from "../../core/game.ts";
import { folded, isNear } from "../../core/near.ts";
import { isRight } from "../../core/right.ts";

/** As long as a typed answer may be. */
export const longestAnswer = 100;
/** What is longer is copied rather than known. */
const longestRight = 40;
const mostWords = 5;

/** Words by which a question points at what there is to choose from, or asks for what is not so. */
const pointing =
  /\b(?:these|those|following|above|below|except|not|odd one out|diesen?r?|folgenden?r?|nicht|kein\w*|estos|estas|siguientes|no|excepto|ces|suivante?s?|parmi|pas|sauf|destes|destas|seguintes|abaixo|n[ãa]o|exceto)\b/iu;
const truths = new Set(
  "true false yes no wahr falsch ja nein verdadero falso si vrai faux oui non verdadeiro sim nao".split(" "),
);
const pointed = /\b(?:all|none|both|neither) of (?:the|them|these)\b|\bthe above\b/iu;

/** Whether a question can be answered by who does not see its choices. */
export const standsAlone = ({ prompt, choices, key, also = [] }: Question): boolean => {
  const right = choices[key];
  if (right === undefined || right.length > longestRight || right.split(/\s+/u).length > mostWords) return false;
  if (pointing.test(prompt) || choices.some((choice) => pointed.test(choice))) return false;
  if (choices.every((choice) => truths.has(folded(choice)))) return false;
  // Two choices that could be taken for each other can't be told apart by what is typed.
  const isOther = (index: number): boolean => index !== key && !also.includes(index);
  return !choices.some((choice, index) => isOther(index) && isNear(choice, right));
};

/** The choice that a typed answer means, or -1: exactly before nearly, and of what is near a right one first. */
export const meant = (question: Question, text: string): number => {
  const { choices, key, accept = [] } = question;
  const places = [...choices.keys()].toSorted(
    (one, other) => Number(isRight(question, other)) - Number(isRight(question, one)),
  );
  const wanted = folded(text);
  const same = (other: string): boolean => folded(other) === wanted;
  const near = (other: string): boolean => isNear(text, other);
  for (const fits of [same, near]) {
    if (accept.some(fits)) return key;
    const found = places.find((place) => fits(choices[place] as string));
    if (found !== undefined) return found;
  }
  return -1;
};
