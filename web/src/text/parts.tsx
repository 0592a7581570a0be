import type { ComponentChildren } from "preact";

/** The parts that texts have most often, for `sayRich`: `<b>` for what stands out, `<ears>` for what is only heard. */
export const parts = {
  b: (words: ComponentChildren) => <strong>{words}</strong>,
  ears: (words: ComponentChildren) => <span class="for-ears">{words}</span>,
} as const;
