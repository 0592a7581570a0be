import type { Question } from "../core/game.ts";
import type { CareState } from "../database/tables.ts";

/** A question that has been reported or does badly, for who looks after questions. Times are ms since 1970. */
export type CaredQuestion = {
  readonly id: string;
  readonly question: Pick<Question, "prompt" | "choices" | "key" | "category" | "explanation">;
  /** Answers that people gave, and how many of them were right. */
  readonly plays: number;
  readonly right: number;
  readonly reports: number;
  readonly state: CareState;
  /** Why it is in this state: `reported`, `too_few_right`, or what was decided. */
  readonly reason: string;
  readonly changedAt: number;
};

export type QuestionReport = {
  readonly question: string;
  readonly player: string;
  readonly lobby: string;
  /** "" when the game is not known. */
  readonly game: string;
  readonly reason: string;
  readonly at: number;
};

/** One question of one game that is over: what was asked, and how many people answered and were right. */
type QuestionPlays = {
  readonly id: string;
  readonly question: CaredQuestion["question"];
  readonly plays: number;
  readonly right: number;
};

/** What a lobby's events say about questions, written together with them. */
export type CareNews = {
  readonly plays: readonly QuestionPlays[];
  readonly reports: readonly (QuestionReport & { readonly shown: CaredQuestion["question"] | undefined })[];
};

export const careRules = {
  /** So many people's reports hide a question. */
  reports: 3,
  /** From so many answers on, a question that too few get right is hidden. */
  plays: 30,
  leastRight: 0.15,
} as const;

/** Looks after questions that have been played: what people report, and what next to nobody gets right, is hidden until somebody looks. */
export type QuestionCare = {
  /** Ids of questions that are not to be asked, as far as this process knows; at most a minute old. */
  readonly hidden: () => ReadonlySet<string>;
  readonly refresh: () => Promise<void>;
  readonly list: (
    state: CareState,
    page: { readonly limit: number; readonly after?: string | undefined },
  ) => Promise<readonly CaredQuestion[]>;
  readonly find: (id: string) => Promise<CaredQuestion | undefined>;
  readonly reportsOf: (id: string) => Promise<readonly QuestionReport[]>;
  /** Somebody has looked; gives the question as it is then, undefined when there is none. */
  readonly decide: (id: string, state: "kept" | "removed", reason: string) => Promise<CaredQuestion | undefined>;
  /** Erases what somebody wrote in reports; that they reported stays. */
  readonly eraseReports: (player: string) => Promise<void>;
  /** The same for reports of before an instant, but for questions that wait for somebody to look. */
  readonly expireReports: (before: number) => Promise<void>;
};

/** Whether a question that nobody has looked at should be hidden, and why; "" when not. */
export const hidingReason = ({ plays, right, reports }: Pick<CaredQuestion, "plays" | "right" | "reports">): string => {
  if (reports >= careRules.reports) return "reported";
  return plays >= careRules.plays && right / plays < careRules.leastRight ? "too_few_right" : "";
};
