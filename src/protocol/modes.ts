import type { Options, OptionSpec, OptionSpecs } from "../core/options.ts";

export type { Options, OptionSpec, OptionSpecs };

/** What `GET /api/modes` says of a mode. */
export type ModeInfo = {
  readonly mode: string;
  readonly needsQuestions: boolean;
  /** What hosts may set about it. */
  readonly options: OptionSpecs;
};
