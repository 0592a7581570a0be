import { hash } from "node:crypto";

/** What a question asks of who answers it, in logits: 0 is middling, more is harder. `n` answers taught it. */
type Learned = { readonly b: number; readonly n: number };

/** How able a person is, on the same scale. */
export type Ability = { readonly theta: number; readonly n: number };

/** `latest` are marks of whose answers counted last, newest first. */
export type QuestionRow = Learned & { readonly latest: readonly number[] };

/** A person's answer in a game that is over. Bots' answers are never among them. */
export type GivenAnswer = {
  readonly player: string;
  readonly question: string;
  /** The difficulty the question is labelled with: where learning starts. */
  readonly label: string;
  /** How many choices there were. */
  readonly choices: number;
  readonly right: boolean;
};

/** How far answers move what is known, and by how many that counted. */
export type Lesson = {
  readonly abilities: readonly { readonly player: string; readonly move: number; readonly count: number }[];
  readonly questions: readonly {
    readonly question: string;
    /** Where the question started, or would have. */
    readonly start: number;
    readonly move: number;
    readonly count: number;
    readonly latest: readonly number[];
  }[];
};

/** Learns from people how hard questions are. Answers are written together with the events of their game. */
export type Hardness = {
  /** Of those questions that anybody has answered. */
  readonly of: (ids: readonly string[]) => Promise<ReadonlyMap<string, Learned>>;
  /** Forgets how able somebody is; what questions have learned from them stays. */
  readonly forget: (player: string) => Promise<void>;
};

export const hardnessRules = {
  least: -4,
  most: 4,
  /** Of the curve; the same as in the law of bots, so that what is learned by one fits the other. */
  slope: 1.1,
  firstStep: 0.8,
  /** How fast steps get smaller with answers. */
  fading: 0.05,
  /** A person's steps get no smaller after so many answers: people change, questions don't. */
  settled: 200,
  /** One of so many people who answered last is not counted again: they have seen the answer. */
  remembered: 64,
} as const;

const { least, most, slope, firstStep, fading, settled, remembered } = hardnessRules;
const starts: ReadonlyMap<string, number> = new Map([
  ["easy", -1],
  ["medium", 0],
  ["hard", 1],
]);

export const startOf = (label: string): number => starts.get(label) ?? 0;

export const bounded = (value: number): number => Math.min(most, Math.max(least, value));

/** Rasch's curve above the chance of guessing: without that floor a question with two choices would seem easier than it is. */
const expected = (theta: number, b: number, choices: number): number =>
  1 / choices + (1 - 1 / choices) / (1 + Math.exp(-slope * (theta - b)));

const step = (n: number): number => firstStep / (1 + fading * n);

/** Tells people apart within one question, and says nothing about who they are or what else they answered. */
const markOf = (question: string, player: string): number =>
  Buffer.from(hash("sha256", JSON.stringify([question, player])), "hex").readInt32BE();

/**
 * What answers teach, in their order: each is a match between a person and a question, and both are rated by Elo's
 * rule (Pelánek 2016) in steps that get smaller with the answers seen.
 */
export const learn = (
  abilities: ReadonlyMap<string, Ability>,
  questions: ReadonlyMap<string, QuestionRow>,
  answers: readonly GivenAnswer[],
): Lesson => {
  const people = new Map<string, Ability>();
  const rows = new Map<string, QuestionRow & { readonly start: number }>();
  for (const { player, question, label, choices, right } of answers) {
    if (choices < 2) continue;
    const start = startOf(label);
    const row = rows.get(question) ?? { b: start, n: 0, latest: [], ...questions.get(question), start };
    const mark = markOf(question, player);
    if (row.latest.includes(mark)) continue;
    const { theta, n } = people.get(player) ?? abilities.get(player) ?? { theta: 0, n: 0 };
    const surprise = (right ? 1 : 0) - expected(theta, row.b, choices);
    people.set(player, { theta: bounded(theta + step(Math.min(n, settled)) * surprise), n: n + 1 });
    rows.set(question, {
      start: row.start,
      b: bounded(row.b - step(row.n) * surprise),
      n: row.n + 1,
      latest: [mark, ...row.latest].slice(0, remembered),
    });
  }
  return {
    abilities: [...people].map(([player, { theta, n }]) => {
      const before = abilities.get(player);
      return { player, move: theta - (before?.theta ?? 0), count: n - (before?.n ?? 0) };
    }),
    questions: [...rows].map(([question, { start, b, n, latest }]) => {
      const before = questions.get(question);
      const count = n - (before?.n ?? 0);
      return { question, start, move: b - (before?.b ?? start), count, latest: latest.slice(0, count) };
    }),
  };
};
