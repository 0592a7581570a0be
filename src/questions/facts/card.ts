import type { Question } from "../../core/game.ts";
import type { QuestionId } from "../../core/ids.ts";
import { type Random, seededRandom } from "../../core/random.ts";
import { folded } from "../text.ts";

/** Questions of one shape about many subjects. */
export type Kind = {
  /** One word: the middle of its questions' ids. */
  readonly name: string;
  readonly category: string;
  /** Words of topics that it fits. */
  readonly topics: string;
  /** Asked only where the topic calls for it, or when nothing else is left. */
  readonly special?: true;
  /** Where its facts come from, with the licence. */
  readonly credit: string;
};

/** What a question is about, such as a country. */
export type Subject = {
  /** The words of its name, which mean it and nothing else when they come together. */
  readonly name: readonly string[];
  /** These and other words of topics that it fits, such as its continent. */
  readonly words: ReadonlySet<string>;
};

/** What can be asked once: its wrong choices are drawn when it is. */
export type Card = {
  readonly id: string;
  readonly kind: Kind;
  /** Cards with the same one may give each other away: a country's capital, and which country has that capital. */
  readonly about: string;
  readonly subjects: readonly Subject[];
  readonly difficulty: Question["difficulty"];
  /** Undefined when there are not enough wrong choices. */
  readonly draft: (random: Random) => Draft | undefined;
};

type Draft = {
  readonly prompt: string;
  readonly right: string;
  readonly wrong: readonly string[];
  readonly explanation: string;
  readonly image?: string;
};

/** Kinds of question on data that are read together, when first asked for. */
export type Theme = { readonly kinds: readonly Kind[]; readonly load: () => Promise<readonly Card[]> };

/** What identifies a card: its kind, and the subject's key. */
export const identity = (kind: Kind, about: string): Pick<Card, "id" | "kind" | "about"> => ({
  id: `facts-${kind.name}-${about}`,
  kind,
  about,
});

/** The question of a card: the same for the same seed. Undefined when it can't be asked well. */
export const questionOf = ({ id, kind, difficulty, draft }: Card, seed: string): Question | undefined => {
  const drawn = draft(seededRandom(`${seed}/${id}`));
  if (drawn === undefined || !sound(drawn)) return undefined;
  const { prompt, right, wrong, explanation, image = "" } = drawn;
  const choices = [right, ...wrong];
  return { id: id as QuestionId, prompt, choices, key: 0, category: kind.category, difficulty, explanation, image };
};

const limits = { prompt: 150, choice: 60, explanation: 160, image: 4096 };

const sound = ({ prompt, right, wrong, explanation, image = "" }: Draft): boolean => {
  const choices = [right, ...wrong].map(folded);
  if (wrong.length !== 3 || new Set(choices).size !== 4 || choices.includes("")) return false;
  if ([right, ...wrong].some(({ length }) => length > limits.choice)) return false;
  if (prompt.length > limits.prompt || explanation.length > limits.explanation || image.length > limits.image)
    return false;
  return !holds(prompt, right);
};

/** Whether a text says a choice of three letters or more. */
const holds = (text: string, choice: string): boolean =>
  folded(choice).length >= 3 && ` ${folded(text)} `.includes(` ${folded(choice)} `);

/** Three of the candidates, each different from the right choice and the others; of the first lists before later ones. */
export const wrongChoices = (
  right: string,
  candidates: readonly (readonly string[])[],
  random: Random,
): readonly string[] => {
  const taken = new Map([[folded(right), right]]);
  for (const list of candidates) {
    const left = [...list];
    while (left.length > 0 && taken.size < 4) {
      const [candidate = ""] = left.splice(Math.floor(random() * left.length), 1);
      if (!taken.has(folded(candidate))) taken.set(folded(candidate), candidate);
    }
  }
  return [...taken.values()].slice(1);
};

/** One of a list that is not empty. */
export const oneOf = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

/** "France", "France and Spain", "France, Spain and Italy" */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
