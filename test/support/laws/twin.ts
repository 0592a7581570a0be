import assert from "node:assert/strict";
import type { AnyGame, AnyGameEvent, AnyGameState, GameCommand, GameNotice, GameView } from "../../../src/core/game.ts";
import type { PlayerId } from "../../../src/core/ids.ts";
import type { About, Secret } from "./law.ts";
import { difference } from "./plain.ts";
import { crew, type Setting } from "./setting.ts";

/** What one player is asked and told alone. */
export const ownOf = (game: AnyGame, state: AnyGameState, player: PlayerId) => [
  game.asks?.(state, player),
  game.own?.(state, player),
  game.viewFor(state, player),
  game.recall?.(state, player),
];

const alike = (there: unknown, here: unknown, name: string, by: string): void => {
  const found = difference(there, here);
  if (found !== undefined) assert.fail(`${name} shows by ${by}: ${found}`);
};

/** What happened in one step. */
export type Happening = {
  readonly command: GameCommand;
  readonly now: number;
  readonly state: AnyGameState;
  readonly view: GameView;
  readonly isAccepted: boolean;
  readonly notices: readonly GameNotice[];
};

/**
 * The same game with another secret in it. As long as the secret is one, nobody who may not know it sees another thing
 * here than there: not in what is shown, asked and told, nor by when something happens or what is refused.
 */
export class Twin {
  readonly #game: AnyGame;
  readonly #secret: Secret<AnyGameState>;
  readonly #about: About;
  /** Undefined as long as both games are one. */
  #state: AnyGameState | undefined;
  #isOver = false;
  #compared = 0;

  constructor(game: AnyGame, secret: Secret<AnyGameState>, about: About, { setup }: Setting) {
    this.#game = game;
    this.#secret = secret;
    this.#about = about;
    const other = secret.setup?.(setup, about);
    if (other !== undefined) this.#state = game.start(other).reduce(game.evolve, undefined as AnyGameState | undefined);
  }

  /** Does there what was done here. `before` is the state here before it. */
  follow(happening: Happening, before: AnyGameState): void {
    // Who gives a question another key says what is right.
    if (happening.command.type === "correct" && this.#secret.setup !== undefined) this.#isOver = true;
    if (this.#isOver) return;
    const there = this.#do(happening, before);
    if (there === undefined) return;
    const { state } = happening;
    if (this.#secret.isTold(state, undefined, this.#about)) {
      this.#isOver = true;
      return;
    }
    this.#compare(happening, there);
  }

  #do({ command, now, isAccepted }: Happening, before: AnyGameState) {
    const others = isAccepted ? this.#othersFor(command, before) : [];
    if (this.#state === undefined && others.length === 0) return undefined;
    const from = this.#state ?? before;
    for (const one of [...others, ...(this.#state === undefined ? [] : [command])]) {
      const decision = this.#game.decide(from, one, now);
      if (!decision.ok) continue;
      return { isAccepted: true, ...this.#evolve(from, decision.events) };
    }
    return this.#state === undefined ? undefined : { isAccepted: false, state: from, notices: [] };
  }

  #othersFor(command: GameCommand, before: AnyGameState): readonly GameCommand[] {
    if (this.#secret.moves === undefined || !("player" in command) || command.player !== this.#about.keeper) return [];
    return this.#secret.isTold(before, undefined, this.#about) ? [] : this.#secret.moves(command, before, this.#about);
  }

  #evolve(from: AnyGameState, events: readonly AnyGameEvent[]) {
    const notices: GameNotice[] = [];
    let state = from;
    for (const event of events) {
      state = this.#game.evolve(state, event);
      notices.push(...this.#game.notices(event, state));
    }
    this.#state = state;
    return { state, notices };
  }

  #compare(
    { command, state, view, isAccepted, notices }: Happening,
    there: { readonly state: AnyGameState; readonly isAccepted: boolean; readonly notices: readonly GameNotice[] },
  ): void {
    const { name } = this.#secret;
    this.#compared++;
    const mayKnow = (player: PlayerId): boolean => this.#mayKnow(state, player);
    if (!("player" in command) || !mayKnow(command.player))
      alike(there.isAccepted, isAccepted, name, `whether ${command.type} is refused`);
    alike(this.#game.nextDeadline(there.state), this.#game.nextDeadline(state), name, "when something is due");
    alike(this.#game.view(there.state), view, name, "the view");
    const unknowing = ({ player }: GameNotice): boolean => player === "all" || !mayKnow(player);
    alike(there.notices.filter(unknowing), notices.filter(unknowing), name, "notices");
    const viewer = crew[this.#compared % crew.length]?.id as PlayerId;
    if (mayKnow(viewer)) return;
    alike(ownOf(this.#game, there.state, viewer), ownOf(this.#game, state, viewer), name, `what ${viewer} is told`);
  }

  #mayKnow(state: AnyGameState, player: PlayerId): boolean {
    const isOwn = this.#secret.moves !== undefined && player === this.#about.keeper;
    return isOwn || this.#secret.isTold(state, player, this.#about);
  }
}
