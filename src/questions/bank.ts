import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import type { Question } from "../core/game.ts";
import type { QuestionId } from "../core/ids.ts";
import { seededRandom, shuffle } from "../core/random.ts";
import type { QuestionRequest, QuestionSource } from "./source.ts";
import { singular, topicWords } from "./text.ts";

const bankFileFormat = z.strictObject({
  category: z.string().min(1),
  topics: z.array(z.string().min(1)).min(1),
  questions: z.array(
    z.strictObject({
      id: z.string().min(1),
      difficulty: z.enum(["easy", "medium", "hard"]),
      topics: z.array(z.string().min(1)).min(1),
      prompt: z.string().min(1),
      correct: z.string().min(1),
      wrong: z.array(z.string().min(1)).length(3),
      explanation: z.string().min(1),
      /** "Subject: statement", to be looked up. */
      fact: z.string().min(1),
    }),
  ),
});
export type BankFile = z.output<typeof bankFileFormat>;

const directory = new URL("./bank/", import.meta.url);

/** The files of the bank in the order of their names. */
export const readBank = async (): Promise<readonly BankFile[]> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).toSorted();
  return Promise.all(
    names.map(async (name) => bankFileFormat.parse(JSON.parse(await readFile(new URL(name, directory), "utf8")))),
  );
};

type Entry = { readonly question: Question; readonly weights: ReadonlyMap<string, number> };

/** The questions that come with Parlor. */
export const bankSource = (
  files: readonly BankFile[],
): QuestionSource & { readonly questions: readonly Question[] } => {
  const entries = files.flatMap(entriesOf);
  return {
    name: "bank",
    questions: entries.map(({ question }) => question),
    supply: (topic) => Promise.resolve(fitting(entries, topic).length),
    async *make(request) {
      yield { questions: pick(entries, request) };
    },
  };
};

const entriesOf = (file: BankFile): Entry[] =>
  file.questions.map(({ id, difficulty, topics, prompt, correct, wrong, explanation }) => ({
    question: {
      id: id as QuestionId,
      prompt,
      choices: [correct, ...wrong],
      key: 0,
      category: file.category,
      difficulty,
      explanation,
      image: "",
    },
    weights: weightsOf([prompt, 1], [topics.join(" "), 2], [[file.category, ...file.topics].join(" "), 3]),
  }));

/** How much a word says that a question is about it; later texts weigh more. */
const weightsOf = (...texts: readonly (readonly [text: string, weight: number])[]): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const [text, weight] of texts) for (const word of topicWords(text)) weights.set(singular(word), weight);
  return weights;
};

const fitOf = ({ weights }: Entry, words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);

/** Those about a topic; about no topic are all. */
const fitting = (entries: readonly Entry[], topic: string): readonly Entry[] => {
  const words = topicWords(topic);
  return words.length === 0 ? entries : entries.filter((entry) => fitOf(entry, words) > 0);
};

/** Questions on the topic: unasked ones, the best fitting first, then those asked longest ago. */
const pick = (
  entries: readonly Entry[],
  { topic, count, asked, hidden, seed, suits = () => true, prefers = "" }: QuestionRequest,
): readonly Question[] => {
  const words = topicWords(topic);
  const random = seededRandom(`${seed}/bank`);
  const order = new Map([...asked].map((id, index) => [id, index]));
  const ranked = shuffle(
    fitting(entries, topic).filter(({ question }) => !hidden.has(question.id) && suits(question)),
    random,
  )
    .map((entry) => ({
      question: entry.question,
      fit: words.length === 0 ? Number(entry.question.category === prefers) : fitOf(entry, words),
      askedAt: order.get(entry.question.id) ?? -1,
    }))
    .toSorted((a, b) => a.askedAt - b.askedAt || b.fit - a.fit);
  return ranked.slice(0, count).map(({ question }) => question);
};
