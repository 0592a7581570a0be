import { type Random, shuffle } from "../../core/random.ts";
import type { Draft } from "../rules.ts";
import { folded } from "../text.ts";
import { readAnswer } from "./wire.ts";

/** What one blind try at a question said. */
export type Vote = { readonly agreed: boolean; readonly ambiguous: boolean };
export const noVote: Vote = { agreed: false, ambiguous: false };

/** Questions as a solver gets them: in another order, with choices in another order, without key and explanation. */
export type Paper = {
  /** Plain JSON. */
  readonly questions: readonly object[];
  /** A vote for each draft, in their order. What is missing or makes no sense agrees with nothing. */
  readonly mark: (answers: readonly unknown[]) => readonly Vote[];
};

/** The same `random` with another `turn`, less than the number of choices, puts each choice in another place. */
export const paperOf = (drafts: readonly Draft[], random: Random, turn: number): Paper => {
  const items = drafts.map((draft, index) => {
    const order = shuffle([draft.correct, ...draft.wrong], random);
    const turned = [...order.slice(turn), ...order.slice(0, turn)];
    const choices = turned.map((text, at) => ({ id: `c${at + 1}`, text }));
    return { id: `q${index + 1}`, question: draft.prompt, correct: draft.correct, choices };
  });
  return {
    questions: shuffle(items, random).map(({ id, question, choices }) => ({ id, question, choices })),
    mark: (raw) => {
      // The first answer to a question counts.
      const answers = Map.groupBy(
        raw.flatMap((one) => readAnswer(one) ?? []),
        ({ id }) => id,
      );
      return items.map(({ id, correct, choices }) => {
        const answer = answers.get(id)?.[0];
        if (answer === undefined) return noVote;
        const chosen = choices.find((choice) => choice.id === answer.choice) ?? sameText(choices, answer.choice);
        return { agreed: chosen?.text === correct, ambiguous: answer.ambiguous };
      });
    },
  };
};

/** Small models repeat a choice's text where its id is asked for. */
const sameText = <T extends { readonly text: string }>(choices: readonly T[], text: string): T | undefined =>
  choices.find((choice) => folded(choice.text) === folded(text) && folded(text) !== "");

/** Every try agrees with the key, and none found a second reading. */
export const passes = (votes: readonly Vote[]): boolean => votes.every(({ agreed, ambiguous }) => agreed && !ambiguous);
