import { z } from "zod";

/** The bodies of the routes of question packs. Sizes are bounded here and nowhere else. */

/** A text as people see it: composed, without what is invisible or no character; the joiners are part of scripts. */
const visible = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .trim();
const oneLine = (text: string): string => visible(text).replace(/\s+/g, " ");

const line = (least: number, most: number) => z.string().overwrite(oneLine).min(least).max(most);
const lines = (least: number, most: number) => z.string().overwrite(visible).min(least).max(most);

const title = line(1, 80);
const description = lines(0, 300);
const visibility = z.enum(["private", "link"]);
const version = z.int().min(1);

const figure = z.number().min(-1e15).max(1e15);

const question = {
  prompt: lines(1, 300),
  choices: z.array(line(1, 100)).max(6),
  /** The index of the right choice; -1 where there are none. */
  key: z.int().min(-1).max(5),
  category: line(0, 60),
  difficulty: z.enum(["easy", "medium", "hard"]),
  explanation: lines(0, 300),
  // A drawing that comes with a question, such as a flag, is in it.
  image: z.union([
    z.literal(""),
    z.url({ protocol: /^https$/ }).max(500),
    z.string().startsWith("data:image/svg+xml").max(8000),
  ]),
  /** What the picture shows, for who does not see it. */
  imageAlt: line(0, 200),
  /** Further right choices: any of them counts. */
  also: z.array(z.int().min(0).max(5)).max(5),
  /** So many times the usual points. */
  points: z.literal([0, 1, 2]),
  /** A question that asks for a number has no choices. */
  number: z.strictObject({
    value: figure,
    unit: line(0, 20).default(""),
    least: figure.optional(),
    most: figure.optional(),
  }),
  /** Other ways to write the right choice, where it is typed. */
  accept: z.array(line(1, 100)).max(10),
};

/** What may be changed of one question, each field by itself. */
export const changedQuestion = {
  prompt: question.prompt.optional(),
  choices: question.choices.optional(),
  key: question.key.optional(),
  category: question.category.optional(),
  difficulty: question.difficulty.optional(),
  explanation: question.explanation.optional(),
  image: question.image.optional(),
  imageAlt: question.imageAlt.optional(),
  also: question.also.optional(),
  points: question.points.optional(),
  /** null takes it away. */
  number: question.number.nullable().optional(),
  accept: question.accept.optional(),
};

export const packQuestionFormat = z
  .strictObject({
    ...question,
    category: question.category.default(""),
    difficulty: question.difficulty.default("medium"),
    explanation: question.explanation.default(""),
    image: question.image.default(""),
    imageAlt: question.imageAlt.optional(),
    also: question.also.optional(),
    points: question.points.optional(),
    number: question.number.optional(),
    accept: question.accept.optional(),
    /** A question that is in the pack already keeps its id; another one gets its own. */
    id: z.string().max(64).optional(),
  })
  .refine(({ choices, number }) => number !== undefined || choices.length >= 2, {
    path: ["choices"],
    message: "are 2 to 6, but for a question that asks for a number",
  })
  .refine(({ choices, key, number }) => number !== undefined || (key >= 0 && key < choices.length), {
    path: ["key"],
    message: "is not the index of a choice",
  });

const questions = z.array(packQuestionFormat).max(2000);

/** The body of `POST /api/packs`. */
export const newPackFormat = z.strictObject({
  title,
  description: description.default(""),
  visibility: visibility.default("private"),
  questions: questions.default([]),
});

/** The body of `PATCH /api/packs/:id`. With `version`, nothing is changed once the pack has another one. */
export const packChangesFormat = z.strictObject({
  title: title.optional(),
  description: description.optional(),
  visibility: visibility.optional(),
  questions: questions.optional(),
  version: version.optional(),
});

/** The body of `PATCH /api/packs/:id/questions/:question`. */
export const questionChangesFormat = z.strictObject({ ...changedQuestion, version: version.optional() });

const topic = line(0, 80);
/** The name of a source of questions; without one the server chooses. */
const source = z.string().regex(/^[a-z]{1,20}$/);

/** The body of `POST /api/packs/make`. */
export const makePackFormat = z.strictObject({
  topic,
  count: z.int().min(1).max(50).default(10),
  source: source.optional(),
  title: title.optional(),
});

/** The body of `POST /api/packs/:id/questions/:question/anew`, which may be left out. */
export const anewFormat = z.strictObject({ topic: topic.optional(), source: source.optional() }).optional();

const packExportFormats = ["csv", "json", "gift", "kahoot"] as const;

export const packListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional(),
});
export const packExportQuery = z.object({ format: z.enum(packExportFormats).default("csv") });
/** `partial` takes the good questions of a file that has faults. */
export const packImportQuery = z.object({
  partial: z
    .enum(["true", "false", "1", "0", ""])
    .default("false")
    .transform((text) => text === "true" || text === "1"),
});
