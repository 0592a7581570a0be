import type { Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { folded, isNear } from "../../core/near.ts";
import { seededRandom, shuffle } from "../../core/random.ts";
import type { Option } from "./state.ts";

/** More can't be read in the time there is. */
const mostLies = 15;
/** With fewer lies, ready-made ones come in. */
const fewLies = 3;

export const truthOf = ({ choices, key }: Question): string => choices[key] ?? "";

/** A text as all are shown, so that nothing but what it says tells a lie from the truth. */
const dressed = (text: string): string => {
  const plain = text
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/^[\s"'“”„«»]+|[\s"'“”„«».!,;:]+$/gu, "");
  const isLoud = /\p{Lu}{5}/u.test(plain) && !/\p{Ll}/u.test(plain);
  const calm = isLoud ? plain.toLowerCase() : plain;
  const [first = ""] = calm;
  return first.toUpperCase() + calm.slice(first.length);
};

/** Lies that are near to each other are one, worded as it was written first (rule L4). */
const merged = (lies: ReadonlyMap<PlayerId, string>): readonly Option[] => {
  const found: { readonly text: string; readonly authors: PlayerId[] }[] = [];
  for (const [player, text] of lies) {
    const same = found.find((one) => isNear(one.text, text));
    if (same === undefined) found.push({ text, authors: [player] });
    else same.authors.push(player);
  }
  return found;
};

/** Ready-made lies until there are enough: the question's own wrong choices, but none that is near to what is there. */
const decoysFor = (question: Question, lies: readonly Option[], seed: string): readonly Option[] => {
  const texts = [truthOf(question), ...lies.map(({ text }) => text)];
  const wrong = question.choices.filter((_, index) => index !== question.key);
  for (const text of shuffle(wrong, seededRandom(`${seed}/${question.id}/decoys`))) {
    if (texts.length > fewLies) break;
    if (/[\p{L}\p{N}]/u.test(text) && !texts.some((other) => isNear(other, text))) texts.push(text);
  }
  return texts.slice(1 + lies.length).map((text) => ({ text, authors: [] }));
};

/**
 * What is voted on, and where among it the truth is. The order goes by the texts and the seed, and not by who wrote
 * what, so that no place is the truth's more often than another (rule V1).
 */
export const laid = (
  question: Question,
  lies: ReadonlyMap<PlayerId, string>,
  { seed, decoys }: { readonly seed: string; readonly decoys: boolean },
): { readonly options: readonly Option[]; readonly key: number } => {
  const own = shuffle(merged(lies), seededRandom(`${seed}/${question.id}/lies`)).slice(0, mostLies);
  const truth: Option = { text: truthOf(question), authors: [] };
  const all = [truth, ...own, ...(decoys ? decoysFor(question, own, seed) : [])];
  const sorted = all.toSorted((one, other) => (folded(one.text) < folded(other.text) ? -1 : 1));
  const shuffled = shuffle(sorted, seededRandom(`${seed}/${question.id}/order`));
  return {
    options: shuffled.map(({ text, authors }) => ({ text: dressed(text), authors })),
    key: shuffled.indexOf(truth),
  };
};
