import type { GameCommand } from "../../../src/core/game.ts";

const otherTexts = ["Silver spoons", "Wooden ships"];

/** What could have been done as well, of the same kind: for asks of these purposes; `play` names an answer to a question. */
export const othersOf =
  (...purposes: readonly string[]) =>
  (command: GameCommand): readonly GameCommand[] => {
    if (command.type === "play" && purposes.includes("play")) {
      const { message } = command;
      return [1, 2, 3].map((by) => ({ ...command, message: { ...message, choice: (message.choice + by) % 4 } }));
    }
    if (command.type !== "move" || !purposes.includes(command.ask.purpose)) return [];
    const { ask, move } = command;
    const other = (changes: Partial<typeof move>): GameCommand => ({ ...command, move: { ...move, ...changes } });
    switch (ask.what) {
      case "choose":
        return (ask.choices ?? []).flatMap((_, choice) => (choice === move.choice ? [] : [other({ choice })]));
      case "write":
        return otherTexts.map((text) => other({ text }));
      case "number":
        return [ask.least ?? 0, ask.most ?? 1].flatMap((number) => (number === move.number ? [] : [other({ number })]));
      case "press":
        return [];
    }
  };
