import { allOptions, type Options, type OptionSpecs, type OptionsOf } from "../../core/options.ts";

/** What hosts may set about it. What is first, and off, is the quiz as it always was. */
export const options = {
  scoring: { kind: "choice", values: ["speed", "accuracy", "negative"], fallback: "speed" },
  untimed: { kind: "switch", fallback: false },
  points: { kind: "choice", values: ["same", "difficulty", "last"], fallback: "same" },
  answers: { kind: "choice", values: ["choices", "typed"], fallback: "choices" },
  wager: { kind: "switch", fallback: false },
  lateJoin: { kind: "choice", values: ["zero", "average", "closed"], fallback: "zero" },
} as const satisfies OptionSpecs;

export type QuizOptions = OptionsOf<typeof options>;

export const usual: QuizOptions = allOptions(options, {});

/** What is set otherwise than by default; undefined for nothing, as a usual quiz stores nothing of it. */
export const unusual = (given: Options): QuizOptions | undefined => {
  const all = allOptions(options, given);
  return Object.entries(all).every(([name, value]) => usual[name as keyof QuizOptions] === value) ? undefined : all;
};
