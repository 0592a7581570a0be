import type { Question } from "../../core/game.ts";

const longestTruth = 40;

/** Asks for one of what is shown, or for what it is not. */
const needsChoices =
  /\b(?:which|what|who|whose) (?:one )?of (?:the|these|those|them)\b|\b(?:these|following|below|above|except|least|odd one)\b|\b(?:true|false|correct) (?:of|about|or|that|statement)\b|\bis (?:it )?(?:true|false|correct|wrong)\b|\bnot\b|n['’]t\b|\bnone of\b/iu;
/** Has many right answers, of which one is among the choices. */
const hasMany =
  /\b(?:about the same as|synonyms?|is an? (?:example|kind|type) of|one of (?:the|its|his|her)|rhymes? with)\b/iu;
const isNoAnswer = /^(?:true|false|yes|no|none|all|both|neither|n\/a)\b/iu;

/** Whether a question stands without its choices, and its answer is one that people can make up others beside. */
export const suits = ({ prompt, choices, key, image, also = [] }: Question): boolean => {
  const truth = choices[key] ?? "";
  return (
    image === "" &&
    also.length === 0 &&
    choices.length > 2 &&
    truth.length <= longestTruth &&
    /\p{L}{2}/u.test(truth) &&
    !isNoAnswer.test(truth) &&
    !needsChoices.test(prompt) &&
    !hasMany.test(prompt)
  );
};
