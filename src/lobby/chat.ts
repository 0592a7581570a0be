import { refuse } from "../core/decider.ts";
import type { LobbyCommand, LobbyReason } from "./commands.ts";
import { gameShown } from "./crowd.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { isRepeated, isTooFast } from "./flood.ts";
import { calmed, flowFault } from "./flow.ts";
import { isSameBurst, strike, weightOf, wornOff } from "./ladder.ts";
import { type ChatLine, isTrusted, limits, type Lobby, type Person } from "./state.ts";

type Chat = Extract<LobbyCommand, { readonly type: "chat" }>;

/** In trouble everybody writes slowly. */
const emergencySlowMode = 30;

/** Whether nobody may chat or react just now, because the game in progress keeps who is who to itself (rule D7). */
export const isHushed = (games: Games, lobby: Lobby): boolean =>
  lobby.stage.status === "in-progress" && gameShown(games, lobby)?.hushed === true;

/** The answer to something that was refused, though it has changed something. */
export type TurnedDown = { readonly refused: LobbyReason };

export const chat = (games: Games, lobby: Lobby, command: Chat, now: number): Verdict => {
  const { person, judged, rules, fresh } = command;
  const refusal = refusalOf(lobby, command, isHushed(games, lobby), now);
  if (refusal !== undefined) return refuse(refusal);
  const name = lobby.members.get(person.id)?.name ?? person.name;
  const draft = new Draft(games, lobby);
  if (judged.action === "block") {
    const counts = weightOf(judged.tier, person.kind) > 0 && person.staff !== true;
    if (!counts || isSameBurst(lobby, person.id, now)) return refuse("blocked");
    const { text, past } = command;
    const { category: reason, rule, tier } = judged;
    strike(draft, { person, name, text, reason, rule, tier, by: "", past, rules, fresh }, now);
    return draft.accepted({ refused: "blocked" } satisfies TurnedDown);
  }
  // A breach counts for who is muted, too; anything else of theirs is simply not heard.
  if ((lobby.muted.get(person.id) ?? 0) > now) return refuse("muted");
  const text = lobby.settings.level === "off" ? judged.shown : calmed(judged.shown);
  const line: ChatLine = { id: fresh.id, player: person.id, name, kind: person.kind, text, at: now };
  if (isHeld(lobby, person, now)) return draft.add({ type: "held", line }).accepted({ id: fresh.id, held: true });
  draft.add({ type: "chatted", ...line });
  if (judged.flag !== undefined) {
    draft.add({ type: "flagged", message: line.id, ...judged.flag, category: judged.category, at: now });
  }
  const worn = wornOff(draft.lobby, person.id, rules, now);
  if (worn !== undefined) draft.add(worn);
  return draft.accepted({ id: fresh.id });
};

const refusalOf = (
  lobby: Lobby,
  { person, text, rules }: Chat,
  hushed: boolean,
  now: number,
): LobbyReason | undefined => {
  if (hushed) return "hushed";
  const { settings } = lobby;
  const talker = lobby.talkers.get(person.id);
  const trusted = isTrusted(lobby, person);
  if (settings.emergency && !trusted && person.kind === "human" && person.registered !== true) return "registered_only";
  const slowMode = trusted ? 0 : Math.max(settings.slowMode, settings.emergency ? emergencySlowMode : 0);
  if (isTooFast(talker, text.length, now, slowMode)) return "too_fast";
  if (isRepeated(talker, text, now)) return "repeated";
  return flowFault(lobby, person, text, rules.hosts);
};

/** Whether a newcomer's line waits until somebody has looked at it (rule T12). */
const isHeld = (lobby: Lobby, person: Person, now: number): boolean => {
  const { holdLines, holdMinutes } = lobby.settings;
  if ((holdLines === 0 && holdMinutes === 0) || person.kind === "bot" || isTrusted(lobby, person)) return false;
  const joinedAt = lobby.members.get(person.id)?.joinedAt ?? now;
  return (lobby.talkers.get(person.id)?.lines ?? 0) < holdLines || now - joinedAt < holdMinutes * 60_000;
};

/** Up to 50 lines, oldest first: the newest, or those before the line `before`; none before one that is not kept. */
export const history = (lobby: Lobby, before?: string): readonly ChatLine[] => {
  const found = lobby.chat.findIndex(({ id }) => id === before);
  const end = before === undefined ? lobby.chat.length : Math.max(0, found);
  return lobby.chat.slice(Math.max(0, end - limits.historyPage), end);
};
