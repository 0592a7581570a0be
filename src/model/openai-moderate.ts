import { z } from "zod";
import { failed, type Verdicts } from "./model.ts";
import { type Line, objectOf, send } from "./openai-send.ts";

const moderation = z.object({
  results: z.array(z.object({ flagged: z.boolean(), category_scores: z.record(z.string(), z.number()) })),
});

export const moderateOn = async (line: Line, texts: readonly string[]): Promise<Verdicts> => {
  const { client, model, deadline } = line;
  const { signal } = deadline;
  const sent = await send(line, {}, async () =>
    objectOf(await client.moderations.create({ model, input: [...texts] }, { signal })),
  );
  if (!sent.ok) return failed(sent.fault, sent.message);
  const read = moderation.safeParse(sent.value);
  if (!read.success || read.data.results.length !== texts.length) {
    return failed("nonsense", "the verdicts are not one for each text");
  }
  return { ok: true, verdicts: read.data.results.map(({ flagged, category_scores: scores }) => ({ flagged, scores })) };
};
