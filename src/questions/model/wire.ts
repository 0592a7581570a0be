import { z } from "zod";
import { type Draft, tidied } from "../rules.ts";

const difficulties = ["easy", "medium", "hard"] as const;

/** Longer than any rule allows: what is over it is not even looked at. */
const text = z.string().trim().min(1).max(1000);
const questionFormat = z.object({
  question: text,
  correct: text,
  wrong: z.array(text).length(3),
  explanation: z.string().max(2000),
  difficulty: z.string().trim().toLowerCase().pipe(z.enum(difficulties)),
});
const answerFormat = z.object({ id: z.string(), choice: z.string(), ambiguous: z.boolean() });

/**
 * A list of items, on the wire held to their form, and read one by one afterwards: a faulty one costs itself and not
 * the others. A list without any good one is not what was asked for. On the wire there are no lengths or patterns, as
 * not every server can compile them.
 */
const listOf = (wire: z.ZodType, format: z.ZodType) => {
  const { $schema: _, ...item } = z.toJSONSchema(wire, { target: "draft-7" });
  return z.array(z.unknown().meta(item)).refine((items) => items.some((one) => format.safeParse(one).success));
};

const questionWire = z.object({
  question: z.string(),
  correct: z.string(),
  wrong: z.array(z.string()),
  explanation: z.string(),
  difficulty: z.enum(difficulties),
});
export const questionsWire = z.object({ questions: listOf(questionWire, questionFormat) });
export const answersWire = z.object({ answers: listOf(answerFormat, answerFormat) });

export type Written = Draft & { readonly difficulty: (typeof difficulties)[number] };
export type Solved = z.output<typeof answerFormat>;

/** A question as a model wrote it; undefined when it has not the form of one. */
export const readQuestion = (raw: unknown): Written | undefined => {
  const { success, data } = questionFormat.safeParse(raw);
  if (!success) return undefined;
  const { question, difficulty, ...rest } = data;
  return { ...tidied({ prompt: question, ...rest }), difficulty };
};

export const readAnswer = (raw: unknown): Solved | undefined => answerFormat.safeParse(raw).data;
