import { refuse } from "../core/decider.ts";
import type { AnyGame } from "../core/game.ts";
import type { GameId, PlayerId } from "../core/ids.ts";
import { mentions } from "../core/mentions.ts";
import type { Hand, LobbyCommand } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { strike } from "./ladder.ts";
import { maySteer } from "./playing.ts";
import { giveUp } from "./seats.ts";
import { deviceOf, type Lobby, type Member, playOf } from "./state.ts";
import { removeBot } from "./hosting.ts";

type Of<Type extends LobbyCommand["type"]> = Extract<LobbyCommand, { readonly type: Type }>;

const minute = 60_000;
const banMinutes = 24 * 60;

/** Puts somebody out, who may be gone already when a ban is what is wanted. */
export const kick = (games: Games, lobby: Lobby, command: Of<"kick">, now: number): Verdict => {
  const { hand, player, ban, minutes, reason, fresh } = command;
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const member = lobby.members.get(player);
  if (player === hand.player) return refuse("no_such_player");
  if (isOutOfReach(member, hand)) return refuse("not_owner");
  if (member?.kind === "bot") return removeBot(games, lobby, { type: "remove_bot", hand, player }, now);
  const name = member?.name ?? nameInChat(lobby, player);
  if (name === undefined || (member === undefined && !ban)) return refuse("no_such_player");
  const draft = new Draft(games, lobby);
  if (ban) {
    draft.add({
      type: "banned",
      player,
      until: now + (minutes ?? banMinutes) * minute,
      by: hand.player,
      reason,
      name,
      device: member?.device ?? "",
      scope: hand.player === lobby.ownerId ? "owner" : "lobby",
      sanction: fresh.id,
      at: now,
    });
  }
  if (member !== undefined) giveUp(draft, player, "kicked", now);
  return draft.accepted();
};

/** An owner neither mutes nor puts out the server's staff. */
const isOutOfReach = (member: Member | undefined, { staff }: Hand): boolean => member?.staff === true && !staff;

const nameInChat = (lobby: Lobby, player: PlayerId): string | undefined =>
  lobby.chat.findLast((line) => line.player === player && line.kind === "human")?.name;

export const unban = (games: Games, lobby: Lobby, { hand, player }: Of<"unban">, now: number): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  if (!lobby.banned.has(player)) return refuse("no_such_player");
  return new Draft(games, lobby).add({ type: "unbanned", player, by: hand.player, at: now }).accepted();
};

/** Mutes somebody; for no minutes at all, lets them speak again. */
export const mute = (games: Games, lobby: Lobby, command: Of<"mute">, now: number): Verdict => {
  const { hand, player, minutes, reason, fresh } = command;
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const member = lobby.members.get(player);
  if (member === undefined) return refuse("no_such_player");
  if (isOutOfReach(member, hand)) return refuse("not_owner");
  const draft = new Draft(games, lobby);
  if (minutes === 0)
    return lobby.muted.has(player) ? draft.add({ type: "unmuted", player }).accepted() : draft.accepted();
  const until = now + minutes * minute;
  return draft.add({ type: "muted", player, until, by: hand.player, sanction: fresh.id, reason, at: now }).accepted();
};

export const removeLine = (games: Games, lobby: Lobby, command: Of<"remove_line">, now: number): Verdict => {
  const { hand, id, reason } = command;
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  if (!lobby.chat.some((line) => line.id === id)) return refuse("no_such_message");
  return new Draft(games, lobby).add({ type: "line_removed", id, by: hand.player, reason, at: now }).accepted();
};

export const decideHeld = (
  games: Games,
  lobby: Lobby,
  { hand, id, allow }: Of<"decide_held">,
  now: number,
): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const line = lobby.held.get(id);
  if (line === undefined) return refuse("no_such_message");
  const draft = new Draft(games, lobby).add({ type: "held_decided", id, player: line.player, allow, by: hand.player });
  // It is read when it is let through, whenever it was written.
  return allow ? draft.add({ type: "chatted", ...line, at: now }).accepted() : draft.accepted();
};

