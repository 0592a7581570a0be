import { setTimeout as after } from "node:timers/promises";
import { ChaosPlayer } from "./chaos-player.ts";
import { type GamePlan, type PhaseName, planOf, type Stop } from "./chaos-plan.ts";
import { randomOf } from "./chaos-random.ts";
import type { Chronicle } from "./chaos-record.ts";
import { ChaosServer, type DatabaseKind } from "./chaos-server.ts";
import { readStore, type Stored } from "./chaos-store.ts";
import { tally, type Tally } from "./chaos-tally.ts";
import { placeOf } from "./chaos-watch.ts";

export type ChaosOptions = {
  readonly database: DatabaseKind;
  readonly kills: number;
  readonly players: number;
  readonly seed: number;
  /** Instead of games that the seed makes up. */
  readonly plan?: readonly GamePlan[];
  readonly onKill?: (phase: PhaseName, nth: number) => void;
};

/** A kill and when everybody had a seat again; of one that was followed by another before, nothing is measured. */
export type Kill = { readonly phase: PhaseName; readonly fromKillMs: number[]; readonly fromReadyMs: number[] };

export type ChaosReport = Tally & {
  readonly database: DatabaseKind;
  readonly kills: readonly Kill[];
  readonly restartMs: readonly number[];
  readonly seconds: number;
};

const backMs = 30_000;
const gameMs = 90_000;
const pollMs = 5;

