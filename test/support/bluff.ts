import type { Ask } from "../../src/core/ask.ts";
import type { Decider } from "../../src/core/decider.ts";
import type { GameCommand, GameReason, GameSetup, Question } from "../../src/core/game.ts";
import type { GameId, PlayerId, QuestionId } from "../../src/core/ids.ts";
import { bluff } from "../../src/games/bluff/index.ts";
import type { Bluff, BluffEvent, Phase } from "../../src/games/bluff/state.ts";
import { Story } from "./given.ts";

export const [ana, ben, cleo] = ["ana", "ben", "cleo"] as unknown as readonly [PlayerId, PlayerId, PlayerId];

/** What was sent into space, made up to look like nothing else here. */
export const strange: Question = {
  id: "strange-1" as QuestionId,
  prompt: "What did the first vending machine sell?",
  choices: ["Holy water", "Dried figs", "Wax candles", "Lamp oil"],
  key: 0,
  category: "Strange but true",
  difficulty: "hard",
  explanation: "Hero of Alexandria described it.",
  image: "",
};

const another: Question = {
  ...strange,
  id: "strange-2" as QuestionId,
  prompt: "What is a group of flamingos called?",
  choices: ["A flamboyance", "A blush", "A stilt", "A parade"],
};

const game = {
  id: "game" as GameId,
  questions: [strange, another],
  more: 0,
  count: 2,
  seconds: 20,
  players: [ana, ben, cleo].map((id) => ({ id, name: id.toUpperCase(), bot: id === cleo })),
  options: {},
  seed: "seed",
  timings: { countdown: 3000, reveal: 5000, scores: 4000 },
} satisfies GameSetup;

/** A game as a decider of its own, from its start on. */
export const given = (changes: Partial<GameSetup> = {}) => {
  const initial = bluff.start({ ...game, ...changes }).reduce<Bluff | undefined>(bluff.evolve, undefined) as Bluff;
  const decider: Decider<Bluff, GameCommand, BluffEvent, GameReason> = { ...bluff, initial };
  return new Story(decider, initial, 0);
};

export const tick: GameCommand = { type: "tick" };
export const skip: GameCommand = { type: "skip" };

export const asksOf = (state: Bluff, player: PlayerId): readonly Ask[] => bluff.asks?.(state, player) ?? [];

/** A move as the kit gives it: for the ask that the player has, or would have had. */
export const lies = (player: PlayerId, text: string, number = 1): GameCommand => {
  const ask: Ask = { id: `lie-${number}`, what: "write", purpose: "lie", prompt: "" };
  return { type: "move", player, ask, move: { ask: ask.id, text } };
};

export const picks = (player: PlayerId, choice: number, number = 1): GameCommand => {
  const ask: Ask = { id: `truth-${number}`, what: "choose", purpose: "truth", prompt: "" };
  return { type: "move", player, ask, move: { ask: ask.id, choice } };
};

export const phaseOf = <Name extends Phase["name"]>(state: Bluff, name: Name): Phase & { readonly name: Name } => {
  if (state.phase.name !== name) throw new Error(`it is ${state.phase.name}, not ${name}`);
  return state.phase as Phase & { readonly name: Name };
};

/** The index of an option by its text. */
export const indexOf = (state: Bluff, text: string): number =>
  phaseOf(state, "voting").options.findIndex((option) => option.text === text);

/** The texts that are voted on, in the order shown. */
export const shownIn = (state: Bluff): readonly string[] => phaseOf(state, "voting").options.map(({ text }) => text);
