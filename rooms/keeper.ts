import { Actor, type Commit, type Step } from "../src/core/actor.ts";
import { type Decision, fold, refuse } from "../src/core/decider.ts";
import { type Batch, Conflict, type Facts, type Hold, Outage, type Taken, Unreadable } from "../src/journal/journal.ts";
import type { LobbyCommand, LobbyReason } from "../src/lobby/commands.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { lobbyOf } from "../src/lobby/index.ts";
import { type Lobby, playOf } from "../src/lobby/state.ts";
import { extraOf, type LobbyExtra } from "./extra.ts";
import { listingOf } from "./listing.ts";
import type { Services } from "./services.ts";
import { lobbyIn, snapshotOf } from "./snapshot.ts";

export type KeeperOptions = {
  readonly services: Pick<Services, "journal" | "metrics" | "log" | "now">;
  readonly games: Games;
  readonly code: string;
  /** Called in order, once the events are durable. */
  readonly onCommit: (commit: Commit<Lobby, LobbyEvent>) => void;
  /** Nothing can be made durable just now, or it can again. */
  readonly onDegraded: (degraded: boolean) => void;
  /** We are not the lobby's writer any more: nothing may leave from here. */
  readonly onLost: (error: unknown) => void;
};

/** While nothing can be made durable, it is tried again after so many ms. */
const retryMs = 250;
/** What may wait to be made durable; more is refused, so that memory stays bounded. */
const waitingMost = 5000;
/** A snapshot is kept after so many events, and so many more for each member: it takes longer to make then. */
const snapshotEvery = { least: 500, perMember: 10 };

