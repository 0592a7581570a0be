import { setTimeout as after } from "node:timers/promises";
import type { Kills } from "./chaos-kills.ts";
import type { GamePlan, PhaseName, Stop } from "./chaos-plan.ts";
import type { ChaosPlayer } from "./chaos-player.ts";
import { until } from "./chaos-until.ts";
import { placeAt, placeOf } from "./chaos-watch.ts";

/** How long after what brings about the next step its kill comes at most, in ms. */
const startingMs = 30;
const answeringMs = 8;
const closingMs = 15;
const countingMs = 60;
/** So close to its end a phase is not skipped: the skip would end the next one. */
const tooLateToSkipMs = 400;
/** Longer than any game may last, with all that is done to it. */
const longestMs = 300_000;

/** One game: moved on by its owner, and killed at the moments of its plan. */
export class ChaosGame {
  readonly #owner: ChaosPlayer;
  readonly #players: readonly ChaosPlayer[];
  readonly #kills: Kills | undefined;
  #isAsking = false;

  /** Without kills of its own it is only played. */
  constructor(players: readonly ChaosPlayer[], kills?: Kills) {
    this.#owner = players[0] as ChaosPlayer;
    this.#players = players;
    this.#kills = kills;
  }

  /** Plays it to its end; gives its id. */
  async play(plan: GamePlan): Promise<string> {
    const stops = [...plan.stops];
    const id = await this.#begin(plan, stops);
    for (let stop = stops.shift(); stop !== undefined; stop = stops.shift()) {
      await this.#reach(stop);
      await this.#kill(this.#phaseNow(stop), stops);
    }
    const isOver = (): boolean => {
      this.#hurry(Number.POSITIVE_INFINITY);
      return this.#players.every(({ chronicle }) => chronicle.podiums.has(id));
    };
    await until("the podium", isOver, longestMs);
    return id;
  }

  /** Starts it; whether a start that was killed has begun anything shows only afterwards. */
  async #begin({ count, seconds }: GamePlan, stops: Stop[]): Promise<string> {
    const last = this.#owner.screen?.game.id;
    if (stops[0]?.phase === "building") {
      this.#ask("start", { count, seconds });
      await after(stops[0].moment * startingMs);
      stops.shift();
      await this.#kill("building", stops);
    }
    await until("a game begins", () => {
      const { screen } = this.#owner;
      if (screen === undefined || screen.status === "building") return false;
      if (screen.status === "in-progress" && screen.game.id !== last) return true;
      if (!this.#isAsking) this.#ask("start", { count, seconds });
      return false;
    });
    return this.#owner.screen?.game.id as string;
  }

  async #kill(phase: PhaseName, stops: Stop[]): Promise<void> {
    const next = stops[0]?.phase === "waking" ? stops.shift() : undefined;
    await this.#kills?.kill(phase, this.#players, next);
  }

  /** Waits for a random moment of a phase, or for the game to have gone past it. */
  async #reach({ phase, number, moment }: Stop): Promise<void> {
    const place = placeAt(phase === "closing" ? "question" : phase === "podium" ? "scores" : phase, number);
    const here = (): number => (this.#owner.screen === undefined ? -1 : placeOf(this.#owner.screen));
    await until(`${phase} ${number}`, () => {
      this.#hurry(place);
      return here() >= place;
    });
    if (phase === "closing") {
      const isClosing = () => here() !== place || this.#players.every(({ hasSent }) => hasSent);
      await until("the last answer", isClosing, 10_000, 1);
      await after(moment * closingMs);
    } else if (phase === "question" && moment < 0.6) {
      // While an answer is on its way, and the question stays open for it to be sent again.
      const sent = this.#sent;
      await until("an answer", () => here() !== place || this.#sent > sent, 10_000, 1);
      await after(moment * answeringMs);
    } else if (phase === "podium") {
      // The last scores are skipped, so that the kill comes while the game is being counted.
      this.#hurry(place + 1);
      await after(moment * countingMs);
    } else {
      const left = (this.#owner.screen?.game.phaseEndsAt ?? 0) - Date.now();
      await after(Math.max(0, left) * 0.6 * moment);
    }
  }

  /** How many have answered the open question, as far as they know. */
  get #sent(): number {
    return this.#players.filter(({ hasSent }) => hasSent).length;
  }

  /** What the lobby is doing at the moment of a kill, which may be later than was meant. */
  #phaseNow({ phase }: Stop): PhaseName {
    if (phase === "podium" || phase === "closing") return phase;
    return (this.#owner.screen?.game.phase as PhaseName | undefined) ?? phase;
  }

  #ask(type: "start" | "skip", payload: object = {}): void {
    this.#isAsking = true;
    void this.#owner.ask(type, payload).finally(() => (this.#isAsking = false));
  }

  /** Skips a phase in which nobody can do anything, on the way to a later one. */
  #hurry(to: number): void {
    const { screen } = this.#owner;
    if (screen === undefined || this.#isAsking || placeOf(screen) >= to || screen.status !== "in-progress") return;
    const { phase, phaseEndsAt } = screen.game;
    if (phase !== "question" && phaseEndsAt - Date.now() > tooLateToSkipMs) this.#ask("skip");
  }
}
