import type { Question } from "../../core/game.ts";

const longestTruth = 40;

/** Asks for one of what is shown, or for what it is not. */
const needsChoices =
  /\b(?:which|what|who|whose) (?:one )?of (?:the|these|those|them)\b|\b(?:these|following|below|above|except|least|option|choice|true|false|correct|incorrect|odd one)\b|\bnot\b|n['’]t\b|\bnone of\b/iu;
/** Has many right answers, of which one is among the choices. */
const hasMany =
  /\b(?:about the same as|synonyms?|is an? (?:example|kind|type) of|one of (?:the|its|his|her)|rhymes? with)\b/iu;
const isNoAnswer = /^(?:true|false|yes|no|none|all|both|neither|n\/a)\b/iu;

/** Whether a question stands without its choices, and its answer is one that people can make up others beside. */
export const suits = ({ prompt, choices, key, image }: Question): boolean => {
  const truth = choices[key] ?? "";
  return (
    image === "" &&
    choices.length > 2 &&
    truth.length <= longestTruth &&
    /\p{L}{2}/u.test(truth) &&
    !isNoAnswer.test(truth) &&
    !needsChoices.test(prompt) &&
    !hasMany.test(prompt)
  );
};
