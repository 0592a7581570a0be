import type { AskedThen, Evidence } from "../core/fairness-check.ts";
import type { QuestionRecord } from "../core/game.ts";
import type { Correction, PastGame } from "../standings/standings.ts";

/** What a finished game was bound to, opened, beside what was asked in it: nothing of its players. */
export const evidenceOf = ({ game, mode, proof, detail, corrections }: PastGame): Evidence => ({
  game,
  mode,
  ...(proof === undefined ? {} : { proof }),
  asked: detail.map(askedIn),
  corrections: corrections.map(correctionIn),
});

const askedIn = ({ id, prompt, choices, key, also, number, ...rest }: QuestionRecord): AskedThen => ({
  id,
  prompt,
  choices,
  key,
  ...(also === undefined ? {} : { also }),
  ...(number === undefined ? {} : { number }),
  explanation: rest.explanation,
  category: rest.category,
  difficulty: rest.difficulty,
});

const correctionIn = (correction: Correction): Evidence["corrections"][number] =>
  "key" in correction ? { question: correction.question, key: correction.key } : { question: correction.question };
