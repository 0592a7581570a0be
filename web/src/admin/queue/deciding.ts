import type { Review } from "../../../../src/conduct/reviews.ts";
import { post } from "../api.ts";
import type { Ban } from "../ban-fields.tsx";

export type Deciding = "allow" | "deny" | "except";

type Decision = { readonly decision: Deciding; readonly why: string; readonly ban?: Ban | undefined };

/** Decides upon a matter, once and for all. */
export const decide = ({ id }: Review, { decision, why, ban }: Decision): Promise<unknown> =>
  post(`reviews/${encodeURIComponent(id)}`, { decision, why, ...(ban === undefined ? {} : { ban }) });

/** When somebody else was quicker. */
export const decidingWords = {
  conflict: "Somebody else has decided this meanwhile.",
  not_found: "This is not in the queue any more.",
} as const;
