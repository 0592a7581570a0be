import type { CaredQuestion, QuestionReport } from "../../../../src/questions/care.ts";

export type QuestionPage = { readonly questions: readonly CaredQuestion[]; readonly cursor?: string };

/** One question with who reported it. */
export type Reported = CaredQuestion & { readonly reported: readonly QuestionReport[] };
