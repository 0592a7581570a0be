const word = "(?:(?:[Oo]ption|[Cc]hoice|[Aa]nswer) )?";
/** "A) Paris", "b. Paris", "(3) Paris", "Option A: Paris"; not "C. S. Lewis", "C. elegans" or the score "2 - 1". */
const label = new RegExp(
  String.raw`^${word}[(\[]?([A-Fa-f1-6])(?:[)\]]\.? ?|: )(?=.)|^${word}([A-F]) [-–] |` +
    String.raw`^${word}([A-F])\.(?: (?=\P{L})| ?(?=\p{Lu}\p{L}))|^${word}([a-f1-6])\. (?=.)`,
  "u",
);
const bullet = /^[-–•*] (?=.)/u;

const labelOf = (choice: string): string => label.exec(choice)?.slice(1).join("") ?? "";

/** The choices without labels or bullets that all of them have. */
export const unlabelled = (choices: readonly string[]): readonly string[] => {
  if (choices.every((choice) => bullet.test(choice))) return choices.map((choice) => choice.replace(bullet, ""));
  const labels = new Set(choices.map(labelOf));
  return labels.size < choices.length || labels.has("") ? choices : choices.map((choice) => choice.replace(label, ""));
};

/** Whether some choices have a label and others have none, or two have the same bracketed one. */
export const partlyLabelled = (choices: readonly string[]): boolean => {
  const labelled = choices.filter((choice) => labelOf(choice) !== "" || bullet.test(choice)).length;
  return labelled > 0 && (labelled < choices.length || choices.some((choice) => /^\W?\w\)/u.test(choice)));
};
