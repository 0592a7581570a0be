import assert from "node:assert/strict";
import { fold } from "../../src/core/decider.ts";
import type { Evidence } from "../../src/core/fairness-check.ts";
import type { Proof } from "../../src/core/fairness.ts";
import type { AnyGame, Question } from "../../src/core/game.ts";
import { games as allGames } from "../../src/games/index.ts";
import type { GameId } from "../../src/core/ids.ts";
import { evidenceOf } from "../../src/http/game-proof.ts";
import type { LobbyCommand } from "../../src/lobby/commands.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { gamesOf, lobbyOf } from "../../src/lobby/index.ts";
import { type Lobby, makingOf, playOf } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import { create, join, start, starting, tick } from "./lobby.ts";
import { ana, ben, questions } from "./quiz.ts";

export const games = gamesOf(allGames);
export const decider = lobbyOf(games);

export type Bound = Evidence & { readonly proof: Proof };
type Completed = Extract<LobbyEvent, { readonly type: "game_completed" }>;

/** A game that was played to its end by the clock alone, and what was to be seen of it before. */
export type PlayedOut = {
  readonly evidence: Evidence;
  readonly events: readonly LobbyEvent[];
  /** The commitments that were shown, in their order. */
  readonly shown: readonly string[];
  /** All that everybody saw before the end, as JSON. */
  readonly views: string;
  readonly lobby: Lobby;
};

type Wish = {
  readonly nonce?: string | undefined;
  readonly seed?: string;
  readonly asked?: readonly Question[];
  /** How many of the questions are there at the start; the others come while it is played. */
  readonly first?: number;
  /** What happens once the game has begun. */
  readonly during?: readonly LobbyCommand[];
};

/** A lobby that plays one game of a mode with Ana and Ben, who do nothing. */
export const playedOut = (mode: string, wish: Wish = {}): PlayedOut => {
  const { seed = "the seed", asked = questions(4), first = asked.length, during = [] } = wish;
  const { nonce } = { nonce: "the nonce", ...wish };
  const fresh = { id: "game", seed, nonce };
  const events: LobbyEvent[] = [];
  const shown: string[] = [];
  const views: string[] = [];
  let lobby = decider.initial;
  let now = start;
  const handle = (command: LobbyCommand): void => {
    const decision = decider.decide(lobby, command, now);
    assert(decision.ok, `${command.type}: ${decision.ok ? "" : decision.reason}`);
    events.push(...decision.events);
    lobby = fold(decider.evolve, lobby, decision.events);
    const seen = view(games, lobby, now);
    if (seen.game.commitment !== "" && seen.game.commitment !== shown.at(-1)) shown.push(seen.game.commitment);
    if (seen.status === "in-progress") views.push(JSON.stringify(seen, (_, value: unknown) => plain(value)));
  };
  handle({ ...create({ mode, count: asked.length }), fresh });
  handle(join(ana));
  handle(join(ben));
  const order = makingOf(lobby)?.order;
  if (order !== undefined) {
    const { game } = order;
    handle({ type: "built", game, questions: asked.slice(0, first), note: "", more: first < asked.length });
  }
  handle(starting(ana));
  for (const command of during) handle(command);
  if (first < asked.length)
    handle({ type: "added", game: "game" as GameId, questions: asked.slice(first), note: "", last: true });
  for (let step = 0; lobby.stage.status === "in-progress"; step++) {
    assert(step < 1000, `${mode} does not end`);
    now = Math.max(now, decider.nextDeadline(lobby) ?? now);
    handle(tick);
  }
  const completed = events.find(({ type }) => type === "game_completed") as Completed;
  const play = playOf(lobby);
  assert(play !== undefined);
  const detail = (games.get(mode) as AnyGame).record(play.state);
  const { standings: lines, proof, ...over } = completed;
  const past = { ...over, lobby: "ABCDE", seq: 1, lines, detail, corrections: [], ...(proof ? { proof } : {}) };
  const evidence = JSON.parse(JSON.stringify(evidenceOf(past))) as Evidence;
  return { evidence, events, shown, views: views.join("\n"), lobby };
};

/** Maps, too. */
const plain = (value: unknown): unknown => (value instanceof Map ? [...value.entries()] : value);

/** The same, of a game that was bound by something. */
export const boundBy = (evidence: Evidence): Bound => {
  assert(evidence.proof !== undefined);
  return { ...evidence, proof: evidence.proof };
};
