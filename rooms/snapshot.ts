import { fromPlain, toPlain } from "../src/journal/plain.ts";
import type { Lobby } from "../src/lobby/state.ts";

/** Raised with every change of what a lobby's state, or a game's, looks like. Events are brought up to date instead. */
const shape = 8;

type Snapshot = { readonly shape: number; readonly lobby: unknown };

export const snapshotOf = (lobby: Lobby): Snapshot => ({ shape, lobby: toPlain(lobby) });

/** The lobby in a snapshot; undefined when it was kept by a version whose states looked otherwise. */
export const lobbyIn = (snapshot: unknown): Lobby | undefined => {
  const { shape: its, lobby } = (snapshot ?? {}) as Partial<Snapshot>;
  return its === shape ? (fromPlain(lobby) as Lobby) : undefined;
};
