import type { Services } from "../../rooms/services.ts";

const dayMs = 24 * 3_600_000;
/** Events erased at once; others may use the database in between. */
const batch = 500;
/** So many batches in one go: what is left is for the next. */
const mostBatches = 400;

type Kept = "journal" | "running" | "conduct" | "reviews" | "notes" | "care";

/** Erases what people wrote longer ago than the server's settings say, and what ended long ago of strikes and sanctions. */
export const eraseOld = async (services: Pick<Services, Kept | "settings" | "now">): Promise<void> => {
  const { journal, running, conduct, reviews, notes, care, settings, now } = services;
  const { chatDays, sanctionDays } = settings.current();
  const before = now() - chatDays * dayMs;
  // Who runs a lobby keeps its state in memory: it goes there first, or it would come back from there.
  await running.commandAll({ type: "expire_chat", before });
  for (let n = 0; n < mostBatches; n++) if ((await journal.expireWords(before, batch)) < batch) break;
  await notes.removeOlder(before);
  await care.expireReports(before);
  await conduct.removeOlder(now() - sanctionDays * dayMs);
  await reviews.removeOlder(now() - sanctionDays * dayMs);
};
