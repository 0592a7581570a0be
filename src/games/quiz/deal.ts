import type { Question } from "../../core/game.ts";
import { shuffled } from "../../core/shuffled.ts";
import type { QuizOptions } from "./options.ts";
import type { Dealt } from "./state.ts";
import { standsAlone } from "./typing.ts";

/** Shuffles a question's choices (rule A7), and finds out whether it is typed (rule T1). */
export const dealt = (question: Question, seed: string, options: QuizOptions | undefined): Dealt => ({
  ...shuffled(question, seed),
  ...(options?.answers === "typed" && standsAlone(question) ? { typed: true } : {}),
});
