import { accept, type Decision, refuse } from "../core/decider.ts";
import type { AnyGame, GameCommand, Question } from "../core/game.ts";
import type { LobbyReason } from "./commands.ts";
import type { FinalLine, LobbyEvent } from "./events.ts";
import { allOptions, areOptions, type Options } from "../core/options.ts";
import { eveningScored } from "./evening-scores.ts";
import { evolve, type Games } from "./evolve.ts";
import { proofOf, sealOf } from "./sealing.ts";
import { gameTime, isConnected, type Lobby, type Making, type Order, people, seenBy } from "./state.ts";

export type Verdict = Decision<LobbyEvent, LobbyReason, Lobby>;

/** A decision in the making: each event is applied at once, so that the next step sees its effect. */
export class Draft {
  readonly #games: Games;
  readonly #events: LobbyEvent[] = [];
  readonly #states: Lobby[] = [];
  #lobby: Lobby;

  constructor(games: Games, lobby: Lobby) {
    this.#games = games;
    this.#lobby = lobby;
  }

  get lobby(): Lobby {
    return this.#lobby;
  }

  add(event: LobbyEvent): this {
    this.#events.push(event);
    this.#lobby = evolve(this.#games, this.#lobby, event);
    this.#states.push(this.#lobby);
    return this;
  }

  accepted(reply?: unknown): Verdict {
    return { ...accept(this.#events, reply), states: this.#states };
  }

  /** Whether a mode of this name can be played. */
  knows(mode: string): boolean {
    return this.#games.has(mode);
  }

  /** Whether these can be options of the mode. */
  allows(mode: string, options: Options): boolean {
    return areOptions(this.#games.get(mode)?.options ?? {}, options);
  }

  /** Whether the mode begins at once, as it needs no questions. */
  needsNoQuestions(mode: string): boolean {
    return this.#games.get(mode)?.needsNoQuestions === true;
  }

  /** Gives a command to the game in progress; says why not, or undefined when it went through. */
  tell(command: GameCommand, now: number): LobbyReason | undefined {
    const { stage } = this.#lobby;
    if (stage.status !== "in-progress") return "no_game";
    const { play } = stage;
    const game = this.#games.get(play.mode) as AnyGame;
    const decision = game.decide(play.state, command, gameTime(play, now));
    if (!decision.ok) return decision.reason;
    const amended = command.type === "correct" ? { question: command.question, key: command.key } : undefined;
    decision.events.forEach((event, index) =>
      this.add({ type: "in_game", event, ...(amended !== undefined && index === 0 ? { amended } : {}) }),
    );
    this.#completeIfOver(game, now);
    return undefined;
  }

  /** Starts the game that was ordered, with all who have a seat and have not seen the questions. */
  begin(order: Order, questions: readonly Question[], making: Making | undefined, now: number): void {
    const game = this.#games.get(order.mode) as AnyGame;
    const seen = seenBy(this.#lobby);
    const setup = {
      count: order.count,
      seconds: order.seconds * this.#lobby.settings.answerTime,
      options: allOptions(game.options ?? {}, order.options ?? {}),
      timings: this.#lobby.timings,
      ...(game.writtenChoices === true ? { written: true as const } : {}),
    };
    const [first, ...more] = game.start({
      id: order.game,
      questions,
      more: making === undefined ? 0 : Math.max(0, order.count - making.made),
      ...setup,
      players: [...this.#lobby.members.values()]
        .filter(({ id }) => !seen.has(id))
        .map(({ id, name, kind }) => ({ id, name, bot: kind === "bot" })),
      seed: order.seed,
    });
    if (first === undefined) throw new Error(`mode ${order.mode} started without an event`);
    this.add({
      type: "game_started",
      game: order.game,
      mode: order.mode,
      topic: order.topic,
      questions: questions.map(({ id }) => id),
      at: now,
      first,
      ...sealOf(order, questions, setup),
    });
    for (const event of more) this.add({ type: "in_game", event });
    for (const member of this.#lobby.members.values()) {
      if (!isConnected(member)) this.tell({ type: "depart", player: member.id, gone: false }, now);
    }
  }

  /** Starts what is ready and meant to start by itself, once a person is there to play it. */
  beginIfDue(now: number): void {
    const { stage } = this.#lobby;
    if (stage.status !== "ready" || !stage.order.thenStart) return;
    if (people(this.#lobby).some(isConnected)) this.begin(stage.order, stage.questions, stage.making, now);
  }

  /** The evening that the game belongs to goes on, if it belongs to one. */
  scoreEvening(game: string, standings: readonly FinalLine[], now: number): void {
    const scored = eveningScored(this.#lobby, game, standings, now);
    if (scored !== undefined) this.add(scored);
  }

  #completeIfOver(game: AnyGame, now: number): void {
    const { stage, members } = this.#lobby;
    if (stage.status !== "in-progress") return;
    const { play } = stage;
    const result = game.result(play.state);
    if (result === undefined) return;
    const standings = result.standings.flatMap((line): FinalLine[] => {
      const member = members.get(line.player);
      return member === undefined ? [] : [{ ...line, name: member.name, kind: member.kind }];
    });
    this.add({
      type: "game_completed",
      game: play.id,
      mode: play.mode,
      topic: play.topic,
      counts: result.counts,
      at: now,
      standings,
      ...(result.counts ? proofOf(game, play) : {}),
    });
    // Boards need not count a game for the evening to.
    this.scoreEvening(play.id, game.view(play.state).stopped ? [] : standings, now);
  }
}

/** Turns a reason, or its absence, into a decision. */
export const settle = (draft: Draft, reason: LobbyReason | undefined, reply?: unknown): Verdict =>
  reason === undefined ? draft.accepted(reply) : refuse(reason);
