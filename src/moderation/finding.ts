import type { Category, Span, Tier } from "./verdict.ts";

/** One thing that is wrong with a text, before it is said what follows from it. */
export type Found = {
  readonly tier: Tier;
  readonly category: Category;
  readonly rule: string;
  readonly span: Span;
  readonly view: string;
  readonly score: number;
};

/** What something becomes that is said in joy, of oneself, or against others' words. */
export const mild = { tier: 0, category: "mild" } as const;
