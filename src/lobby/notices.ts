import type { AnyGame } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { gameShown, isCrowd, nearTo } from "./crowd.ts";
import type { LobbyEvent } from "./events.ts";
import type { Games } from "./evolve.ts";
import { type Lobby, playOf } from "./state.ts";

/** Something that happened, for those who were there; what *is* goes through the view. */
export type LobbyNotice = {
  readonly to: "all" | PlayerId;
  readonly type: string;
  readonly payload: unknown;
};

const toAll = (type: string, payload: unknown): readonly LobbyNotice[] => [{ to: "all", type, payload }];

/** `data` is what a page needs to say it in another language. */
const say = (code: string, text: string, data?: object): readonly LobbyNotice[] =>
  toAll("notice", data === undefined ? { code, text } : { code, text, data });

/** What is told when `event` has become durable; `lobby` is the state right after it. */
export const notices = (games: Games, lobby: Lobby, event: LobbyEvent): readonly LobbyNotice[] => {
  switch (event.type) {
    case "chatted": {
      const { type: _, ...line } = event;
      return toAll("chat", line);
    }
    case "offered": {
      const { id, player, mode, topic, closesAt } = event;
      return toAll("offer", { id, player, mode, topic, closesAt });
    }
    case "offer_closed":
      return event.outcome === "withdrawn" ? say("offer_withdrawn", "The offer to play was not taken up.") : [];
    case "built":
    case "added":
      return event.note === "" ? [] : say("questions", event.note);
    case "build_failed":
      return say("build_failed", `There will be no game: ${event.reason.replaceAll("_", " ")}.`, {
        reason: event.reason,
      });
    case "previewed": {
      const name = nameOf(lobby, event.player);
      return say("previewed", `${name} has looked at the questions, and does not play them.`, { name });
    }
    case "owner_changed": {
      const name = nameOf(lobby, event.player);
      return say("owner_changed", `${name} runs this lobby now.`, { name });
    }
    case "line_removed":
      return toAll("chat_removed", { id: event.id, reason: event.reason });
    case "struck":
      return [{ to: event.player, type: "strike", payload: strikeNotice(event) }];
    case "held": {
      const { line } = event;
      const waits = { code: "held", text: "Somebody looks at your line before it is shown." };
      const { id, player, name, text, at } = line;
      const asked: LobbyNotice[] =
        lobby.ownerId === "" ? [] : [{ to: lobby.ownerId, type: "held", payload: { id, player, name, text, at } }];
      return [{ to: line.player, type: "notice", payload: waits }, ...asked];
    }
    case "held_decided": {
      if (event.allow || event.player === undefined) return [];
      const payload = { code: "held_refused", text: "Your line was not let through.", data: { id: event.id } };
      return [{ to: event.player, type: "notice", payload }];
    }
    case "wave_locked":
      return lobby.ownerId === ""
        ? []
        : [
            {
              to: lobby.ownerId,
              type: "notice",
              payload: { code: "wave_locked", text: "Many people came at once: nobody new is let in for 5 minutes." },
            },
          ];
    case "unmuted":
      return [{ to: event.player, type: "notice", payload: { code: "unmuted", text: "You can write again." } }];
    case "muted": {
      // Who is muted by the rules has just been told of the strike.
      if (event.by === undefined) return [];
      const payload = { code: "muted", text: "You have been muted by the host of this lobby.", until: event.until };
      return [{ to: event.player, type: "notice", payload }];
    }
    case "in_game": {
      const play = playOf(lobby);
      if (play === undefined) return [];
      const told = (games.get(play.mode) as AnyGame).notices(event.event, play.state);
      if (told.length === 0) return [];
      const crowd = isCrowd(lobby) ? gameShown(games, lobby) : undefined;
      return told.map(({ player, type, payload }) => {
        if (crowd === undefined || type !== "result" || player === "all") return { to: player, type, payload };
        return { to: player, type, payload: { ...(payload as object), near: nearTo(lobby, crowd, player) } };
      });
    }
    default:
      return [];
  }
};

type Struck = Extract<LobbyEvent, { readonly type: "struck" }>;

const strikeNotice = ({ strike, count, limit, reason, sanction, until, expiresAt }: Struck) => ({
  id: strike,
  count,
  limit,
  reason,
  sanction,
  ...(until === null ? {} : { until }),
  expiresAt,
});

const nameOf = (lobby: Lobby, player: PlayerId): string => lobby.members.get(player)?.name ?? "Somebody";

/** What those are told who come back to a lobby that was woken. */
export const wokenNotice = {
  code: "woken",
  text: "The lobby was interrupted and goes on. An open question has got its time back.",
} as const;

/** How soon a change must be seen: `never` shows nothing, `soon` may be gathered for a tenth of a second. */
export type Urgency = "never" | "soon" | "now";

/** What changes nothing of the state that everybody sees. */
const unseen: ReadonlySet<LobbyEvent["type"]> = new Set([
  "created",
  "chatted",
  "flagged",
  "reported",
  "question_dropped",
  "question_edited",
  "line_removed",
  "held",
  "held_decided",
  "banned",
  "unbanned",
  "struck",
  "strikes_cleared",
  "chat_expired",
]);

export const urgencyOf = (games: Games, lobby: Lobby, event: LobbyEvent): Urgency => {
  if (unseen.has(event.type)) return "never";
  if (event.type === "pictured" || event.type === "joined" || event.type === "returned" || event.type === "dropped")
    return "soon";
  if (event.type !== "in_game") return "now";
  const play = playOf(lobby);
  return play !== undefined && (games.get(play.mode) as AnyGame).mayGather(event.event) ? "soon" : "now";
};
