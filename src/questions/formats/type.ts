import { quoted } from "./draft.ts";
import { words } from "./words.ts";

/** Kinds of question that have no one right choice. Whatever else a file calls its questions doesn't matter. */
const unsupported =
  /^(?:essay|short ?(?:answer|text)|long ?(?:answer|text)|open(?: ?ended)?|free ?(?:text|response)|text ?(?:answer|input|response)|type answer|fill ?(?:in|in the blanks?|blanks?|ups?)?|fib|cloze|poll|survey|draw(?:ing)?|match(?:ing)?|order(?:ing)?|puzzle|jumble|numeric(?:al)?|number|slider|word cloud|opinion|multi(?:ple)? ?(?:select|response|answers?|correct)|multiple choice multiple answers?|check ?box(?:es)?|description|content|slide|coding|drop pin|pin answer|reorder|hotspot)$/;

/** Why a question of this kind is refused, or undefined. */
export const unsupportedType = (type: string): string | undefined =>
  unsupported.test(words(type)) ? `${quoted(type)} questions are not supported` : undefined;
