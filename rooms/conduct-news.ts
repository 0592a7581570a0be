import type { Step } from "../src/core/actor.ts";
import type { ConductNews } from "../src/conduct/conduct.ts";
import type { NewReview } from "../src/conduct/reviews.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import { forever, type ChatLine, type Lobby } from "../src/lobby/state.ts";

type Struck = Extract<LobbyEvent, { readonly type: "struck" }>;

const contextLines = 5;

/** What one event says about conduct, to be kept beyond its lobby; bots have none. */
export const conductIn = ({ event, state }: Step<Lobby, LobbyEvent>): ConductNews => {
  const { code: lobby, ownerId: owner } = state;
  switch (event.type) {
    case "struck": {
      if (event.kind === "bot") return noConduct;
      const { strike: id, player, name, reason, rule, tier, weight, text, at, expiresAt } = event;
      const { count: strikes, sanction: kind, device, by, until } = event;
      const put = { id, kind, scope: "lobby", player, name, device, lobby, owner, by, reason, strikes } as const;
      return {
        ...noConduct,
        strikes: [{ id, player, name, lobby, reason, rule, tier, weight, text, at, expiresAt }],
        // A warning is over as soon as it is given.
        sanctions: [{ ...put, strike: id, at, until: kind === "warning" ? at : until }],
      };
    }
    case "banned": {
      // What the rules do is told by the strike.
      const { player, name = "", device = "", by, reason, scope = "lobby", sanction: id, at = 0, until } = event;
      if (id === undefined || by === "") return noConduct;
      const put = { id, kind: "ban", scope, player, name, device, lobby, owner, by, reason, strikes: 0 } as const;
      return { ...noConduct, sanctions: [{ ...put, strike: "", at, until: until >= forever ? null : until }] };
    }
    case "muted": {
      const { player, sanction: id, by, reason = "", at = 0, until } = event;
      if (id === undefined || by === undefined) return noConduct;
      const name = state.members.get(player)?.name ?? "";
      const put = { id, kind: "mute", scope: "lobby", player, name, device: "", lobby, owner, by, reason } as const;
      return { ...noConduct, sanctions: [{ ...put, strikes: 0, strike: "", at, until }] };
    }
    case "unbanned":
      return { ...noConduct, lifted: [{ player: event.player, lobby, owner, by: event.by, at: event.at }] };
    case "strikes_cleared":
      return { ...noConduct, cleared: event.strikes.map((strike) => ({ strike, at: event.at })) };
    default:
      return noConduct;
  }
};

/** Most events say nothing about it. */
export const noConduct: ConductNews = { strikes: [], sanctions: [], lifted: [], cleared: [] };

/** What a moderator should look at because of one event; `before` is the lobby without it. */
export const reviewIn = ({ event, state }: Step<Lobby, LobbyEvent>, before: Lobby): NewReview | undefined => {
  const { code: lobby } = state;
  switch (event.type) {
    case "struck":
      return event.tier >= 3 && event.kind === "human" ? blockedReview(event, state) : undefined;
    case "flagged": {
      const line = state.chat.find(({ id }) => id === event.message);
      if (line === undefined) return undefined;
      const { rule, category, score, at } = event;
      return {
        ...about(lobby, line),
        id: line.id,
        kind: "flag",
        rule,
        category,
        score,
        context: linesBefore(state, line),
        at,
      };
    }
    case "held": {
      const { line } = event;
      return {
        ...about(lobby, line),
        id: line.id,
        kind: "hold",
        rule: "newcomer",
        context: linesBefore(state, line),
        at: line.at,
      };
    }
    case "reported":
      return reportIn(event, before);
    default:
      return undefined;
  }
};

const about = (lobby: string, { id, player, name, text }: ChatLine) => ({
  lobby,
  player,
  name,
  message: id,
  text,
  rule: "",
  category: "",
  score: 0,
  sanction: "",
  strike: "",
});

const blockedReview = ({ strike: id, player, name, text, rule, reason, at }: Struck, state: Lobby): NewReview => ({
  ...about(state.code, { id, player, name, text, kind: "human", at }),
  id,
  kind: "block",
  rule,
  category: reason,
  score: 1,
  context: lastLines(state.chat),
  sanction: id,
  strike: id,
  at,
});

const reportIn = (event: Extract<LobbyEvent, { readonly type: "reported" }>, state: Lobby): NewReview | undefined => {
  const { review: id, player, reason, at } = event;
  if (id === undefined) return undefined;
  const report = { player, reason };
  if (event.message !== undefined) {
    const line = state.chat.find((one) => one.id === event.message);
    if (line === undefined) return undefined;
    return {
      ...about(state.code, line),
      id,
      kind: "report",
      rule: "report",
      context: linesBefore(state, line),
      at,
      report,
    };
  }
  if (event.about === undefined) return undefined;
  const name =
    state.members.get(event.about)?.name ?? state.chat.find((line) => line.player === event.about)?.name ?? "";
  const whom = { id: "", player: event.about, name, text: "", kind: "human", at } as const;
  return { ...about(state.code, whom), id, kind: "person", rule: "report", context: lastLines(state.chat), at, report };
};

const linesBefore = ({ chat }: Lobby, line: ChatLine) => {
  const found = chat.findIndex(({ id }) => id === line.id);
  return lastLines(found < 0 ? chat : chat.slice(0, found));
};

const lastLines = (chat: readonly ChatLine[]): NewReview["context"] =>
  chat.slice(-contextLines).map(({ id, player, name, text, at }) => ({ id, player, name, text, at }));
