import { setTimeout as after } from "node:timers/promises";
import type { PhaseName, Stop } from "./chaos-plan.ts";
import type { ChaosPlayer } from "./chaos-player.ts";
import type { ChaosServer } from "./chaos-server.ts";
import { until } from "./chaos-until.ts";

/** A kill and when everybody had a seat again; of one that was followed by another before, nothing is measured. */
export type Kill = { readonly phase: PhaseName; readonly fromKillMs: number[]; readonly fromReadyMs: number[] };

/** Longer than anybody may be away after a kill, on a loaded machine too. */
const backMs = 30_000;
/** Within so many ms of the first try to join, a lobby is being woken. */
const wakingMs = 120;

/** Kills the server and starts it again, and measures how long its players are away. */
export class Kills {
  readonly all: Kill[] = [];
  readonly restartMs: number[] = [];
  readonly #server: ChaosServer;
  readonly #onKill: (phase: PhaseName, nth: number) => void;

  constructor(server: ChaosServer, onKill: (phase: PhaseName, nth: number) => void = () => {}) {
    this.#server = server;
    this.#onKill = onKill;
  }

  /** Kills, and resolves when everybody has a seat again. When `next` says so, the new life is killed while it wakes. */
  async kill(phase: PhaseName, players: readonly ChaosPlayer[], next?: Stop): Promise<void> {
    const killedAt = performance.now();
    await this.#server.kill();
    const kill: Kill = { phase, fromKillMs: [], fromReadyMs: [] };
    this.all.push(kill);
    this.#onKill(phase, this.all.length);
    const tries = triesOf(players);
    const startedAt = performance.now();
    await this.#server.restart();
    this.restartMs.push(performance.now() - startedAt);
    if (next?.phase === "waking") {
      await until("somebody tries to join", () => triesOf(players) > tries, backMs, 1);
      await after(next.moment * wakingMs);
      return this.kill("waking", players);
    }
    await everybodyIn(players);
    for (const { seatedAt } of players) {
      kill.fromKillMs.push(seatedAt - killedAt);
      kill.fromReadyMs.push(Math.max(0, seatedAt - this.#server.readyAt));
    }
  }
}

const triesOf = (players: readonly ChaosPlayer[]): number => players.reduce((sum, { tries }) => sum + tries, 0);

/** Resolves when each has a seat, and each sees as many seats as there are players, all of them taken. */
export const everybodyIn = (players: readonly ChaosPlayer[]): Promise<void> =>
  until(
    "everybody back in their seats",
    () =>
      players.every(
        ({ screen }) =>
          screen?.players.size === players.length && [...screen.players.values()].every(({ connected }) => connected),
      ),
    backMs,
  );
