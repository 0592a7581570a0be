import type { NumberSought, Question } from "../core/game.ts";
import type { QuestionId } from "../core/ids.ts";
import { alike } from "../questions/formats/tidy.ts";
import { mostBytes, mostQuestions, type Pack, type PackContent, type Packs } from "./packs.ts";

type Loose<T> = { readonly [Name in keyof T]?: T[Name] | undefined };
/** What most questions have nothing of. */
type Extras = Loose<Pick<Question, "imageAlt" | "also" | "points" | "accept">> & {
  readonly number?: (Pick<NumberSought, "value" | "unit"> & Loose<NumberSought>) | null | undefined;
};

/** A question as it comes in: without an id, or with one that it may have in the pack already. */
export type Draft = Omit<Question, "id" | keyof Extras> & Extras & { readonly id?: string | undefined };

/** Gives every question an id: its own, where it is one of `present` and comes for the first time, or a fresh one. */
export const withIds = (
  drafts: readonly Draft[],
  present: readonly Question[],
  newId: () => string,
): readonly Question[] => {
  const free = new Set<string>(present.map(({ id }) => id));
  return drafts.map(({ id, ...draft }) => {
    const keeps = id !== undefined && free.delete(id);
    return { id: (keeps ? id : newId()) as QuestionId, ...plain(draft) };
  });
};

type Answered = Pick<Draft, "choices" | "key" | "also" | "number">;

/** What a format can't say of a question, by field. */
export const questionFaults = ({ choices, key, also = [], number }: Answered): Record<string, string> => {
  if (number)
    return { ...(choices.length === 0 ? {} : { choices: "are none beside a number" }), ...boundFaults(number) };
  const isOther = (index: number): boolean => index !== key && index < choices.length;
  return {
    ...(choices.length < 2 ? { choices: "are 2 to 6" } : {}),
    ...(new Set(choices.map(alike)).size < choices.length ? { choices: "two of them are the same" } : {}),
    ...(key >= 0 && key < choices.length ? {} : { key: "is not the index of a choice" }),
    ...(also.every(isOther) && new Set(also).size === also.length ? {} : { also: "are not other choices" }),
  };
};

const boundFaults = ({ value, least = -Infinity, most = Infinity }: NonNullable<Extras["number"]>) =>
  least < most && value >= least && value <= most ? {} : { number: "is not between its bounds" };

/** A question without what says nothing: so it is kept. With a number there is nothing to choose from. */
export const plain = <Q extends Extras & { readonly image: string }>(
  question: Q,
): Omit<Q, keyof Extras> & Pick<Question, keyof Extras> => {
  const { imageAlt = "", also = [], points = 1, accept = [], number, ...rest } = question;
  const bare = {
    ...rest,
    ...(imageAlt === "" || rest.image === "" ? {} : { imageAlt }),
    ...(points === 1 ? {} : { points }),
  };
  if (number) return { ...bare, key: -1, number: bounded(number) };
  return { ...bare, ...(also.length === 0 ? {} : { also }), ...(accept.length === 0 ? {} : { accept }) };
};

const bounded = ({ value, unit, least, most }: NonNullable<Extras["number"]>): NumberSought => ({
  value,
  unit,
  ...(least === undefined ? {} : { least }),
  ...(most === undefined ? {} : { most }),
});

/** What is wrong with the questions of a pack, by field; of many faults the first. */
export const packFaults = (questions: readonly Answered[]): Record<string, string> =>
  Object.fromEntries(
    questions
      .flatMap((question, index) =>
        Object.entries(questionFaults(question)).map(([field, fault]) => [`questions.${index}.${field}`, fault]),
      )
      .slice(0, 20),
  );

/** How large questions are where they are kept. */
export const bytesOf = (questions: readonly Question[]): number => Buffer.byteLength(JSON.stringify(questions));

export const fitsPack = (questions: readonly Question[]): boolean =>
  questions.length <= mostQuestions && bytesOf(questions) <= mostBytes;

const tries = 5;

/**
 * Changes a pack by what `edit` makes of it as it is. Where nobody named the version that they saw, an edit that comes
 * between is no conflict: `edit` is asked again.
 */
export const editPack = async (
  packs: Packs,
  id: string,
  seen: number | undefined,
  edit: (pack: Pack) => Partial<PackContent>,
): Promise<Pack | "conflict" | undefined> => {
  for (let n = 0; n < tries; n++) {
    const pack = await packs.find(id);
    if (pack === undefined) return undefined;
    const changes = edit(pack);
    if (seen !== undefined && seen !== pack.version) return "conflict";
    const outcome = await packs.change(id, pack.version, changes);
    if (outcome !== "conflict") return outcome;
  }
  return "conflict";
};
