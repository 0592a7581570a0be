/** How strict a place is, from nothing at all to no coarse word. */
export const levels = ["off", "mild", "standard", "strict"] as const;
export type Level = (typeof levels)[number];

/** What a text is for. Only chat can be shown masked; what stands on a door, and what a bot says, is fit or is not. */
export type Purpose = "chat" | "name" | "title" | "topic" | "prompt" | "pack" | "bot";

/** 3: slurs and threats; 2: insults and sexual talk; 1: strong profanity; 0: mild words, or nothing at all. */
export type Tier = 0 | 1 | 2 | 3;

export type Category = "slur" | "threat" | "self_harm" | "sexual" | "solicitation" | "insult" | "profanity" | "mild";

/** UTF-16 code units of the original text, `end` not included; never through the middle of a character. */
export type Span = { readonly start: number; readonly end: number };

export type Verdict = {
  readonly action: "allow" | "mask" | "block";
  readonly tier: Tier;
  /** "" when nothing was found. */
  readonly category: Category | "";
  /** Which rule found it, such as `word:…` or `phrase:…`; "" when nothing was found. For moderators, not for players. */
  readonly rule: string;
  /** Where the worst finding is. */
  readonly span: Span | undefined;
  /** Everything that is to be masked, in order and without overlaps. */
  readonly spans: readonly Span[];
  /** The view of the text in which the worst was found: `plain`, `leet`, `joined`, …; "" when nothing was. */
  readonly view: string;
  /** From 0 to 1: how sure. */
  readonly score: number;
};

export type Judging = {
  readonly level: Level;
  readonly purpose: Purpose;
  /** Whether a text, folded by `choiceKey`, equals a choice of a question that is loaded: then tiers 1 and 2 don't count. */
  readonly isChoice?: ((folded: string) => boolean) | undefined;
  /** Languages, such as `de`, whose word lists count besides English. */
  readonly languages?: readonly string[] | undefined;
  /** Whether moderators have said that these very words, folded by `choiceKey`, are fit. */
  readonly isExcepted?: ((folded: string) => boolean) | undefined;
};
