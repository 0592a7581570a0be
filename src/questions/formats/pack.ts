import type { Question } from "../../core/game.ts";

/** What is wrong with a file, and where. */
export type Fault = {
  /** Counts from 1: the line of the file; of a spreadsheet the row. */
  readonly line: number;
  readonly field: string;
  readonly reason: string;
};

export type Format =
  | "csv"
  | "spreadsheet"
  | "kahoot"
  | "json"
  | "opentdb"
  | "opentriviaqa"
  | "gift"
  | "aiken"
  | "moodle";

export type ImportedQuestion = {
  readonly prompt: string;
  readonly choices: readonly string[];
  /** The index of the right choice. */
  readonly key: number;
  readonly category: string;
  readonly difficulty: "easy" | "medium" | "hard";
  readonly explanation: string;
  /** How long there is to answer, where the file says so. */
  readonly seconds?: number;
} & Extras;

/** What few questions have, as `Question` in core/game.ts says. */
export type Extras = Pick<Question, "also" | "points" | "number" | "accept">;

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly format: Format;
      /** "" where the file has none. */
      readonly title: string;
      readonly questions: readonly ImportedQuestion[];
      /** In which line of the file each of them begins. */
      readonly lines: readonly number[];
      readonly warnings: readonly Fault[];
    }
  | { readonly ok: false; readonly format: Format | "unknown"; readonly faults: readonly Fault[] };

export type ImportOptions = {
  /** Take what is good and tell of the rest, instead of all or nothing. */
  readonly partial: boolean;
  /** The most questions a file may have; more are a fault, and are not read. */
  readonly most?: number;
};

export const LIMITS = {
  bytes: 5 * 1024 * 1024,
  questions: 2000,
  prompt: 300,
  choice: 100,
  choices: 6,
  /** How many parts of a list are looked at: enough to say that they are too many. */
  listed: 50,
  category: 60,
  title: 100,
  explanation: 1000,
  /** Faults and warnings told, each. */
  told: 200,
} as const;

/** What makes a file unreadable from here on: thrown inside this folder, a fault outside of it. */
export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(reason: string, line = 1, field = "file") {
    super(reason);
    this.fault = { line, field, reason };
  }
}
