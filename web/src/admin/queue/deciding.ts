import type { Review } from "../../../../src/conduct/reviews.ts";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import type { Ban } from "../ban-fields.tsx";

export type Deciding = "allow" | "deny" | "except";

type Decision = { readonly decision: Deciding; readonly why: string; readonly ban?: Ban | undefined };

/** Decides upon a matter, once and for all. */
export const decide = ({ id }: Review, { decision, why, ban }: Decision): Promise<unknown> =>
  post(`reviews/${encodeURIComponent(id)}`, { decision, why, ...(ban === undefined ? {} : { ban }) });

/** When somebody else was quicker. */
export const decidingWords = (): Readonly<Record<string, string>> => ({
  conflict: say("admin:queue.conflict"),
  not_found: say("admin:queue.gone"),
});
