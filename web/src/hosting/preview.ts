import { signal } from "@preact/signals";
import { order } from "../actions.ts";
import { changesOf, type Draft, type PackQuestion } from "../packs/pack.ts";
import { client } from "../session.ts";

/** The questions that the host looks at; undefined until they are there. */
export const looked = signal<readonly PackQuestion[] | undefined>(undefined);

/** Looks at them. Rejects with the refusal, as all of these do. */
export const look = async (): Promise<void> => {
  const { questions } = (await order("preview", null)) as { readonly questions: readonly PackQuestion[] };
  looked.value = questions;
};

export const dropQuestion = async (question: string): Promise<void> => {
  await order("drop", { question });
  looked.value = looked.value?.filter(({ id }) => id !== question);
};

export const editQuestion = async (before: PackQuestion, after: Draft): Promise<void> => {
  const changes = changesOf(before, after);
  if (Object.keys(changes).length === 0) return;
  const { question } = (await order("edit", { question: before.id, ...sendable(changes) })) as {
    readonly question: PackQuestion;
  };
  looked.value = looked.value?.map((one) => (one.id === before.id ? question : one));
};

const sendable = ({ choices, also, accept, ...changes }: Partial<Draft>) => ({
  ...changes,
  ...(also === undefined ? {} : { also: [...also] }),
  ...(accept === undefined ? {} : { accept: [...accept] }),
  ...(choices === undefined ? {} : { choices: [...choices] }),
});

/** Keeps the questions as a pack of one's own; gives its id. */
export const keepAsPack = async (title: string): Promise<string> => {
  const questions = (looked.value ?? []).map((one) => {
    const { id: _, ...question } = one;
    return question;
  });
  const { data } = await client.http.post("/api/packs", { body: { title, questions } });
  return (data as { readonly id: string }).id;
};
