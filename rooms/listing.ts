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

export const listingOf = ({ code, settings, stage, members }: Lobby): LobbyMetadata => {
  const bots = [...members.values()].filter(({ kind }) => kind === "bot").length;
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
