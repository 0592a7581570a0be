import type { Question } from "../core/game.ts";
import type { GameId } from "../core/ids.ts";
import type { Options } from "../core/options.ts";
import type { Fresh, LobbyCommand, Wish } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { nextSeal } from "./sealing.ts";
import { type Lobby, makingOf, times } from "./state.ts";

/** Has questions made. */
export const order = (draft: Draft, wish: Wish, fresh: Fresh, thenStart: boolean, now: number): void => {
  const { settings, offer } = draft.lobby;
  if (offer !== undefined) draft.add({ type: "offer_closed", id: offer.id, outcome: "withdrawn" });
  const mode = wish.mode ?? settings.mode;
  const options = optionsOf(wish, settings);
  draft.add({
    type: "ordered",
    order: {
      game: fresh.id as GameId,
      mode,
      ...(Object.keys(options).length === 0 ? {} : { options }),
      topic: wish.topic ?? settings.topic,
      ...sourceOf(wish, settings),
      count: wish.count ?? settings.count,
      seconds: wish.seconds ?? settings.seconds,
      seed: fresh.seed,
      ...(fresh.nonce === undefined ? {} : { nonce: fresh.nonce }),
      thenStart,
    },
    at: now,
    endsAt: now + times.building,
  });
  if (!draft.needsNoQuestions(mode)) return;
  draft.add({ type: "built", game: fresh.id as GameId, questions: [], note: "" });
  draft.beginIfDue(now);
};

/** Those of the settings are for the mode of the settings. */
export const optionsOf = ({ mode, options }: Wish, settings: Lobby["settings"]): Options =>
  options ?? (mode === undefined || mode === settings.mode ? settings.options : {});

/** A pack that is named is meant; another topic or source than the settings' leaves the settings' pack. */
export const sourceOf = (wish: Wish, settings: Lobby["settings"]): Pick<Lobby["settings"], "source" | "pack"> => {
  if (wish.pack !== undefined && wish.pack !== "") return { source: "pack", pack: wish.pack };
  const isElsewhere = settings.source === "pack" && (wish.topic !== undefined || settings.pack === "");
  const source = wish.source ?? (isElsewhere ? "auto" : settings.source);
  return { source, pack: source === "pack" ? settings.pack : "" };
};

type Word = Extract<LobbyCommand, { readonly type: "progress" | "built" | "added" | "build_failed" }>;

/** Word from the making of questions; word of an order that no longer stands changes nothing. */
export const build = (games: Games, lobby: Lobby, command: Word, now: number): Verdict => {
  const draft = new Draft(games, lobby);
  const making = makingOf(lobby);
  if (making === undefined || making.order.game !== command.game) return draft.accepted();
  const isFirst = lobby.stage.status === "building";
  switch (command.type) {
    case "progress":
      return draft.add({ type: "progressed", game: command.game, progress: command.progress }).accepted();
    case "built":
      return isFirst ? built(draft, command, now) : draft.accepted();
    case "added":
      if (!isFirst) add(draft, command.game, command.questions, command.note, command.last, now);
      return draft.accepted();
    case "build_failed":
      endMaking(draft, command.reason, now);
      return draft.accepted();
  }
};

const built = (
  draft: Draft,
  { game, questions, note, more }: Word & { readonly type: "built" },
  now: number,
): Verdict => {
  if (questions.length === 0) {
    fail(draft, game, "no_questions", now);
    return draft.accepted();
  }
  draft.add({ type: "built", game, questions, note, ...(more === true ? { more } : {}) });
  draft.beginIfDue(now);
  return draft.accepted();
};

const add = (
  draft: Draft,
  game: GameId,
  questions: readonly Question[],
  note: string,
  last: boolean,
  now: number,
): void => {
  draft.add({ type: "added", game, questions, note, last, ...nextSeal(draft.lobby, questions) });
  draft.tell({ type: "extend", questions, last }, now);
};

/** A game of an evening that can't be made is passed over (rule V6). */
const fail = (draft: Draft, game: GameId, reason: string, now: number): void => {
  draft.add({ type: "build_failed", game, reason });
  draft.scoreEvening(game, [], now);
};

/** Nothing more is made: what is there has to do, and when there is nothing, the making has failed. */
export const endMaking = (draft: Draft, reason: string, now: number): void => {
  const making = makingOf(draft.lobby);
  if (making === undefined) return;
  const { game } = making.order;
  if (draft.lobby.stage.status === "building") fail(draft, game, reason, now);
  else add(draft, game, [], "", true, now);
};

export const endOverdueMaking = (draft: Draft, now: number): void => {
  const making = makingOf(draft.lobby);
  if (making !== undefined && making.endsAt <= now) endMaking(draft, "time_limit", now);
};
