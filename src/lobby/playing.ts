import { refuse } from "../core/decider.ts";
import type { AnyGame } from "../core/game.ts";
import type { Options } from "../core/options.ts";
import type { Fresh, Hand, LobbyCommand, LobbyReason, Wish } from "./commands.ts";
import { Draft, settle, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { endMaking, optionsOf, order } from "./making.ts";
import { isPaused, type Lobby, makingOf, type Order, seenBy } from "./state.ts";

/** Whether this hand is the owner's, or of the server's staff. */
export const maySteer = (lobby: Lobby, hand: Hand): boolean => hand.staff || hand.player === lobby.ownerId;

/** Whether this hand may start a game without asking the others. */
export const mayStart = (lobby: Lobby, hand: Hand): boolean =>
  maySteer(lobby, hand) || (lobby.settings.startRule === "anyone" && lobby.members.has(hand.player));

export const start = (
  games: Games,
  lobby: Lobby,
  { hand, wish, fresh }: { readonly hand: Hand; readonly wish: Wish; readonly fresh: Fresh },
  now: number,
): Verdict => {
  if (!mayStart(lobby, hand)) return refuse(lobby.members.has(hand.player) ? "not_owner" : "not_a_player");
  const { stage } = lobby;
  if (stage.status === "in-progress") return refuse("wrong_phase");
  if (stage.status === "building") return refuse("building");
  const draft = new Draft(games, lobby);
  const mode = wish.mode ?? lobby.settings.mode;
  if (!draft.knows(mode)) return refuse("not_available");
  if (!draft.allows(mode, optionsOf(wish, lobby.settings))) return refuse("no_such_option");
  if (stage.status === "ready" && fits(stage.order, wish)) {
    draft.begin(stage.order, stage.questions, stage.making, now);
    return draft.accepted({ game: stage.order.game });
  }
  order(draft, wish, fresh, true, now);
  return draft.accepted({ game: fresh.id });
};

/** Whether what has been made is what is wished for. */
const fits = (made: Order, wish: Wish): boolean =>
  (["mode", "topic", "source", "pack", "count", "seconds"] as const).every(
    (name) => wish[name] === undefined || wish[name] === made[name],
  ) &&
  (wish.options === undefined || sameOptions(wish.options, made.options ?? {}));

const sameOptions = (one: Options, other: Options): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);

/** What a player sends to the game. */
export const play = (
  games: Games,
  lobby: Lobby,
  { player, message }: Extract<LobbyCommand, { readonly type: "play" }>,
  now: number,
): Verdict => {
  if (!lobby.members.has(player)) return refuse("not_a_player");
  if (lobby.stage.status === "in-progress" && isPaused(lobby.stage.play)) return refuse("wrong_phase");
  if (seenBy(lobby).has(player) && lobby.stage.status === "in-progress") return refuse("has_seen");
  const draft = new Draft(games, lobby);
  const reason = draft.tell({ type: "play", player, message }, now);
  return settle(draft, reason, { question: message.question, choice: message.choice, at: now });
};

/** A question of the running game is struck out by the owner, or given its right key by the server's staff. */
export const correct = (
  games: Games,
  lobby: Lobby,
  { hand, question, right }: Extract<LobbyCommand, { readonly type: "correct" }>,
  now: number,
): Verdict => {
  if (right === null ? !maySteer(lobby, hand) : !hand.staff) return refuse("not_owner");
  const { stage } = lobby;
  if (stage.status !== "in-progress") return refuse("no_game");
  const { asked } = games.get(stage.play.mode) as AnyGame;
  const choices = asked(stage.play.state).find(({ id }) => id === question)?.choices ?? [];
  const key = right === null ? null : choices.indexOf(right);
  const draft = new Draft(games, lobby);
  return settle(draft, draft.tell({ type: "correct", question, key }, now), { question });
};

/** Pause, resume, skip and stop. */
export const steer = (
  games: Games,
  lobby: Lobby,
  action: "pause" | "resume" | "skip" | "stop",
  hand: Hand,
  now: number,
): Verdict => {
  if (!maySteer(lobby, hand)) return refuse("not_owner");
  const draft = new Draft(games, lobby);
  if (action === "stop" && lobby.stage.status !== "in-progress" && makingOf(lobby) !== undefined) {
    endMaking(draft, "cancelled", now);
    return draft.accepted();
  }
  if (lobby.stage.status !== "in-progress") return refuse("no_game");
  return settle(draft, steered(draft, action, isPaused(lobby.stage.play), now));
};

const steered = (
  draft: Draft,
  action: "pause" | "resume" | "skip" | "stop",
  paused: boolean,
  now: number,
): LobbyReason | undefined => {
  if (action === "stop") return draft.tell({ type: "stop" }, now);
  if (paused !== (action === "resume")) return "wrong_phase";
  if (action === "skip") return draft.tell({ type: "skip" }, now);
  draft.add({ type: action === "pause" ? "paused" : "resumed", at: now });
  return undefined;
};
