import { refuse } from "../core/decider.ts";
import type { GameId, PlayerId } from "../core/ids.ts";
import { sha256 } from "../core/sha256.ts";
import type { Fresh, LobbyCommand } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { order } from "./making.ts";
import { maySteer } from "./playing.ts";
import { botsIn, type Evening, isConnected, type Lobby } from "./state.ts";

type Of<Type extends LobbyCommand["type"]> = Extract<LobbyCommand, { readonly type: Type }>;

/** The bot that leads the evening: the one that has been here longest; "" when no bot is to. */
export const leaderOf = (lobby: Lobby): PlayerId | "" =>
  lobby.evening?.led === true ? (botsIn(lobby).find(isConnected)?.id ?? "") : "";

/** Begins a list of games with one scoreboard (rules V1, V5). */
export const beginEvening = (games: Games, lobby: Lobby, command: Of<"begin_evening">, now: number): Verdict => {
  const { hand, items, gapMs, led, fresh } = command;
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const { status } = lobby.stage;
  if (status === "in-progress") return refuse("wrong_phase");
  if (status === "building") return refuse("building");
  const draft = new Draft(games, lobby);
  for (const { mode = lobby.settings.mode, options = {} } of items) {
    if (!draft.knows(mode)) return refuse("not_available");
    if (!draft.allows(mode, options)) return refuse("no_such_option");
  }
  const { id, seed, nonce } = fresh;
  const salted = nonce === undefined ? {} : { nonce };
  draft.add({ type: "evening_begun", id, seed, ...salted, items, gapMs, led, at: now });
  playNext(draft, now);
  return draft.accepted({ evening: fresh.id });
};

/** Goes on to the next game without waiting (rule V4). */
export const nextInEvening = (
  games: Games,
  lobby: Lobby,
  { hand }: Of<"next_in_evening" | "end_evening">,
  now: number,
): Verdict => {
  if (!maySteer(lobby, hand) && hand.player !== leaderOf(lobby)) return refuse("not_owner");
  if (lobby.evening?.nextAt === undefined || isBusy(lobby)) return refuse("wrong_phase");
  const draft = new Draft(games, lobby);
  playNext(draft, now);
  return draft.accepted();
};

/** No more games of this evening; the one that is played is played to its end. */
export const endEvening = (
  games: Games,
  lobby: Lobby,
  { hand }: Of<"next_in_evening" | "end_evening">,
  now: number,
): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  if (lobby.evening === undefined || lobby.evening.over) return refuse("wrong_phase");
  return new Draft(games, lobby).add({ type: "evening_ended", at: now }).accepted();
};

const isBusy = ({ stage }: Lobby): boolean => stage.status === "building" || stage.status === "in-progress";

/** When the next game of the evening is due; undefined while none is. */
export const eveningDue = (lobby: Lobby): number | undefined => (isBusy(lobby) ? undefined : lobby.evening?.nextAt);

/** Begins the next game when its time has come (rule V3). */
export const tickEvening = (draft: Draft, now: number): void => {
  const due = eveningDue(draft.lobby);
  if (due !== undefined && due <= now) playNext(draft, now);
};

const playNext = (draft: Draft, now: number): void => {
  const { evening } = draft.lobby;
  const at = (evening?.at ?? -1) + 1;
  const item = evening?.items[at];
  if (evening === undefined || item === undefined) return;
  const game = `${evening.id}-${at + 1}` as GameId;
  draft.add({ type: "evening_went_on", index: at, game });
  order(draft, item, { id: game, ...chanceOf(evening, at) }, true, now);
};

/** A game's seed is opened when it is over, and must tell nothing of those that follow. */
const chanceOf = ({ seed, nonce }: Evening, at: number): Pick<Fresh, "seed" | "nonce"> =>
  nonce === undefined
    ? { seed: `${seed}/${at}` }
    : { seed: sha256(`${seed}/${nonce}/${at}`), nonce: sha256(`${nonce}/${at}`) };
