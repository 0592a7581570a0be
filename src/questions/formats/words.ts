/** A name as words: `correctAnswer`, `Correct_Answer` and `CORRECT ANSWER` are all `correct answer`. */
export const words = (name: string): string =>
  name
    .slice(0, 200)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{L})(\d)/gu, "$1 $2")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}#]+/gu, " ")
    .trim();
