import type { Ask } from "../../src/core/ask.ts";
import type { Decider } from "../../src/core/decider.ts";
import type { GameCommand, GameReason, GameSetup } from "../../src/core/game.ts";
import type { GameId, PlayerId } from "../../src/core/ids.ts";
import { findTheBot } from "../../src/games/find-the-bot/index.ts";
import type { FindTheBot, FindTheBotEvent, Phase } from "../../src/games/find-the-bot/state.ts";
import { Story } from "./given.ts";

/** So many people and bots; the bots' ids begin with `bot`. */
export const crowd = (people: number, bots: number): GameSetup["players"] => [
  ...Array.from({ length: people }, (_, index) => ({
    id: `ann${index}` as PlayerId,
    name: `Ann ${index}`,
    bot: false,
  })),
  ...Array.from({ length: bots }, (_, index) => ({ id: `bot${index}` as PlayerId, name: `Bot ${index}`, bot: true })),
];

export const begun = (changes: Partial<GameSetup> = {}): FindTheBot => {
  const events = findTheBot.start({
    id: "game" as GameId,
    questions: [],
    more: 0,
    count: 10,
    seconds: 20,
    players: crowd(2, 2),
    options: {},
    seed: "seed",
    timings: { countdown: 3000, reveal: 5000, scores: 4000 },
    ...changes,
  });
  return events.reduce<FindTheBot | undefined>(findTheBot.evolve, undefined) as FindTheBot;
};

/** A game as a decider of its own, from its start on. */
export const given = (changes: Partial<GameSetup> = {}) => {
  const decider: Decider<FindTheBot, GameCommand, FindTheBotEvent, GameReason> = {
    ...findTheBot,
    initial: begun(changes),
  };
  return new Story(decider, decider.initial, 0);
};

export const phaseOf = <Name extends Phase["name"]>(state: FindTheBot, name: Name): Phase & { readonly name: Name } => {
  if (state.phase.name !== name) throw new Error(`it is ${state.phase.name}, not ${name}`);
  return state.phase as Phase & { readonly name: Name };
};

export const asksOf = (state: FindTheBot, player: PlayerId): readonly Ask[] => findTheBot.asks?.(state, player) ?? [];

export const aliasesOf = (state: FindTheBot, player: PlayerId): readonly string[] =>
  (findTheBot.own?.(state, player) as { readonly aliases: readonly string[] } | undefined)?.aliases ?? [];

/** Writes a line under the first alias of a player, or another one. */
export const says = (state: FindTheBot, player: PlayerId, text: string, nth = 0): GameCommand => {
  const ask = asksOf(state, player)[nth] as Ask;
  return { type: "move", player, ask, move: { ask: ask.id, text } };
};

/** The bit of each of these aliases. */
export const bitsOf = (state: FindTheBot, aliases: readonly string[]): number =>
  (state.round?.aliases ?? []).reduce((sum, { id }, index) => sum + (aliases.includes(id) ? 2 ** index : 0), 0);

export const votes = (state: FindTheBot, player: PlayerId, number: number): GameCommand => {
  const ask = asksOf(state, player)[0] ?? { id: "suspects-1", what: "number", purpose: "suspects", prompt: "" };
  return { type: "move", player, ask, move: { ask: ask.id, number } };
};

/** The vote that has every alias of others right. */
export const truth = (state: FindTheBot, player: PlayerId): number =>
  bitsOf(
    state,
    (state.round?.aliases ?? [])
      .filter((alias) => alias.player !== player && state.players.get(alias.player)?.bot === true)
      .map(({ id }) => id),
  );
