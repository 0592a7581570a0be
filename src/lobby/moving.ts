import { type Ask, misfit } from "../core/ask.ts";
import { refuse } from "../core/decider.ts";
import type { AnyGame } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import type { LobbyCommand } from "./commands.ts";
import { Draft, settle, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { isSameBurst, strike, weightOf } from "./ladder.ts";
import { isPaused, type Lobby, playOf } from "./state.ts";

type Made = Extract<LobbyCommand, { readonly type: "move" }>;

/** What a player is asked to do now by the game in progress. */
export const asksOf = (games: Games, lobby: Lobby, player: PlayerId): readonly Ask[] => {
  const play = playOf(lobby);
  if (play === undefined) return [];
  return (games.get(play.mode) as AnyGame).asks?.(play.state, player) ?? [];
};

/** What a player answers to one of their asks. What others will read goes by the rules of the chat (rules D5, D6). */
export const makeMove = (games: Games, lobby: Lobby, command: Made, now: number): Verdict => {
  const { person, move, judged } = command;
  if (!lobby.members.has(person.id)) return refuse("not_a_player");
  if (lobby.stage.status !== "in-progress") return refuse("no_game");
  if (isPaused(lobby.stage.play)) return refuse("wrong_phase");
  const ask = asksOf(games, lobby, person.id).find(({ id }) => id === move.ask);
  if (ask === undefined) return refuse("no_such_ask");
  const fault = misfit(ask, move);
  if (fault !== undefined) return refuse(fault);
  if (ask.shown !== true || judged === undefined) return pass(games, lobby, ask, command, move, now);
  if (judged.action === "block") return turnDown(games, lobby, command, judged, now);
  if ((lobby.muted.get(person.id) ?? 0) > now) return refuse("muted");
  return pass(games, lobby, ask, command, { ...move, text: judged.shown }, now);
};

const pass = (games: Games, lobby: Lobby, ask: Ask, { person }: Made, move: Made["move"], now: number): Verdict => {
  const draft = new Draft(games, lobby);
  const reason = draft.tell({ type: "move", player: person.id, ask, move }, now);
  return settle(draft, reason, { ask: ask.id, at: now });
};

/** A breach counts wherever it is written. */
const turnDown = (
  games: Games,
  lobby: Lobby,
  { person, move, past, rules, fresh }: Made,
  { category: reason, rule, tier }: NonNullable<Made["judged"]>,
  now: number,
): Verdict => {
  const counts = weightOf(tier, person.kind) > 0 && person.staff !== true;
  if (!counts || isSameBurst(lobby, person.id, now)) return refuse("blocked");
  const draft = new Draft(games, lobby);
  const name = lobby.members.get(person.id)?.name ?? person.name;
  strike(draft, { person, name, text: move.text ?? "", reason, rule, tier, by: "", past, rules, fresh }, now);
  return draft.accepted({ refused: "blocked" });
};
