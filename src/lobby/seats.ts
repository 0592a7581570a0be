import { refuse } from "../core/decider.ts";
import type { PlayerId } from "../core/ids.ts";
import type { Fresh, LobbyReason } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { LeaveReason } from "./events.ts";
import type { Games } from "./evolve.ts";
import {
  botSeats,
  botsIn,
  deviceOf,
  isConnected,
  isTrusted,
  type Lobby,
  type Member,
  type Person,
  people,
  seenBy,
  times,
} from "./state.ts";

/** Why this person would be refused a seat now; undefined when they would get one. */
export const refusalFor = (lobby: Lobby, person: Person, now: number): LobbyReason | undefined => {
  if (lobby.closed) return "lobby_not_found";
  if (isBarred(lobby, person, now)) return "banned";
  if (lobby.members.has(person.id)) return undefined;
  if (person.kind === "bot") return botsIn(lobby).length < botSeats(lobby) && !isFull(lobby) ? undefined : "lobby_full";
  const isLocked = lobby.settings.locked || (lobby.waveUntil ?? 0) > now;
  if (isLocked && person.id !== lobby.ownerId && person.staff !== true) return "lobby_locked";
  if (lobby.settings.emergency && person.registered !== true && !isTrusted(lobby, person)) return "registered_only";
  return isFull(lobby) && botsIn(lobby).length === 0 ? "lobby_full" : undefined;
};

/** Whether somebody is banned here: under this id, or as a guest of the same device under another (rule S5). */
export const isBarred = (lobby: Lobby, person: Person, now: number): boolean => {
  if ((lobby.banned.get(person.id)?.until ?? 0) > now) return true;
  const device = deviceOf(person);
  if (device === "") return false;
  for (const ban of lobby.banned.values()) if (ban.device === device && ban.until > now) return true;
  return false;
};

const isFull = (lobby: Lobby): boolean => lobby.members.size >= lobby.settings.maxPlayers;

export const join = (games: Games, lobby: Lobby, person: Person, fresh: Fresh, now: number): Verdict => {
  const refusal = refusalFor(lobby, person, now);
  if (refusal !== undefined) return refuse(refusal);
  const draft = new Draft(games, lobby);
  const member = lobby.members.get(person.id);
  if (member === undefined) takeSeat(draft, person, fresh, now);
  else if (!isConnected(member)) draft.add({ type: "returned", player: person.id, at: now });
  if (!seenBy(lobby).has(person.id)) {
    const { name = person.name } = draft.lobby.members.get(person.id) ?? {};
    draft.tell({ type: "enter", player: person.id, name, bot: person.kind === "bot" }, now);
  }
  draft.beginIfDue(now);
  return draft.accepted();
};

const takeSeat = (draft: Draft, person: Person, fresh: Fresh, now: number): void => {
  const { lobby } = draft;
  const lastBot = botsIn(lobby).at(-1);
  if (isFull(lobby) && lastBot !== undefined) giveUp(draft, lastBot.id, "gave_seat", now);
  draft.add({
    type: "joined",
    player: person.id,
    name: unusedName(lobby, person.name),
    kind: person.kind,
    avatar: fresh.seed.slice(0, 8),
    ...(person.bot === undefined ? {} : { bot: person.bot }),
    ...(deviceOf(person) === "" ? {} : { device: deviceOf(person) }),
    ...(person.staff === true ? { staff: true } : {}),
    at: now,
  });
  lockOnWave(draft, now);
  if (draft.lobby.ownerId === "" && person.kind === "human") draft.add({ type: "owner_changed", player: person.id });
};

/** Many new people at once lock the door behind them for a while (rule S9). */
const lockOnWave = (draft: Draft, now: number): void => {
  const { settings, arrivals, waveUntil } = draft.lobby;
  const [first] = arrivals;
  if (settings.joinWave === 0 || waveUntil !== undefined || first === undefined) return;
  if (arrivals.length < settings.joinWave || now - first > times.wave) return;
  draft.add({ type: "wave_locked", until: now + times.waveLock });
};

/** The name, with a number behind it when somebody here already has it. */
const unusedName = (lobby: Lobby, name: string): string => {
  const taken = new Set([...lobby.members.values()].map((member) => member.name.toLowerCase()));
  let unused = name;
  for (let n = 2; taken.has(unused.toLowerCase()); n++) unused = `${name} ${n}`;
  return unused;
};

/** Empties a seat for good. */
export const giveUp = (draft: Draft, player: PlayerId, reason: LeaveReason, now: number): void => {
  draft.tell({ type: "depart", player, gone: true }, now);
  draft.add({ type: "left", player, reason, at: now });
};

/** A connection was lost: a person's seat is kept, a bot's is not. */
export const drop = (games: Games, lobby: Lobby, player: PlayerId, now: number): Verdict => {
  const draft = new Draft(games, lobby);
  const member = lobby.members.get(player);
  if (member === undefined || !isConnected(member)) return draft.accepted();
  if (member.kind === "bot") giveUp(draft, player, "left", now);
  else {
    draft.add({ type: "dropped", player, at: now });
    draft.tell({ type: "depart", player, gone: false }, now);
  }
  return draft.accepted();
};

export const leave = (games: Games, lobby: Lobby, player: PlayerId, now: number): Verdict => {
  const draft = new Draft(games, lobby);
  if (lobby.members.has(player)) giveUp(draft, player, "left", now);
  return draft.accepted();
};

/** Who gets the lobby when its owner has been away too long: the person here longest. */
export const heir = (lobby: Lobby): Member | undefined =>
  people(lobby)
    .filter((member) => isConnected(member) && member.id !== lobby.ownerId)
    .reduce<Member | undefined>(
      (first, member) => (first && first.joinedAt <= member.joinedAt ? first : member),
      undefined,
    );

/** What has run out by now, of seats, mutes and ownership. */
export const expire = (draft: Draft, now: number): void => {
  if ((draft.lobby.waveUntil ?? now + 1) <= now) draft.add({ type: "wave_over" });
  for (const [player, until] of draft.lobby.muted) if (until <= now) draft.add({ type: "unmuted", player });
  for (const member of draft.lobby.members.values()) {
    if (member.awaySince !== undefined && member.awaySince + times.seat <= now)
      giveUp(draft, member.id, "timed_out", now);
  }
  const { ownerAwaySince } = draft.lobby;
  const next = heir(draft.lobby);
  if (ownerAwaySince !== undefined && ownerAwaySince + times.owner <= now && next !== undefined) {
    draft.add({ type: "owner_changed", player: next.id });
  }
};
