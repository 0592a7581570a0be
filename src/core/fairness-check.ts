import { canonical, fairnessFormat, leafText, lotText, type Opened, type Proof, startText } from "./fairness.ts";
import type { Question, QuestionRecord } from "./game.ts";
import { sha256 } from "./sha256.ts";

/** A question as the game's page shows it. */
export type AskedThen = Pick<
  QuestionRecord,
  "id" | "prompt" | "choices" | "key" | "also" | "number" | "explanation" | "category" | "difficulty"
>;

/** Put right after the game: struck out, or with another key. */
type Corrected = { readonly question: string; readonly key?: number | undefined };

/** What a server tells of a finished game for who checks it. `proof` is missing when it was bound by nothing. */
export type Evidence = {
  readonly game: string;
  readonly mode: string;
  readonly proof?: Proof | undefined;
  readonly asked: readonly AskedThen[];
  readonly corrections: readonly Corrected[];
};

/** What is wrong; `number` is that of the commitment or the question, from 1. */
export type Fault = {
  readonly what:
    | "other_game"
    | "not_as_noted"
    | "commitment"
    | "not_committed"
    | "order"
    | "changed"
    | "dealing"
    | "drawn";
  readonly number: number;
};

export type Finding = {
  readonly faults: readonly Fault[];
  readonly commitments: number;
  readonly questions: number;
  /** How many of the commitments were noted while the game was played. */
  readonly noted: number;
  /** Numbers of the questions that were put right, which is no fault. */
  readonly corrected: readonly number[];
};

/** Whether a game went by what it was bound to; `noted` are commitments that somebody saw while it was played. */
export const checkFairness = (
  { game, mode, proof, asked, corrections }: Evidence & { readonly proof: Proof },
  noted: readonly string[],
): Finding => {
  const faults: Fault[] = [];
  if (proof.format !== fairnessFormat || proof.game !== game || proof.mode !== mode)
    faults.push({ what: "other_game", number: 0 });
  const made = commitmentsOf(proof);
  const { commitments } = proof;
  made.forEach((commitment, index) => {
    if (commitment !== commitments[index]) faults.push({ what: "commitment", number: index + 1 });
  });
  if (made.length !== commitments.length) faults.push({ what: "commitment", number: made.length + 1 });
  const strangers = noted.filter((one) => !commitments.includes(one));
  if (strangers.length > 0) faults.push({ what: "not_as_noted", number: 0 });
  const corrected = correctedIn(proof, corrections);
  faults.push(...faultsIn(proof, asked, corrected));
  return {
    faults,
    commitments: commitments.length,
    questions: asked.length,
    noted: noted.length - strangers.length,
    corrected: asked.flatMap(({ id }, index) => (corrected.has(id) ? [index + 1] : [])),
  };
};

const commitmentsOf = ({ lots, ...proof }: Proof): readonly string[] => {
  const leaf = (opened: Opened): string =>
    "hash" in opened ? opened.hash : sha256(leafText(opened.salt, opened.question));
  const made: string[] = [];
  for (const [index, lot] of lots.entries()) {
    const leaves = lot.map(leaf);
    const previous = made.at(-1);
    made.push(sha256(index === 0 ? startText(proof, leaves) : lotText(proof.game, previous ?? "", leaves)));
  }
  return made;
};

/** By question: the key it was given last, undefined when it was only struck out. */
const correctedIn = (
  { amended }: Proof,
  corrections: readonly Corrected[],
): ReadonlyMap<string, number | undefined> => {
  const found = new Map<string, number | undefined>();
  for (const { question, key } of [...amended, ...corrections]) found.set(question, key ?? found.get(question));
  return found;
};

/** Every question that was asked is to be among those that were committed to, in their order and as it was. */
const faultsIn = (
  proof: Proof,
  asked: readonly AskedThen[],
  rekeyed: ReturnType<typeof correctedIn>,
): readonly Fault[] => {
  const opened = proof.lots.flat().map((one) => ("question" in one ? one.question : undefined));
  let last = -1;
  return asked.flatMap((shown, index): Fault[] => {
    const number = index + 1;
    const place = opened.findIndex((question) => question?.id === shown.id);
    const question = opened[place];
    if (question === undefined) return [{ what: "not_committed", number }];
    const faults: Fault[] = place > last ? [] : [{ what: "order", number }];
    last = place;
    const isSame = isAsCommitted(question, shown, rekeyed.get(shown.id), proof.setup.written === true);
    return isSame ? faults : [...faults, { what: "changed", number }];
  });
};

const isAsCommitted = (
  question: Question,
  shown: AskedThen,
  rekeyedTo: number | undefined,
  areWritten: boolean,
): boolean => {
  const hasSameWords = (["prompt", "explanation", "category", "difficulty"] as const).every(
    (name) => question[name] === shown[name],
  );
  if (!hasSameWords || question.number?.value !== shown.number?.value) return false;
  const right = question.choices[question.key];
  // Where players write what there is to choose from, only the truth is the question's.
  if (areWritten) return plainly(shown.choices[shown.key]) === plainly(right);
  const isSameChoice = sameTexts(question.choices, shown.choices);
  if (rekeyedTo !== undefined) return isSameChoice && shown.key === rekeyedTo;
  return isSameChoice && shown.choices[shown.key] === right && sameTexts(alsoOf(question), alsoOf(shown));
};

const alsoOf = ({ choices, also = [] }: Pick<Question, "choices" | "also">): readonly string[] =>
  also.map((index) => choices[index] ?? "");

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && canonical(one.toSorted()) === canonical(other.toSorted());

/** A text without what is made alike where lies and truth stand side by side. */
const plainly = (text = ""): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