/** A whole run on one kind of database: real games, real kills, and the count of what came of them. */
export const runChaos = async (options: ChaosOptions): Promise<ChaosReport> => {
  const began = performance.now();
  const server = await ChaosServer.start(options.database);
  try {
    const run = new Run(server, options);
    const { chronicles, shown, lines, violations } = await run.play();
    await server.stop();
    const database = await server.openDatabase();
    const stored: Stored = await readStore(database).finally(() => database.close());
    const tallied = tally({ chronicles, shown, lines, stored });
    const errors = server.errors.map((error) => `the server: ${error}`);
    return {
      ...tallied,
      violations: [...violations, ...errors, ...tallied.violations],
      database: options.database,
      kills: run.kills,
      restartMs: run.restartMs,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await server.remove();
  }
};

/** What the HTTP routes said of a finished game, and the board at the end. */
export type Shown = {
  readonly games: ReadonlyMap<string, readonly { readonly player: string; readonly score: number }[]>;
  readonly board: readonly { readonly player: string; readonly score: number; readonly games: number }[];
};

/** Everything that drives a run: who plays, what is killed when. */
class Run {
  readonly kills: Kill[] = [];
  readonly restartMs: number[] = [];
  readonly #server: ChaosServer;
  readonly #options: ChaosOptions;
  readonly #violations: string[] = [];
  #players: readonly ChaosPlayer[] = [];

  constructor(server: ChaosServer, options: ChaosOptions) {
    this.#server = server;
    this.#options = options;
  }

  async play() {
    const { seed, kills, players, plan } = this.#options;
    const random = randomOf(seed);
    const plans = plan ?? planOf(kills, random);
    const named = Array.from({ length: players }, (_, nth) => `Player ${nth + 1}`);
    this.#players = await Promise.all(
      named.map((name, nth) => ChaosPlayer.signIn(this.#server.url, name, randomOf(seed * 1000 + nth))),
    );
    const games = new Map<string, Shown["games"] extends ReadonlyMap<string, infer Lines> ? Lines : never>();
    const lines: { readonly id: string; readonly text: string }[][] = [];
    try {
      for (const [nth, game] of plans.entries()) {
        if (game.newLobby || nth === 0) await this.#newLobby(players);
        const id = await this.#game(game);
        const { lines: scores } = await this.#get<{ lines: never }>(`/api/games/${id}`);
        games.set(id, scores);
        if (plans[nth + 1]?.newLobby !== false) lines.push([...(await this.#owner.history())]);
      }
    } catch (error) {
      this.#violations.push((error as Error).message);
    }
    const { entries } = await this.#get<{ entries: Shown["board"] }>("/api/leaderboard?limit=100");
    await Promise.all(this.#players.map((player) => player.end()));
    const chronicles: readonly Chronicle[] = this.#players.map(({ chronicle }) => chronicle);
    return { chronicles, shown: { games, board: entries }, lines, violations: this.#violations };
  }

  get #owner(): ChaosPlayer {
    return this.#players[0] as ChaosPlayer;
  }

  async #newLobby(maxPlayers: number): Promise<void> {
    const code = await this.#owner.makeLobby({ topic: "", count: 3, seconds: 3, maxPlayers });
    // The owner first: nobody may take the last seat from them.
    await this.#owner.goTo(code);
    await this.#until("the owner came in", () => this.#owner.screen !== undefined);
    await Promise.all(this.#players.slice(1).map((player) => player.goTo(code)));
    await this.#seated();
  }

  /** Plays one game with its kills; gives its id. */
  async #game({ count, seconds, stops }: GamePlan): Promise<string> {
    const before = this.#owner.screen?.game.id ?? "";
    const isOn = () => ![before, ""].includes(this.#owner.screen?.game.id ?? "");
    const mustBuild = stops[0]?.phase === "building";
    const rest = mustBuild ? stops.slice(1) : stops;
    if (mustBuild) {
      void this.#owner.ask("start", { count, seconds });
      await after((stops[0]?.moment ?? 0) * 30);
      await this.#crash("building", rest[0]);
    }
    await this.#until("a game begins", () => {
      const status = this.#owner.screen?.status ?? "building";
      if (!isOn() && status !== "building" && !this.#asking) this.#ask("start", { count, seconds });
      return isOn();
    });
    const id = this.#owner.screen?.game.id as string;
    for (const [nth, stop] of rest.entries()) {
      if (stop.phase === "waking") continue;
      await this.#reach(stop);
      await this.#crash(stop.phase === "closing" ? "closing" : this.#phaseNow(stop), rest[nth + 1]);
    }
    await this.#until("the podium", () => {
      this.#hurry(Number.POSITIVE_INFINITY);
      return this.#players.every(({ chronicle }) => chronicle.podiums.has(id));
    });
    return id;
  }

  /** Waits for a random moment of a phase, or for the game to have gone past it. */
  async #reach({ phase, number, moment }: Stop): Promise<void> {
    const steps = ["question", "reveal", "scores"];
    const isPodium = phase === "podium";
    const step = steps.indexOf(phase === "closing" ? "question" : phase);
    const place = phase === "countdown" ? 0 : isPodium ? number * 3 + 2 : number * 3 + step;
    const here = () => (this.#owner.screen === undefined ? -1 : placeOf(this.#owner.screen));
    await this.#until(`${phase} ${number}`, () => {
      this.#hurry(place);
      return here() >= place;
    });
    if (phase === "closing") {
      await this.#until("the last answer", () => here() !== place || this.#players.every(({ hasSent }) => hasSent), 1);
      await after(moment * 15);
    } else if (isPodium) {
      // The last scores are skipped, so that the kill comes while the game is being counted.
      this.#hurry(place + 1);
      await after(moment * 60);
    } else {
      const left = (this.#owner.screen?.game.phaseEndsAt ?? 0) - Date.now();
      await after(Math.max(0, left) * 0.6 * moment);
    }
  }

  /** What the lobby is doing at the moment of a kill, which may be later than was meant. */
  #phaseNow({ phase }: Stop): PhaseName {
    return phase === "podium" ? phase : ((this.#owner.screen?.game.phase as PhaseName | undefined) ?? phase);
  }

  #asking = false;

  #ask(type: "start" | "skip", payload: object = {}): void {
    this.#asking = true;
    void this.#owner.ask(type, payload).finally(() => (this.#asking = false));
  }

  /** Skips a phase in which nobody can do anything, on the way to a later one. */
  #hurry(to: number): void {
    const { screen } = this.#owner;
    if (screen === undefined || this.#asking || placeOf(screen) >= to || screen.status !== "in-progress") return;
    const { phase, phaseEndsAt } = screen.game;
    // Close to its end a skip would come too late, and end the next phase.
    if (phase === "question" || phase === "podium" || phaseEndsAt - Date.now() < 400) return;
    this.#ask("skip");
  }

  async #crash(phase: PhaseName, next: Stop | undefined): Promise<void> {
    const killedAt = performance.now();
    await this.#server.kill();
    this.#options.onKill?.(phase, this.kills.length + 1);
    const kill: Kill = { phase, fromKillMs: [], fromReadyMs: [] };
    this.kills.push(kill);
    const tries = this.#tries;
    const startedAt = performance.now();
    await this.#server.restart();
    this.restartMs.push(performance.now() - startedAt);
    if (next?.phase === "waking") {
      await this.#until("somebody tries to join", () => this.#tries > tries, 1);
      await after(next.moment * 120);
      await this.#crash("waking", undefined);
      return;
    }
    await this.#seated();
    for (const { seatedAt } of this.#players) {
      kill.fromKillMs.push(seatedAt - killedAt);
      kill.fromReadyMs.push(Math.max(0, seatedAt - this.#server.readyAt));
    }
  }

  get #tries(): number {
    return this.#players.reduce((sum, player) => sum + player.tries, 0);
  }

  #seated(): Promise<void> {
    const everybody = this.#players.length;
    return this.#until(
      "everybody back in their seats",
      () =>
        this.#players.every(({ screen }) => screen?.players.size === everybody) &&
        [...(this.#owner.screen?.players.values() ?? [])].every(({ connected }) => connected),
      pollMs,
      backMs,
    );
  }

  async #get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.#server.url}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  }

  async #until(what: string, isTrue: () => boolean, poll = pollMs, most = gameMs): Promise<void> {
    const giveUpAt = performance.now() + most;
    while (!isTrue()) {
      if (performance.now() > giveUpAt) throw new Error(`in vain waited ${most} ms for: ${what}`);
      await after(poll);
    }
  }
}