/**
 * Runs one lobby: its actor, its hold on the journal, and the clock that stands while the journal is away.
 * What leaves the lobby rests on `durable`, never on what has only been decided.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #decider: ReturnType<typeof lobbyOf>;
  #actor: Actor<Lobby, LobbyCommand, LobbyEvent, LobbyReason>;
  #durable: Lobby;
  #hold: Hold = { epoch: 0, length: 0 };
  #kept = 0;
  /** Since when nothing could be made durable. */
  #stoodFrom: number | undefined;
  /** Until the time that was lost has been given back for good, so that nobody sees a deadline without it. */
  #isDegraded = false;
  #isOver = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#decider = lobbyOf(options.games);
    this.#durable = this.#decider.initial;
    this.#actor = this.#actorFrom(this.#durable);
  }

  /** The newest state; to decide upon, not to show. */
  get decided(): Lobby {
    return this.#actor.state;
  }

  /** The state that nothing can take back: what may be shown. */
  get durable(): Lobby {
    return this.#durable;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get epoch(): number {
    return this.#hold.epoch;
  }

  get isDegraded(): boolean {
    return this.#isDegraded;
  }

  /** When the lobby wants its next tick, in ms since 1970. */
  get due(): number | undefined {
    return this.isDegraded ? undefined : this.#decider.nextDeadline(this.#actor.state);
  }

  /** A new lobby. Rejects with Conflict when there is one of this code. */
  async create(command: LobbyCommand & { readonly type: "create" }): Promise<Decision<LobbyEvent, LobbyReason, Lobby>> {
    const { services, code } = this.#options;
    const decided = this.#decider.decide(this.#durable, command, services.now());
    if (!decided.ok) return decided;
    this.#hold = await services.journal.create(
      code,
      factsOf(fold(this.#decider.evolve, this.#durable, decided.events)),
    );
    return this.#actor.handle(command, services.now());
  }

  /** Goes on from what was taken over. Rejects with Unreadable, and gives it up, when only others can. */
  async wake(taken: Taken<LobbyEvent>): Promise<void> {
    const { services, code } = this.#options;
    try {
      this.#durable = await this.#read(taken);
    } catch (error) {
      services.log.warn({ lobby: code, err: error }, "a lobby was not woken");
      // As if it had never been taken: who takes it next gives back all the time that it stood.
      await services.journal.release(code, taken.epoch, taken.stoodFrom);
      throw error;
    }
    this.#hold = { epoch: taken.epoch, length: taken.length };
    this.#kept = taken.snapshotLength;
    this.#actor = this.#actorFrom(this.#durable);
    await this.#actor.handle({ type: "wake", stoodFrom: taken.stoodFrom }, services.now());
  }

  /** The state that was taken over. */
  async #read(taken: Taken<LobbyEvent>): Promise<Lobby> {
    const { services, code, games } = this.#options;
    const kept = lobbyIn(taken.snapshot);
    // A snapshot of another version is of no use, and the events know everything.
    const isWhole = kept !== undefined || taken.snapshotLength === 0;
    const events = isWhole ? taken.events : await services.journal.read(code);
    let lobby = kept ?? this.#decider.initial;
    try {
      for (const event of events) {
        lobby = this.#decider.evolve(lobby, event);
        if (!isReadable(games, lobby)) throw new Error(`"${event.type}" is of a newer version`);
      }
    } catch (error) {
      throw new Unreadable(code, { cause: error });
    }
    if (!isReadable(games, lobby)) throw new Unreadable(code);
    return lobby;
  }

  /** Decides and answers once it is durable. Rejects when the lobby is not ours any more. */
  handle(command: LobbyCommand): Promise<Decision<LobbyEvent, LobbyReason, Lobby>> {
    // What goes to sleep, or to another process, is found there by who asks again.
    if (this.#isOver) return Promise.resolve(refuse(this.#durable.closed ? "lobby_not_found" : "not_available"));
    if (this.#actor.waiting >= waitingMost) return Promise.resolve(refuse("not_available"));
    // While the clock stands, everybody decides at the instant it stopped.
    return this.#actor.handle(command, this.#stoodFrom ?? this.#options.services.now());
  }

  /** From here on nothing is decided any more. */
  end(): void {
    this.#isOver = true;
  }

  /** Leaves memory: keeps the state, and gives the lobby up so that anybody may wake it at once. */
  async rest(): Promise<void> {
    this.end();
    const { services, code } = this.#options;
    try {
      await services.journal.keep(code, this.#hold, snapshotOf(this.#durable));
    } catch (error) {
      // Deleted, or another's by now: there is nothing to give up.
      if (error instanceof Conflict) return;
      throw error;
    }
    await services.journal.release(code, this.#hold.epoch);
  }

  #actorFrom(state: Lobby): Actor<Lobby, LobbyCommand, LobbyEvent, LobbyReason> {
    return new Actor(this.#decider, {
      state,
      append: (steps) => this.#append(steps),
      defer: setImmediate,
      onCommit: (commit) => this.#commit(commit),
      onFailure: (error) => {
        this.end();
        this.#options.onLost(error);
      },
    });
  }

  async #append(steps: readonly Step<Lobby, LobbyEvent>[]): Promise<void> {
    const { services, code } = this.#options;
    const started = performance.now();
    const events = steps.map(({ event }) => event);
    const last = steps.at(-1)?.state ?? this.#durable;
    const extra = extraOf(this.#options.games, this.#durable, steps, this.#hold.length);
    const batch: Batch<LobbyEvent, LobbyExtra> = { events, facts: factsOf(last), extra };
    for (;;) {
      try {
        await services.journal.append(code, this.#hold, batch);
        break;
      } catch (error) {
        if (!(error instanceof Outage) || this.#isOver) throw error;
        this.#stand(error);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    services.metrics.committed(events.length, (performance.now() - started) / 1000);
  }

  #stand(error: Outage): void {
    if (this.#stoodFrom !== undefined) return;
    const { services, code, onDegraded } = this.#options;
    this.#stoodFrom = services.now();
    this.#isDegraded = true;
    services.log.warn({ lobby: code, err: error }, "nothing can be made durable; the lobby's clock stands");
    onDegraded(true);
  }

  #commit(commit: Commit<Lobby, LobbyEvent>): void {
    // Together: a snapshot says of how many events it is the state.
    this.#hold = { epoch: this.#hold.epoch, length: this.#hold.length + commit.steps.length };
    this.#durable = commit.state;
    if (this.#stoodFrom !== undefined) this.#goOn(this.#stoodFrom);
    this.#options.onCommit(commit);
    const { least, perMember } = snapshotEvery;
    if (this.#hold.length - this.#kept >= least + perMember * commit.state.members.size) this.#keep();
  }

  #goOn(stoodFrom: number): void {
    const { services, onDegraded } = this.#options;
    this.#stoodFrom = undefined;
    const ms = services.now() - stoodFrom;
    const giveBack = async (): Promise<void> => {
      await this.handle({ type: "stood", ms });
      // Unless the store has gone away again meanwhile.
      if (this.#stoodFrom !== undefined) return;
      this.#isDegraded = false;
      onDegraded(false);
    };
    // When the lobby is lost at this moment, onLost has said so.
    giveBack().catch(() => {});
  }

  /** Only makes the next waking quicker, so a failure is no more than logged. */
  #keep(): void {
    const { services, code } = this.#options;
    this.#kept = this.#hold.length;
    services.journal.keep(code, this.#hold, snapshotOf(this.#durable)).catch((error: unknown) => {
      if (!(error instanceof Conflict)) services.log.warn({ lobby: code, err: error }, "a snapshot was not kept");
    });
  }
}

/** An event or a mode that this version does not know leaves nothing behind. */
const isReadable = (games: Games, lobby: Lobby | undefined): boolean => {
  const play = lobby === undefined ? undefined : playOf(lobby);
  return lobby !== undefined && (play === undefined || (games.has(play.mode) && play.state !== undefined));
};

const factsOf = (lobby: Lobby): Facts => ({
  owner: lobby.ownerId,
  status: lobby.closed ? "closed" : lobby.stage.status,
  public: lobby.settings.public,
  listing: listingOf(lobby),
});
