import type { AnyGame, GameSetup, Player, Question } from "../../../src/core/game.ts";
import type { GameId, PlayerId, QuestionId } from "../../../src/core/ids.ts";
import { onceFor } from "../../../src/core/once.ts";
import type { Options, OptionSpec } from "../../../src/core/options.ts";
import { frozen } from "./plain.ts";
import type { Script } from "./script.ts";

const ids = ["ana", "bot-1", "ben", "cai", "bot-2", "dan", "eva"] as unknown as readonly PlayerId[];

/** Everybody who may ever come. */
export const crew: readonly Player[] = frozen(
  ids.map((id) => ({ id, name: `${id.toUpperCase()}!`, bot: id.startsWith("bot") })),
);

/** Words that nobody could take for each other. */
const words = ["Holy water", "Candles", "Umbrella", "Bicycle", "Xylophone", "Marmalade", "Gondola", "Trumpet"];

/** Every kind of question that there is; each fits all modes that want such a kind. */
const kinds: readonly Partial<Question>[] = [
  {},
  {},
  { points: 2, difficulty: "hard" },
  { also: [2] },
  { accept: ["Sacred liquid"], difficulty: "medium" },
  { points: 0 },
  { image: "data:image/png;base64,AAAA", imageAlt: "a thing" },
  { choices: [], key: -1, number: { value: 50, unit: "m", least: 0, most: 100 } },
  { choices: [], key: -1, number: { value: 50, unit: "" } },
];

const questionOf = (index: number, kind: number): Question => ({
  id: `q${index + 1}` as QuestionId,
  prompt: `What did machine number ${index + 1} sell first?`,
  choices: [0, 1, 2, 3].map((nth) => words[(index + 2 * nth) % words.length] as string),
  key: 0,
  category: "Tests",
  difficulty: "easy",
  explanation: `because ${index + 1}`,
  image: "",
  ...kinds[kind],
});

/** Each question of each kind, made once. */
const questions = frozen(Array.from({ length: 6 }, (_, index) => kinds.map((_kind, kind) => questionOf(index, kind))));

const optionOf = (spec: OptionSpec, dice: number): string | number | boolean => {
  switch (spec.kind) {
    case "switch":
      return dice % 2 === 0;
    case "choice":
      return spec.values[dice % spec.values.length] as string;
    case "number": {
      // Mostly little, so that a game is played to its end in a short script.
      const greatest = dice % 10 === 0 ? spec.most : Math.min(spec.most, spec.least + 2);
      return spec.least + (Math.floor(dice / 10) % (greatest - spec.least + 1));
    }
  }
};

/** A third of them as by default. */
const optionsFor = ({ options = {} }: AnyGame, set: Script["set"]): Options =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, spec], index) => {
      const dice = set[8 + (index % 8)] ?? 0;
      return dice % 3 === 0 ? [] : [[name, optionOf(spec, Math.floor(dice / 3))] as const];
    }),
  );

/** Of each question the kinds that a mode can play. */
const fitting = onceFor(({ suits, needsNoQuestions }: AnyGame) =>
  needsNoQuestions === true ? [] : questions.map((all) => all.filter((question) => suits?.(question) !== false)),
);

export type Setting = {
  readonly setup: GameSetup;
  /** What may come later. */
  readonly later: readonly Question[];
};

/** How a game begins: people and bots, questions that the mode can play, its own options, all drawn. */
export const settingOf = (game: AnyGame, { set }: Script): Setting => {
  const [people = 0, from = 0, count = 0, waits = 0, pace = 0, kind = 0, seed = 0] = set;
  const fit = fitting(game).map((all, index) => all[(kind + index * (1 + (kind % 5))) % all.length] as Question);
  const wanted = 1 + (count % 3);
  const more = fit.length > 0 && waits % 4 === 0 ? Math.min(wanted - 1, 1) : 0;
  const quick = pace % 5 === 0 ? 0.02 : 1;
  return {
    setup: frozen({
      id: "game" as GameId,
      questions: fit.slice(0, wanted - more),
      more,
      count: wanted,
      seconds: 10,
      players: Array.from({ length: 1 + (people % 5) }, (_, index) => crew[(from + index) % crew.length] as Player),
      options: optionsFor(game, set),
      seed: `seed ${seed}`,
      timings: { countdown: 3000 * quick, reveal: 5000 * quick, scores: 4000 * quick },
    }),
    later: fit.slice(wanted - more),
  };
};
