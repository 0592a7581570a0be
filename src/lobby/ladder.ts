import type { PlayerId } from "../core/ids.ts";
import type { Fresh } from "./commands.ts";
import type { Draft } from "./draft.ts";
import type { LobbyEvent } from "./events.ts";
import { giveUp } from "./seats.ts";
import { botsIn, deviceOf, forever, type Lobby, type Person, type StrikeMark, times } from "./state.ts";

/** What was found in a text, as far as the lobby needs to know. */
export type Judged = {
  readonly action: "allow" | "mask" | "block";
  readonly tier: number;
  readonly category: string;
  readonly rule: string;
  readonly score: number;
  /** The text as it may be shown. */
  readonly shown: string;
  /** Set when somebody should look at it, though nothing follows by itself. */
  readonly flag: { readonly rule: string; readonly score: number } | undefined;
};

/** What the server's settings say of breaches. Lengths are in ms. */
export type ConductRules = {
  /** Strikes of this weight together are a ban. */
  readonly limit: number;
  readonly strikeMs: number;
  /** So many lines without a fault clear the oldest strike. */
  readonly cleanLines: number;
  readonly muteMs: number;
  readonly banMs: number;
  /** For the second ban within 30 days; the third has no end. */
  readonly secondBanMs: number;
  /** Hosts that links may lead to where only listed ones are allowed. */
  readonly hosts: readonly string[];
};

/** What counts against somebody from anywhere on the server. */
export type PastConduct = {
  readonly strikes: readonly StrikeMark[];
  /** When the rules banned them within the last 30 days. */
  readonly bans: readonly number[];
};

export const nothingPast: PastConduct = { strikes: [], bans: [] };

/** What somebody did, and what the rules make of it. */
export type Breach = {
  readonly person: Person;
  readonly name: string;
  readonly text: string;
  readonly reason: string;
  readonly rule: string;
  readonly tier: number;
  readonly by: PlayerId | "";
  readonly past: PastConduct;
  readonly rules: ConductRules;
  readonly fresh: Fresh;
};

/** How much a breach counts: what is merely coarse is not let through and does not count, but for bots, who know better. */
export const weightOf = (tier: number, kind: Person["kind"]): number =>
  tier >= 3 ? 2 : tier === 2 || kind === "bot" ? 1 : 0;

/** Whether this breach belongs to one that has just been counted (rule C4 of RULES.md). */
export const isSameBurst = (lobby: Lobby, player: PlayerId, now: number): boolean =>
  (lobby.strikes.get(player) ?? []).some(({ at }) => now - at < times.burst);

/** Counts a strike, and does what follows from it (rules C3 to C6). */
export const strike = (draft: Draft, breach: Breach, now: number): void => {
  const { person, name, text, reason, rule, tier, by, past, rules, fresh } = breach;
  const weight = Math.max(1, weightOf(tier, person.kind));
  const counting = countingStrikes(draft.lobby.strikes.get(person.id) ?? [], past.strikes, now);
  const count = counting.reduce((sum, one) => sum + one.weight, weight);
  const { kind, until } = consequence(count, tier, past.bans.length, rules, now);
  draft.add({
    type: "struck",
    strike: fresh.id,
    player: person.id,
    name,
    kind: person.kind,
    device: deviceOf(person),
    reason,
    rule,
    tier,
    weight,
    text,
    count: Math.min(count, rules.limit),
    limit: rules.limit,
    sanction: kind,
    until: until === forever ? null : until,
    by,
    expiresAt: now + rules.strikeMs,
    at: now,
  });
  if (kind === "mute" && until !== null) draft.add({ type: "muted", player: person.id, until });
  if (kind === "ban") putOut(draft, person, { name, reason, until: until ?? forever }, now);
};

/** Each strike once, whether it is known from here or from the store. */
const countingStrikes = (
  here: readonly StrikeMark[],
  elsewhere: readonly StrikeMark[],
  now: number,
): readonly StrikeMark[] =>
  [...new Map([...elsewhere, ...here].map((one) => [one.id, one])).values()].filter(({ expiresAt }) => expiresAt > now);

type Consequence = { readonly kind: "warning" | "mute" | "ban"; readonly until: number | null };

const consequence = (
  count: number,
  tier: number,
  bans: number,
  { limit, muteMs, banMs, secondBanMs }: ConductRules,
  now: number,
): Consequence => {
  if (count >= limit) {
    const ms = [banMs, secondBanMs][bans];
    return { kind: "ban", until: ms === undefined ? forever : now + ms };
  }
  if (tier >= 3) return { kind: "mute", until: now + 2 * muteMs };
  return count === limit - 1 ? { kind: "mute", until: now + muteMs } : { kind: "warning", until: null };
};

/** A bot that is put out is no longer wished for; a person is banned. */
const putOut = (
  draft: Draft,
  person: Person,
  { name, reason, until }: { readonly name: string; readonly reason: string; readonly until: number },
  now: number,
): void => {
  const { id } = person;
  if (person.kind === "bot") {
    const nth = botsIn(draft.lobby).findIndex((bot) => bot.id === id);
    if (nth >= 0) {
      const { bots } = draft.lobby;
      draft.add({ type: "bots_changed", bots: bots.toSpliced(Math.min(nth, bots.length - 1), 1) });
    }
  } else {
    const ban = { player: id, until, by: "" as const, reason, name, device: deviceOf(person), at: now };
    draft.add({ type: "banned", ...ban, scope: "lobby" });
  }
  if (draft.lobby.members.has(id)) giveUp(draft, id, "kicked", now);
};

/** What wears off by a line without a fault: the oldest strike, after so many. */
export const wornOff = (lobby: Lobby, player: PlayerId, rules: ConductRules, now: number): LobbyEvent | undefined => {
  const [oldest] = lobby.strikes.get(player) ?? [];
  if (oldest === undefined || (lobby.talkers.get(player)?.clean ?? 0) < rules.cleanLines) return undefined;
  return { type: "strikes_cleared", player, strikes: [oldest.id], at: now };
};
