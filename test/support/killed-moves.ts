import type { Ask, Move } from "../../src/core/ask.ts";
import { draft } from "./packs.ts";

/** The second choice, before they are shuffled, is right. */
export const questions = ["lamps", "kites", "tides"].map((word) => draft(word));
const written: readonly string[] = ["seven quiet otters in a row", "a brass lighthouse that hums"];

/** A choice that is right, or one that is wrong. */
export const choiceOf = (choices: readonly string[], isRight: boolean): number =>
  choices.findIndex((text) => text.endsWith(" two") === isRight);

/** What may be done about an ask; some of it may be one's own work. */
export const movesFor = (
  { what, choices = [], least = 0, most = least }: Ask,
  index: number,
): readonly Omit<Move, "ask">[] => {
  switch (what) {
    case "choose": {
      const all = [...choices.keys()].map((choice) => ({ choice }));
      return index === 0 ? all : all.toReversed();
    }
    case "write":
      return [{ text: written[index] ?? "" }];
    case "number":
      return [most, least + 1, least + 2, least].map((number) => ({ number }));
    case "press":
      return [{}];
  }
};
