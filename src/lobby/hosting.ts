import { refuse } from "../core/decider.ts";
import type { LobbyCommand } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { order } from "./making.ts";
import { maySteer } from "./playing.ts";
import { giveUp } from "./seats.ts";
import { botsIn, type Lobby, people, type Settings } from "./state.ts";

type Of<Type extends LobbyCommand["type"]> = Extract<LobbyCommand, { readonly type: Type }>;

/** A first lobby: its making of questions begins at once. */
export const create = (games: Games, lobby: Lobby, command: Of<"create">, now: number): Verdict => {
  const { code, owner, settings, bots, timings, fresh } = command;
  const draft = new Draft(games, lobby);
  if (!draft.knows(settings.mode)) return refuse("not_available");
  if (!draft.allows(settings.mode, settings.options)) return refuse("no_such_option");
  draft.add({ type: "created", code, owner, settings, bots, timings, at: now });
  order(draft, {}, fresh, settings.autoStart, now);
  return draft.accepted();
};

const shapesQuestions: ReadonlySet<string> = new Set<keyof Settings>([
  "mode",
  "options",
  "topic",
  "source",
  "pack",
  "count",
  "seconds",
]);

export const changeSettings = (
  games: Games,
  lobby: Lobby,
  { hand, changes: wished, fresh }: Of<"settings">,
  now: number,
): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const draft = new Draft(games, lobby);
  const mode = wished.mode ?? lobby.settings.mode;
  if (!draft.knows(mode)) return refuse("not_available");
  // Another mode begins with its own options.
  const changes = mode === lobby.settings.mode ? wished : { options: {}, ...wished };
  if (!draft.allows(mode, changes.options ?? {})) return refuse("no_such_option");
  if (changes.maxPlayers !== undefined && changes.maxPlayers < people(lobby).length) return refuse("lobby_full");
  const differing = Object.entries(changes).filter(
    ([name, value]) => value !== undefined && !isSame(lobby.settings[name as keyof Settings], value),
  );
  if (differing.length === 0) return draft.accepted();
  draft.add({ type: "settings_changed", changes: Object.fromEntries(differing) });
  dismissBotsOverLimit(draft, now);
  const remake = differing.some(([name]) => shapesQuestions.has(name));
  const { status } = lobby.stage;
  if (remake && (status === "building" || status === "ready" || status === "failed")) {
    order(draft, {}, fresh, draft.lobby.settings.autoStart, now);
  }
  return draft.accepted();
};

/** Settings are plain values, or plain objects of them. */
const isSame = (one: Settings[keyof Settings], other: Settings[keyof Settings]): boolean =>
  one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));

const dismissBotsOverLimit = (draft: Draft, now: number): void => {
  for (const member of [...draft.lobby.members.values()].toReversed()) {
    if (draft.lobby.members.size <= draft.lobby.settings.maxPlayers) return;
    if (member.kind === "bot") giveUp(draft, member.id, "removed", now);
  }
};

export const transfer = (games: Games, lobby: Lobby, { hand, player }: Of<"transfer">): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  if (lobby.members.get(player)?.kind !== "human") return refuse("no_such_player");
  const draft = new Draft(games, lobby);
  return player === lobby.ownerId ? draft.accepted() : draft.add({ type: "owner_changed", player }).accepted();
};

export const addBots = (games: Games, lobby: Lobby, { hand, count, wish }: Of<"add_bots">): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const bots = [...lobby.bots, ...Array.from({ length: count }, () => wish)];
  if (bots.length + people(lobby).length > lobby.settings.maxPlayers) return refuse("lobby_full");
  return new Draft(games, lobby).add({ type: "bots_changed", bots }).accepted();
};

export const tuneBot = (games: Games, lobby: Lobby, { hand, player, changes }: Of<"tune_bot">): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const bot = lobby.members.get(player)?.bot;
  if (bot === undefined) return refuse("no_such_player");
  return new Draft(games, lobby).add({ type: "bot_tuned", player, bot: { ...bot, ...changes } }).accepted();
};

export const removeBot = (games: Games, lobby: Lobby, { hand, player }: Of<"remove_bot">, now: number): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  if (lobby.members.get(player)?.kind !== "bot") return refuse("no_such_player");
  const draft = new Draft(games, lobby);
  // Bots come in the order in which they were wished for.
  const nth = botsIn(lobby).findIndex(({ id }) => id === player);
  draft.add({ type: "bots_changed", bots: lobby.bots.toSpliced(Math.min(nth, lobby.bots.length - 1), 1) });
  giveUp(draft, player, "removed", now);
  return draft.accepted();
};

export const close = (games: Games, lobby: Lobby, { hand }: Of<"close">, now: number): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  return new Draft(games, lobby).add({ type: "closed", at: now }).accepted();
};
