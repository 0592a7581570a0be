import { read } from "../people/fetched.ts";

/** What became of one's own answer. */
type Own = {
  readonly choice: number | null;
  readonly right: boolean;
  readonly points: number;
  readonly time: number;
  /** What was guessed, where a number was asked for. */
  readonly number?: number;
};

export type Asked = {
  readonly id: string;
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly key: number;
  /** Further right choices. */
  readonly also?: readonly number[];
  /** The number that was asked for, in the place of choices. */
  readonly number?: { readonly value: number; readonly unit: string };
  readonly explanation: string;
  readonly category: string;
  readonly limit: number;
  readonly struck: boolean;
  /** How many chose each choice, and how many none. */
  readonly counts: readonly number[];
  readonly silent: number;
  readonly own?: Own;
};

export type Line = {
  readonly player: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
};

/** A finished game, as the server tells it to who asks. */
export type Summary = {
  readonly game: string;
  readonly lobby?: string;
  readonly mode: string;
  readonly topic: string;
  readonly at: number;
  readonly players: number;
  /** What was written together. */
  readonly story?: {
    readonly title: string;
    readonly language: string;
    readonly lines: readonly { readonly player: string; readonly name: string; readonly text: string }[];
  };
  readonly lines: readonly Line[];
  readonly questions: readonly Asked[];
  readonly corrections: readonly { readonly question: string; readonly at: number }[];
  readonly mayExport: boolean;
};

export const readSummary = (id: string): Promise<Summary> => read(`/api/games/${encodeURIComponent(id)}/summary`);

/** What one's own answers in a game come to; struck questions are passed over, also by streaks. */
export const ownSum = (questions: readonly Asked[]) => {
  const own = questions.flatMap((asked) => (asked.own === undefined || asked.struck ? [] : [asked.own]));
  let run = 0;
  let streak = 0;
  for (const { right } of own) {
    run = right ? run + 1 : 0;
    streak = Math.max(streak, run);
  }
  const right = own.filter((one) => one.right);
  return {
    asked: own.length,
    right: right.length,
    /** How long right answers took on average, in ms; undefined without one. */
    time: right.length === 0 ? undefined : right.reduce((sum, { time }) => sum + time, 0) / right.length,
    streak,
  };
};
