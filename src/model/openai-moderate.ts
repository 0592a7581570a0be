import { z } from "zod";
import { failed, type Verdicts } from "./model.ts";
import { failureOf } from "./openai-failure.ts";
import { type Line, objectOf } from "./openai-send.ts";

const moderation = z.object({
  results: z.array(
    z.object({
      flagged: z.boolean(),
      // Older models give null for a category that they don't know.
      category_scores: z.record(z.string(), z.number().nullable()),
    }),
  ),
});

/** Asked once, never again: chat does not wait, and who asks knows when to leave the server alone. */
export const moderateOn = async (
  { client, model, deadline }: Pick<Line, "client" | "model" | "deadline">,
  texts: readonly string[],
): Promise<Verdicts> => {
  const { signal } = deadline;
  let sent: object;
  try {
    sent = objectOf(await client.moderations.create({ model, input: [...texts] }, { signal }));
  } catch (error) {
    const { fault, message } = failureOf(error, deadline);
    return failed(fault, message);
  }
  const read = moderation.safeParse(sent);
  if (!read.success || read.data.results.length !== texts.length) {
    return failed("nonsense", "the verdicts are not one for each text");
  }
  return {
    ok: true,
    verdicts: read.data.results.map(({ flagged, category_scores: scores }) => ({ flagged, scores: known(scores) })),
  };
};

const known = (scores: Readonly<Record<string, number | null>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(scores).filter((entry): entry is [string, number] => entry[1] !== null));
