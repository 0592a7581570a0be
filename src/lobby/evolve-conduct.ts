import type { PlayerId } from "../core/ids.ts";
import { removedName } from "../core/removed.ts";
import { newest } from "../core/newest.ts";
import type { LobbyEvent } from "./events.ts";
import { afterLine, afterStrike } from "./flood.ts";
import { limits, type Lobby } from "./state.ts";

type ConductEvent = Extract<
  LobbyEvent,
  {
    readonly type:
      | "muted"
      | "unmuted"
      | "banned"
      | "unbanned"
      | "struck"
      | "strikes_cleared"
      | "pardoned"
      | "chatted"
      | "line_removed"
      | "held"
      | "held_decided"
      | "wave_locked"
      | "wave_over"
      | "forgotten"
      | "chat_expired";
  }
>;

/** What people say, and what is made of it. */
export const evolveConduct = (lobby: Lobby, event: ConductEvent): Lobby => {
  switch (event.type) {
    case "muted":
      return { ...lobby, muted: new Map(lobby.muted).set(event.player, event.until) };
    case "unmuted":
      return { ...lobby, muted: without(lobby.muted, event.player) };
    case "banned": {
      const { player, until, by, reason, name = "", device = "", at = 0 } = event;
      const banned = new Map(lobby.banned).set(player, { until, by, reason, name, device, at });
      return { ...lobby, banned: newest(banned, limits.bansKept) };
    }
    case "unbanned":
      return { ...lobby, banned: without(lobby.banned, event.player) };
    case "struck": {
      const { player, strike: id, weight, at, expiresAt } = event;
      const strikes = new Map(lobby.strikes);
      // Who was struck last is kept longest.
      strikes.delete(player);
      const still = (lobby.strikes.get(player) ?? []).filter((one) => one.expiresAt > at);
      strikes.set(player, [...still, { id, weight, at, expiresAt }]);
      return {
        ...lobby,
        strikes: newest(strikes, limits.strikesKept),
        talkers: new Map(lobby.talkers).set(player, afterStrike(lobby.talkers.get(player))),
      };
    }
    case "strikes_cleared":
      return {
        ...withoutStrikes(lobby, event.player, event.strikes),
        talkers: new Map(lobby.talkers).set(event.player, afterStrike(lobby.talkers.get(event.player))),
      };
    case "pardoned":
      return {
        ...withoutStrikes(lobby, event.player, event.strikes),
        banned: without(lobby.banned, event.player),
        muted: without(lobby.muted, event.player),
      };
    case "chatted": {
      const { type: _, ...line } = event;
      return {
        ...lobby,
        // What was said has been erased since: that it was said still counts.
        chat: line.text === "" ? lobby.chat : [...lobby.chat.slice(1 - limits.chatKept), line],
        talkers: new Map(lobby.talkers).set(line.player, afterLine(lobby.talkers.get(line.player), line.text, line.at)),
      };
    }
    case "line_removed":
      return { ...lobby, chat: lobby.chat.filter(({ id }) => id !== event.id) };
    case "held": {
      const { line } = event;
      return {
        ...lobby,
        held: line.text === "" ? lobby.held : newest(new Map(lobby.held).set(line.id, line), limits.heldKept),
        // A line that waits costs as much as one that is shown.
        talkers: new Map(lobby.talkers).set(line.player, {
          ...afterLine(lobby.talkers.get(line.player), line.text, line.at),
          lines: lobby.talkers.get(line.player)?.lines ?? 0,
        }),
      };
    }
    case "held_decided":
      return { ...lobby, held: without(lobby.held, event.id) };
    case "wave_locked":
      return { ...lobby, waveUntil: event.until, arrivals: [] };
    case "wave_over":
      return { ...lobby, waveUntil: undefined };
    case "forgotten":
      return withoutPerson(lobby, event.player, event.lines ?? []);
    case "chat_expired": {
      const isKept = ({ at }: { readonly at: number }): boolean => at >= event.before;
      return {
        ...lobby,
        chat: lobby.chat.filter(isKept),
        held: new Map([...lobby.held].filter(([, line]) => isKept(line))),
        talkers: new Map(
          [...lobby.talkers].map(([id, talker]) => [id, { ...talker, said: talker.said.filter(isKept) }]),
        ),
      };
    }
  }
};

/** Nothing is left of what they said and were called; their seat, points and ban are those of the bare id. */
const withoutPerson = (lobby: Lobby, player: PlayerId, lines: readonly string[]): Lobby => {
  const member = lobby.members.get(player);
  const ban = lobby.banned.get(player);
  const { settings } = lobby;
  return {
    ...lobby,
    settings: lobby.ownerId === player ? { ...settings, title: "", prompt: "" } : settings,
    members:
      member === undefined
        ? lobby.members
        : new Map(lobby.members).set(player, { ...member, name: removedName, device: "" }),
    chat: lobby.chat.filter((line) => line.player !== player && !lines.includes(line.id)),
    held: new Map([...lobby.held].filter(([, line]) => line.player !== player)),
    talkers: without(lobby.talkers, player),
    banned: ban === undefined ? lobby.banned : new Map(lobby.banned).set(player, { ...ban, name: "", device: "" }),
  };
};

const without = <K, V>(all: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  if (!all.has(key)) return all;
  const rest = new Map(all);
  rest.delete(key);
  return rest;
};

const withoutStrikes = (lobby: Lobby, player: PlayerId, ids: readonly string[]): Lobby => {
  const rest = (lobby.strikes.get(player) ?? []).filter(({ id }) => !ids.includes(id));
  return {
    ...lobby,
    strikes: rest.length === 0 ? without(lobby.strikes, player) : new Map(lobby.strikes).set(player, rest),
  };
};
