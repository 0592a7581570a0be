import { onceFor } from "../src/core/once.ts";
import type { Lobby } from "../src/lobby/state.ts";

/** What the directory shows of a lobby. */
export type LobbyMetadata = {
  readonly code: string;
  readonly title: string;
  readonly topic: string;
  readonly mode: string;
  readonly status: string;
  readonly players: number;
  readonly bots: number;
  readonly maxPlayers: number;
  readonly locked: boolean;
  /** Which life of the lobby this is: a newer one is never overwritten. */
  readonly epoch?: number;
};

const botsAmong = onceFor((members: Lobby["members"]) => {
  let bots = 0;
  for (const { kind } of members.values()) if (kind === "bot") bots++;
  return bots;
});

/** Whether both would be listed alike, as far as can be seen without looking closely. */
export const isListedAlike = (one: Lobby, other: Lobby): boolean =>
  one.members === other.members && one.settings === other.settings && one.stage.status === other.stage.status;

export const listingOf = ({ code, settings, stage, members }: Lobby): LobbyMetadata => {
  const bots = botsAmong(members);
  return {
    code,
    title: settings.title,
    topic: settings.topic,
    mode: settings.mode,
    status: stage.status,
    players: members.size - bots,
    bots,
    maxPlayers: settings.maxPlayers,
    locked: settings.locked,
  };
};
