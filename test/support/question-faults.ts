import type { Plant, RawQuestion } from "./question-writer.ts";

const changed =
  (change: (raw: RawQuestion) => object): Plant =>
  ({ raw }) => ({ raw: { ...raw, ...change(raw) } });

const copied =
  (reword: (question: string) => string): Plant =>
  ({ raw }, before) => ({
    raw: before === undefined ? { ...raw, wrong: [] } : { ...before.raw, question: reword(before.raw.question) },
  });

/** What models have been seen to do wrong, each as something done to a good question. */
export const plants = {
  wrong_key: ({ raw }) => {
    const [first = "", ...others] = raw.wrong;
    return { raw: { ...raw, correct: first, wrong: [raw.correct, ...others] }, truth: raw.correct };
  },
  key_not_among_choices: ({ raw: { question, correct, wrong, explanation, difficulty } }) => ({
    raw: { question, choices: [correct, ...wrong], correct: "Some other one", explanation, difficulty },
  }),
  duplicate_choices: changed(({ wrong: [a = "", b = ""] }) => ({ wrong: [a, b, ` ${b.toUpperCase()}.`] })),
  key_among_wrong: changed(({ correct, wrong: [a = "", b = ""] }) => ({ wrong: [a, b, correct.normalize("NFD")] })),
  letter_labels: changed(({ correct, wrong: [a = "", ...others] }) => ({ correct, wrong: [`B) ${a}`, ...others] })),
  key_as_letter: changed(() => ({ correct: "B" })),
  key_as_number: changed(() => ({ correct: "2" })),
  key_as_option: changed(() => ({ correct: "Option C" })),
  all_of_the_above: changed(({ wrong: [a = "", b = ""] }) => ({ wrong: [a, b, "All of the above"] })),
  answer_in_question: changed(({ question, correct }) => ({ question: `Thinking of ${correct}: ${question}` })),
  length_giveaway: changed(({ correct }) => ({ correct: `${correct}, the best known of them all by far` })),
  marked_key: changed(({ correct }) => ({ correct: `${correct} (correct)` })),
  exact_duplicate: copied((question) => question.toUpperCase().replaceAll(" ", "  ")),
  near_duplicate: copied((question) => `${question.replace(/[?:]$/u, "")}, as it is known?`),
  ambiguous: ({ raw }) => ({ raw, ambiguous: true }),
  dated: changed(({ question }) => ({ question: `Currently: ${question}` })),
  long_question: changed(({ question }) => ({
    question: `${"Once upon a time there was a traveller. ".repeat(8)}${question}`,
  })),
  long_choice: changed(({ correct, wrong }) => {
    const long = (choice: string) => `${choice} ${"and so on ".repeat(10)}`;
    return { correct: long(correct), wrong: wrong.map(long) };
  }),
  no_question: changed(({ question }) => ({ question: question.replace(/[?:]$|____\.$/u, ".") })),
  missing_field: ({ raw: { question, correct, wrong, difficulty } }) => ({
    raw: { question, correct, wrong, difficulty },
  }),
  two_wrong: changed(({ wrong }) => ({ wrong: wrong.slice(1) })),
  invisible: changed(({ correct }) => ({ correct: `${correct.slice(0, 2)}\u200b${correct.slice(2)}` })),
  direction: changed(({ question }) => ({ question: `\u202e${question}` })),
  html: changed(({ question }) => ({ question: `<b>Now</b> ${question}` })),
  link: changed(({ explanation }) => ({ explanation: `${explanation} See https://example.org/more for it.` })),
  mention: changed(({ question }) => ({ question: `@everyone ${question}` })),
} satisfies Record<string, Plant>;
