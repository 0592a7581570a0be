import { refuse } from "../core/decider.ts";
import type { Question } from "../core/game.ts";
import type { GameId } from "../core/ids.ts";
import type { Fresh, Hand, LobbyCommand, LobbyReason, Wish } from "./commands.ts";
import { Draft, settle, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { isPaused, type Lobby, type Order, times } from "./state.ts";

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
  if (!draft.knows(wish.mode ?? lobby.settings.mode)) return refuse("not_available");
  if (stage.status === "ready" && fits(stage.order, wish)) {
    draft.begin(stage.order, stage.questions, now);
    return draft.accepted({ game: stage.order.game });
  }
  order(draft, wish, fresh, true, now);
  return draft.accepted({ game: fresh.id });
};

/** Whether what has been made is what is wished for. */
const fits = (made: Order, wish: Wish): boolean =>
  (["mode", "topic", "source", "count", "seconds"] as const).every(
    (name) => wish[name] === undefined || wish[name] === made[name],
  );

/** Has questions made. */
export const order = (draft: Draft, wish: Wish, fresh: Fresh, thenStart: boolean, now: number): void => {
  const { settings, offer } = draft.lobby;
  if (offer !== undefined) draft.add({ type: "offer_closed", id: offer.id, outcome: "withdrawn" });
  draft.add({
    type: "ordered",
    order: {
      game: fresh.id as GameId,
      mode: wish.mode ?? settings.mode,
      topic: wish.topic ?? settings.topic,
      source: wish.source ?? settings.source,
      count: wish.count ?? settings.count,
      seconds: wish.seconds ?? settings.seconds,
      seed: fresh.seed,
      thenStart,
    },
    at: now,
    endsAt: now + times.building,
  });
};

/** Word from the making of questions; word of an order that no longer stands changes nothing. */
export const build = (
  games: Games,
  lobby: Lobby,
  command: Extract<LobbyCommand, { readonly type: "progress" | "built" | "build_failed" }>,
  now: number,
): Verdict => {
  const draft = new Draft(games, lobby);
  if (lobby.stage.status !== "building" || lobby.stage.order.game !== command.game) return draft.accepted();
  switch (command.type) {
    case "progress":
      return draft.add({ type: "progressed", game: command.game, progress: command.progress }).accepted();
    case "built":
      return built(draft, command.game, command.questions, command.note, now);
    case "build_failed":
      return draft.add({ type: "build_failed", game: command.game, reason: command.reason }).accepted();
  }
};

const built = (draft: Draft, game: GameId, questions: readonly Question[], note: string, now: number): Verdict => {
  if (questions.length === 0) return draft.add({ type: "build_failed", game, reason: "no_questions" }).accepted();
  draft.add({ type: "built", game, questions, note });
  draft.beginIfDue(now);
  return draft.accepted();
};

/** What a player sends to the game. */
export const play = (
  games: Games,
  lobby: Lobby,
  { player, message }: Extract<LobbyCommand, { readonly type: "play" }>,
  now: number,
): Verdict => {
  if (!lobby.members.has(player)) return refuse("not_a_player");
  if (lobby.stage.status === "in-progress" && isPaused(lobby.stage.play)) return refuse("wrong_phase");
  const draft = new Draft(games, lobby);
  const reason = draft.tell({ type: "play", player, message }, now);
  return settle(draft, reason, { question: message.question, choice: message.choice, at: now });
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
  if (action === "stop" && lobby.stage.status === "building") {
    const { game } = lobby.stage.order;
    return draft.add({ type: "build_failed", game, reason: "cancelled" }).accepted();
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
