import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(20_000);
const json: z.ZodType = z.json();
const key = z.int().min(-1).max(100);

/** A question is hashed with every field that it has, also with those of a later version. */
const question = z.looseObject({
  id: z.string().max(200),
  prompt: text,
  choices: z.array(text).max(100),
  key,
  category: text,
  difficulty: z.enum(["easy", "medium", "hard"]),
  explanation: text,
  image: z.string().max(1_000_000),
  also: z.array(key).max(100).optional(),
  number: z.looseObject({ value: z.number(), unit: text }).optional(),
});
const opened = z.union([z.object({ salt: hash, question }), z.object({ hash })]);

const proof = z.object({
  format: z.literal("parlor-fairness-1"),
  game: z.string().max(200),
  mode: z.string().max(100),
  commitments: z.array(hash).min(1).max(1000),
  seed: z.string().max(200),
  salt: hash,
  setup: z.looseObject({
    count: z.number().min(0).max(10_000),
    seconds: z.number(),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    timings: z.looseObject({ countdown: z.number(), reveal: z.number(), scores: z.number() }),
    written: z.literal(true).optional().describe("the choices are players' and are bound by nothing"),
  }),
  lots: z.array(z.array(opened).max(1000)).min(1).max(1000),
  amended: z.array(z.object({ question: z.string(), key: key.nullable() })).max(10_000),
  draws: z.array(z.object({ from: json, drawn: json })).max(10_000),
});

/** What `GET /api/games/:id/proof` tells; see docs/fairness.md. */
export const evidenceFormat = z
  .object({
    game: z.string(),
    mode: z.string(),
    proof: proof.optional(),
    asked: z
      .array(
        question
          .pick({ id: true, prompt: true, choices: true, key: true, also: true, number: true })
          .extend({ explanation: text, category: text, difficulty: text }),
      )
      .max(10_000),
    corrections: z.array(z.object({ question: z.string(), key: key.optional() })).max(10_000),
  })
  .meta({ id: "GameEvidence" });
