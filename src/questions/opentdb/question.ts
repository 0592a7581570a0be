import { createHash } from "node:crypto";
import { z } from "zod";
import type { Question } from "../../core/game.ts";
import type { QuestionId } from "../../core/ids.ts";
import { folded } from "../text.ts";
import { bareName } from "./categories.ts";
import { decode, type Encoding } from "./decode.ts";

const most = { prompt: 300, choice: 100, category: 60, wrong: 5 } as const;

/** Longer than any text that could be right, however it is encoded. */
const text = z.string().max(4000);
const resultFormat = z.object({
  type: text,
  difficulty: text,
  category: text,
  question: text,
  correct_answer: text,
  incorrect_answers: z.array(text).min(1).max(most.wrong),
});

const decodedFormat = z.object({
  type: z.enum(["multiple", "boolean"]),
  difficulty: z.enum(["easy", "medium", "hard"]),
  category: z.string().min(1).max(most.category),
  prompt: z.string().min(1).max(most.prompt),
  choices: z.array(z.string().min(1).max(most.choice)),
});

/** A result of Open Trivia DB as a question; undefined when it is none that could be asked. */
export const questionOf = (result: unknown, encoding: Encoding): Question | undefined => {
  const raw = resultFormat.safeParse(result).data;
  if (raw === undefined) return undefined;
  const decoded = decodedFormat.safeParse({
    type: decode(raw.type, encoding),
    difficulty: decode(raw.difficulty, encoding),
    category: bareName(decode(raw.category, encoding) ?? ""),
    prompt: decode(raw.question, encoding),
    choices: [raw.correct_answer, ...raw.incorrect_answers].map((choice) => decode(choice, encoding)),
  }).data;
  if (decoded === undefined) return undefined;
  const { type, difficulty, category, prompt } = decoded;
  const choices = type === "boolean" ? trueOrFalse(decoded.choices) : fairChoices(prompt, decoded.choices);
  if (choices === undefined || folded(prompt) === "") return undefined;
  return {
    // The same for the same question wherever and whenever it is fetched.
    id: `opentdb-${createHash("sha256").update(folded(prompt)).digest("hex").slice(0, 20)}` as QuestionId,
    prompt,
    choices,
    key: choices.indexOf(decoded.choices[0] ?? ""),
    category,
    difficulty,
    explanation: "",
    image: "",
  };
};

const trueOrFalse = (choices: readonly string[]): readonly string[] | undefined =>
  choices.toSorted().join() === "False,True" ? ["True", "False"] : undefined;

/** The choices, the right one first, unless two are the same or the prompt tells which is right. */
const fairChoices = (prompt: string, choices: readonly string[]): readonly string[] | undefined => {
  const plain = choices.map((choice) => folded(choice) || choice);
  const right = plain[0] ?? "";
  if (new Set(plain).size < choices.length) return undefined;
  return right.length >= 3 && ` ${folded(prompt)} `.includes(` ${right} `) ? undefined : choices;
};
