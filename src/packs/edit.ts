import type { Question } from "../core/game.ts";
import type { QuestionId } from "../core/ids.ts";
import { alike } from "../questions/formats/tidy.ts";
import { mostBytes, mostQuestions, type Pack, type PackContent, type Packs } from "./packs.ts";

/** A question as it comes in: without an id, or with one that it may have in the pack already. */
export type Draft = Omit<Question, "id"> & { readonly id?: string | undefined };

/** Gives every question an id: its own, where it is one of `present` and comes for the first time, or a fresh one. */
export const withIds = (
  drafts: readonly Draft[],
  present: readonly Question[],
  newId: () => string,
): readonly Question[] => {
  const free = new Set<string>(present.map(({ id }) => id));
  return drafts.map(({ id, ...draft }) => {
    const keeps = id !== undefined && free.delete(id);
    return { id: (keeps ? id : newId()) as QuestionId, ...draft };
  });
};

/** What a format can't say of a question, by field. */
export const questionFaults = ({ choices, key }: Pick<Question, "choices" | "key">): Record<string, string> => ({
  ...(new Set(choices.map(alike)).size < choices.length ? { choices: "two of them are the same" } : {}),
  ...(key < choices.length ? {} : { key: "is not the index of a choice" }),
});

/** What is wrong with the questions of a pack, by field; of many faults the first. */
export const packFaults = (questions: readonly Pick<Question, "choices" | "key">[]): Record<string, string> =>
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
