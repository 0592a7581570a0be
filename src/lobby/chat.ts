import { refuse } from "../core/decider.ts";
import type { Fresh } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { isTooFast } from "./flood.ts";
import { type ChatLine, limits, type Lobby, type Person } from "./state.ts";

export const chat = (
  games: Games,
  lobby: Lobby,
  { person, text, fresh }: { readonly person: Person; readonly text: string; readonly fresh: Fresh },
  now: number,
): Verdict => {
  if ((lobby.muted.get(person.id) ?? 0) > now) return refuse("muted");
  const slowMode = person.id === lobby.ownerId ? 0 : lobby.settings.slowMode;
  if (isTooFast(lobby.talkers.get(person.id), text.length, now, slowMode)) return refuse("too_fast");
  const name = lobby.members.get(person.id)?.name ?? person.name;
  return new Draft(games, lobby)
    .add({ type: "chatted", id: fresh.id, player: person.id, name, kind: person.kind, text, at: now })
    .accepted({ id: fresh.id });
};

/** Up to 50 lines, oldest first: the newest, or those before the line `before`. */
export const history = (lobby: Lobby, before?: string): readonly ChatLine[] => {
  const found = before === undefined ? -1 : lobby.chat.findIndex(({ id }) => id === before);
  const end = found < 0 ? lobby.chat.length : found;
  return lobby.chat.slice(Math.max(0, end - limits.historyPage), end);
};
