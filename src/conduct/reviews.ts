import type { PlayerId } from "../core/ids.ts";

/** Why something waits for a moderator: people reported it, a signal found it, it is held back, it was blocked as a slur or threat, or somebody appeals. */
export const reviewKinds = ["report", "person", "flag", "hold", "block", "appeal"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewStates = ["open", "allowed", "denied"] as const;
export type ReviewState = (typeof reviewStates)[number];

type ContextLine = {
  readonly id: string;
  readonly player: string;
  readonly name: string;
  readonly text: string;
  readonly at: number;
};

/** Something for a moderator to decide. Times are ms since 1970. */
export type Review = {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  readonly lobby: string;
  /** Whose doing it is, and their name then. */
  readonly player: PlayerId;
  readonly name: string;
  /** The chat line, "" when it is not about one. */
  readonly message: string;
  readonly text: string;
  readonly rule: string;
  readonly category: string;
  readonly score: number;
  /** Up to five lines before it, oldest first. */
  readonly context: readonly ContextLine[];
  /** Who reported it and why; at most 20. */
  readonly reports: readonly { readonly player: PlayerId; readonly reason: string; readonly at: number }[];
  /** The sanction that is appealed against, or that it led to; "" for none. */
  readonly sanction: string;
  readonly strike: string;
  readonly at: number;
  readonly decidedAt: number | null;
  readonly decidedBy: PlayerId | "";
  readonly why: string;
};

/** One more matter, or one more report of the same: what has the same lobby, kind and message is one matter. */
export type NewReview = Pick<
  Review,
  | "id"
  | "kind"
  | "lobby"
  | "player"
  | "name"
  | "message"
  | "text"
  | "rule"
  | "category"
  | "score"
  | "context"
  | "sanction"
  | "strike"
  | "at"
> & { readonly report?: { readonly player: PlayerId; readonly reason: string } | undefined };

/** What moderators have said is fit, folded by `choiceKey`. */
export type Exception = { readonly text: string; readonly by: PlayerId; readonly at: number };

/** A line with what was decided about it, for training. */
type Decision = { readonly text: string; readonly label: 0 | 1 };

/** The moderators' queue. May reject with Outage. */
export type Reviews = {
  readonly list: (query: {
    readonly state: ReviewState;
    readonly kind?: ReviewKind | undefined;
    readonly search?: string | undefined;
    readonly player?: PlayerId | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  }) => Promise<readonly Review[]>;
  readonly find: (id: string) => Promise<Review | undefined>;
  readonly add: (review: NewReview) => Promise<void>;
  /**
   * Has one person of the staff alone decide it: undefined when it is not there, "conflict" when it is decided, or
   * somebody is at it. It stays open, and is to be had again after `takenMs` if nothing becomes of it.
   */
  readonly take: (id: string, by: PlayerId, at: number) => Promise<Review | "conflict" | undefined>;
  /** It was not decided after all. */
  readonly giveBack: (id: string, by: PlayerId) => Promise<void>;
  /** Undefined when it is not there; "conflict" when it is decided, or somebody else is at it. With `learn`, the text is kept for training. */
  readonly decide: (
    id: string,
    decision: {
      readonly state: "allowed" | "denied";
      readonly by: PlayerId;
      readonly why: string;
      readonly at: number;
      readonly learn: boolean;
    },
  ) => Promise<Review | "conflict" | undefined>;
  readonly openCount: () => Promise<number>;
  readonly exceptions: () => Promise<readonly Exception[]>;
  readonly addException: (exception: Exception) => Promise<void>;
  readonly removeException: (text: string) => Promise<boolean>;
  readonly decisions: () => Promise<readonly Decision[]>;
  /** Erases somebody's texts, reports and training lines. */
  readonly erase: (player: PlayerId) => Promise<void>;
  readonly removeOlder: (before: number) => Promise<number>;
};
