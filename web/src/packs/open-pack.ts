import { signal } from "@preact/signals";
import { refusalCode } from "../refusal.ts";
import { client } from "../session.ts";
import { type Draft, known, type Pack, type PackQuestion } from "./pack.ts";

/** The pack that is looked at; undefined until it is there. */
export const pack = signal<Pack | undefined>(undefined);

export const loadPack = async (id: string): Promise<void> => {
  pack.value = (await client.http.get(`/api/packs/${encodeURIComponent(id)}`)).data as Pack;
};

const opened = (): Pack => {
  if (pack.value === undefined) throw new Error("no pack is open");
  return pack.value;
};

/** Does something to the open pack. Where it has been changed elsewhere, it is shown as it is before the refusal. */
const changing = async <T>(work: (now: Pack, path: string) => Promise<T>): Promise<T> => {
  const now = opened();
  try {
    return await work(now, `/api/packs/${now.id}`);
  } catch (error) {
    const code = refusalCode(error);
    if (code === "conflict" || code === "not_found") await loadPack(now.id).catch(() => undefined);
    throw error;
  }
};

type Changes = Partial<Pick<Pack, "title" | "description" | "visibility" | "questions">>;

/** Changes the pack. Rejects with the refusal, as all of these do. */
export const changePack = (changes: Changes): Promise<void> =>
  changing(async ({ version }, path) => {
    pack.value = (await client.http.patch(path, { body: { ...changes, version } })).data as Pack;
  });

type Changed = { readonly question: PackQuestion; readonly version: number };

/** Shows a change that the server has made; somebody else's in between are looked up. */
const show = async (
  before: Pack,
  version: number,
  edit: (questions: readonly PackQuestion[]) => readonly PackQuestion[],
): Promise<void> => {
  if (pack.value?.id !== before.id) return;
  if (version !== pack.value.version + 1) return loadPack(before.id);
  const questions = edit(pack.value.questions);
  pack.value = { ...pack.value, version, questions, size: questions.length };
};

export const addQuestion = (draft: Draft): Promise<void> =>
  changing(async (now, path) => {
    const { question, version } = (await client.http.post(`${path}/questions`, { body: draft })).data as Changed;
    await show(now, version, (questions) => [...questions, question]);
  });

export const changeQuestion = (id: string, changes: Partial<Draft>): Promise<void> =>
  changing(async (now, path) => {
    const body = { ...changes, version: now.version };
    const { question, version } = (await client.http.patch(`${path}/questions/${id}`, { body })).data as Changed;
    await show(now, version, (questions) => questions.map((one) => (one.id === id ? question : one)));
  });

export const removeQuestion = (id: string): Promise<void> =>
  changing(async (now, path) => {
    const { version } = (await client.http.delete(`${path}/questions/${id}`)).data as Pick<Changed, "version">;
    await show(now, version, (questions) => questions.filter((one) => one.id !== id));
  });

/** Has another question made in the place of this one. */
export const makeAnew = (id: string): Promise<void> =>
  changing(async (now, path) => {
    const { question, version } = (await client.http.post(`${path}/questions/${id}/anew`, { body: {} }))
      .data as Changed;
    await show(now, version, (questions) => questions.map((one) => (one.id === id ? question : one)));
  });

/** Moves a question up (-1) or down (1). */
export const moveQuestion = (id: string, by: -1 | 1): Promise<void> => {
  const questions = [...opened().questions];
  const from = questions.findIndex((one) => one.id === id);
  const [moved] = questions.splice(from, 1);
  if (moved !== undefined) questions.splice(from + by, 0, moved);
  return changePack({ questions: questions.map((one) => ({ ...known(one), id: one.id })) });
};
