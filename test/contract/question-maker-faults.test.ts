import assert from "node:assert/strict";
import { type Plant } from "../support/question-writer.ts";
import { plants } from "../support/question-faults.ts";
import { QuestionWorld } from "../support/question-world.ts";

/** Games of 25 until a writer that does this in one of five has written a thousand. */
const thousand = async (plant: Plant): Promise<QuestionWorld> => {
  const world = new QuestionWorld({ plant: (_, random) => (random() < 0.2 ? plant : undefined) });
  for (let game = 0; world.writer.written < 1000; game++) {
    await world.make({ topic: `topic ${game}`, count: 25, seed: `${game}` });
  }
  return world;
};

/** Why a planted question is refused; several where it has several faults. */
const reasons: Record<keyof typeof plants, string> = {
  wrong_key: "not_agreed",
  key_not_among_choices: "malformed",
  duplicate_choices: "same_choices",
  key_among_wrong: "same_choices",
  letter_labels: "letter_labels",
  key_as_letter: "key_form",
  key_as_number: "key_form",
  key_as_option: "key_form",
  all_of_the_above: "catch_all",
  answer_in_question: "answer_in_question",
  length_giveaway: "length_giveaway",
  marked_key: "marked_answer",
  exact_duplicate: "duplicate_exact",
  near_duplicate: "duplicate_near",
  ambiguous: "ambiguous",
  dated: "dated",
  long_question: "prompt_length",
  long_choice: "choice_length",
  no_question: "not_a_question",
  missing_field: "malformed",
  two_wrong: "malformed",
  invisible: "invisible",
  direction: "invisible",
  html: "markup",
  link: "link",
  mention: "link",
};

describe("a model that plants a fault in 20 % of 1,000 questions", () => {
  for (const [kind, plant] of Object.entries(plants)) {
    it(`has none stored that has this one: ${kind}`, async () => {
      const world = await thousand(plant);
      world.check();
      assert((world.refused[reasons[kind as keyof typeof plants]] ?? 0) >= 150, JSON.stringify(world.refused));
      assert(world.kept.length >= 700, `only ${world.kept.length} of the others are left`);
    });
  }
});