/** A strike by the staff. */
export const strikeByStaff = (games: Games, lobby: Lobby, command: Of<"strike">, now: number): Verdict => {
  const { hand, person, text, reason, past, rules, fresh } = command;
  if (!hand.staff) return refuse("not_owner");
  const draft = new Draft(games, lobby);
  const member = lobby.members.get(person.id);
  const known = { ...person, device: member?.device ?? deviceOf(person) };
  const name = member?.name ?? person.name;
  strike(
    draft,
    { person: known, name, text, reason, rule: "staff", tier: 2, by: hand.player, past, rules, fresh },
    now,
  );
  return draft.accepted();
};

/** Takes strikes back, and with them the ban and the mute that they led to here. */
export const pardon = (games: Games, lobby: Lobby, { hand, player, strikes }: Of<"pardon">): Verdict => {
  if (!hand.staff) return refuse("not_owner");
  return new Draft(games, lobby).add({ type: "pardoned", player, strikes, by: hand.player }).accepted();
};

export const forget = (games: Games, lobby: Lobby, { player, name = "" }: Of<"forget">): Verdict => {
  const draft = new Draft(games, lobby);
  const member = lobby.members.get(player);
  const said = [...lobby.chat, ...lobby.held.values()].filter((line) => line.player === player);
  const names = new Set([name, member?.name ?? "", ...said.map((line) => line.name)]);
  const lines = lobby.chat.filter(({ kind, text }) => kind === "bot" && mentions(text, names)).map(({ id }) => id);
  const play = playOf(lobby);
  const mayHaveWritten = play !== undefined && games.get(play.mode)?.forget !== undefined;
  const isKnown =
    mayHaveWritten || member !== undefined || said.length > 0 || lines.length > 0 || lobby.ownerId === player;
  return isKnown || lobby.banned.has(player) || lobby.talkers.has(player)
    ? draft.add({ type: "forgotten", player, lines }).accepted()
    : draft.accepted();
};

export const expireChat = (games: Games, lobby: Lobby, before: number): Verdict => {
  const draft = new Draft(games, lobby);
  const lines = [...lobby.chat, ...lobby.held.values(), ...[...lobby.talkers.values()].flatMap(({ said }) => said)];
  return lines.some(({ at }) => at < before)
    ? draft.add({ type: "chat_expired", before }).accepted()
    : draft.accepted();
};

export const report = (games: Games, lobby: Lobby, command: Of<"report">, now: number): Verdict => {
  const { player, message, question, about, reason, fresh } = command;
  if (!lobby.members.has(player)) return refuse("not_a_player");
  if (message !== undefined && !lobby.chat.some(({ id }) => id === message)) return refuse("no_such_message");
  if (question !== undefined && !lobby.asked.has(question)) return refuse("wrong_question");
  if (about !== undefined && (about === player || !isKnownHere(lobby, about))) return refuse("no_such_player");
  return new Draft(games, lobby)
    .add({
      type: "reported",
      player,
      ...(message === undefined ? {} : { message }),
      ...(question === undefined ? {} : { question, ...gameWith(games, lobby, question) }),
      ...(about === undefined ? {} : { about }),
      review: fresh.id,
      reason,
      at: now,
    })
    .accepted();
};

const isKnownHere = (lobby: Lobby, player: PlayerId): boolean =>
  lobby.members.has(player) || lobby.chat.some((line) => line.player === player);

/** The game of this lobby, running or last, in which the question was asked. */
const gameWith = (games: Games, lobby: Lobby, question: string): { readonly game?: GameId } => {
  const play = playOf(lobby);
  if (play === undefined) return {};
  const { asked } = games.get(play.mode) as AnyGame;
  return asked(play.state).some(({ id }) => id === question) ? { game: play.id } : {};
};
