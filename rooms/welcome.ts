import type { Client } from "@colyseus/core";
import { history } from "../src/lobby/chat.ts";
import type { PlayerId } from "../src/core/ids.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { type Lobby, playOf } from "../src/lobby/state.ts";
import { standingOf } from "../src/lobby/view.ts";
import type { Notices } from "../src/protocol/notices.ts";
import { deliverNotes } from "./note-delivery.ts";
import { ownViewOf } from "./own-views.ts";
import type { Services } from "./services.ts";
import type { Visitor } from "./visitor.ts";

/** Tells somebody who has come, or come back, who they are here, what was said, and what waits for them alone. */
export const welcome = (
  services: Services,
  games: Games,
  lobby: Lobby,
  client: Client,
  { identity, as }: Visitor,
): void => {
  const play = playOf(lobby);
  const own =
    as === "player" && play !== undefined ? games.get(play.mode)?.viewFor(play.state, identity.id) : undefined;
  client.send("you", {
    player: as === "player" ? identity.id : "",
    role: as,
    serverTime: services.now(),
    history: history(lobby),
    answer: own?.answer ?? null,
    result: (own?.result ?? null) as Notices["result"] | null,
    standing: as === "player" ? standingIn(games, lobby, identity.id) : null,
    mine: (as === "player" ? ownViewOf(games, lobby, identity.id) : undefined) ?? null,
  } satisfies Notices["you"]);
  const recall = play === undefined ? undefined : games.get(play.mode)?.recall;
  const told = play === undefined ? [] : (recall?.(play.state, as === "player" ? identity.id : undefined) ?? []);
  for (const { type, payload } of told) client.send(type, payload);
  if (identity.id === lobby.ownerId && as === "player") {
    for (const { id, player, name, text, at } of lobby.held.values()) {
      client.send("held", { id, player, name, text, at } satisfies Notices["held"]);
    }
  }
  if (as === "player" && identity.kind === "human") void deliverNotes(services, client, identity.id);
};

const standingIn = (games: Games, lobby: Lobby, player: PlayerId): Notices["you"]["standing"] => {
  const standing = standingOf(games, lobby, player);
  if (standing === undefined) return null;
  const { score, streak, rank } = standing;
  return { score, streak, rank };
};
