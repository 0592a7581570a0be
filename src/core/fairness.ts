import type { Question, Timings } from "./game.ts";
import type { Options } from "./options.ts";
import { sha256 } from "./sha256.ts";

/**
 * What a game is bound to before it is played. docs/fairness.md says the same in words, for who checks it with other
 * tools.
 */
export const fairnessFormat = "parlor-fairness-1";

/** What the start says beside the questions. */
type Setup = {
  readonly count: number;
  readonly seconds: number;
  readonly options: Options;
  readonly timings: Timings;
  /** The choices are written by players, and bound by nothing. */
  readonly written?: true;
};

/** A question as it is opened: one that was never asked stays shut, since it may be asked another day. */
export type Opened = { readonly salt: string; readonly question: Question } | { readonly hash: string };

/** The right choice that a question was given while the game was played; null when it was struck out. */
export type Amendment = { readonly question: string; readonly key: number | null };

/** What the seed decided beside the order of choices: `drawn` of `from`, with nothing that people wrote. */
export type Drawn = { readonly from: unknown; readonly drawn: unknown };

/** All of it, opened when the game is over. */
export type Proof = {
  readonly format: typeof fairnessFormat;
  readonly game: string;
  readonly mode: string;
  /** As they were shown, oldest first: one at the start, and one for each lot of questions that came later. */
  readonly commitments: readonly string[];
  readonly seed: string;
  readonly salt: string;
  readonly setup: Setup;
  /** The questions of each lot, in their order, with choices and key as they were before dealing. */
  readonly lots: readonly (readonly Opened[])[];
  /** What was put right while it was played. */
  readonly amended: readonly Amendment[];
  readonly draws: readonly Drawn[];
};

/**
 * JSON of which there is one form alone (RFC 8785): no spaces, names sorted by their UTF-16 code units, and strings and
 * numbers as JSON.stringify writes them.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonical(item ?? null)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // By code units, as `<` compares them.
  const sorted = fields.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`;
};

/** What stands for one question: its salt keeps anybody from trying the questions of a known bank. */
export const leafText = (salt: string, question: Question): string => canonical({ question, salt });

type Start = Pick<Proof, "game" | "mode" | "seed" | "salt" | "setup">;

/** What the first commitment is the hash of. */
export const startText = ({ game, mode, seed, salt, setup }: Start, questions: readonly string[]): string =>
  canonical({ format: fairnessFormat, game, mode, questions, salt, seed, setup });

/** What the commitment of a later lot is the hash of: it holds the one before. */
export const lotText = (game: string, previous: string, questions: readonly string[]): string =>
  canonical({ format: fairnessFormat, game, previous, questions });

/** The salt of a question, or of the start when nothing says which: from the nonce, which itself is never opened. */
export const saltOf = (nonce: string, place = "start"): string => sha256(`${fairnessFormat}/${nonce}/${place}`);

/** What stands for the questions of a lot, in their order. */
export const leavesOf = (nonce: string, lot: number, questions: readonly Question[]): readonly string[] =>
  questions.map((question, index) => sha256(leafText(saltOf(nonce, `${lot}/${index}`), question)));

/** The questions of a lot, opened as far as they were asked. */
export const openedLot = (
  nonce: string,
  lot: number,
  questions: readonly Question[],
  asked: ReadonlySet<string>,
): readonly Opened[] =>
  questions.map((question, index) => {
    const salt = saltOf(nonce, `${lot}/${index}`);
    return asked.has(question.id) ? { salt, question } : { hash: sha256(leafText(salt, question)) };
  });
