import { type Client, type IRoomCache, ServerError } from "@colyseus/core";
import type { Commit } from "../src/core/actor.ts";
import type { PlayerId } from "../src/core/ids.ts";
import type { TurnedDown } from "../src/lobby/chat.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { gamesOf } from "../src/lobby/index.ts";
import { notices, type Urgency, urgencyOf, wokenNotice } from "../src/lobby/notices.ts";
import { type Lobby, restsFrom, times } from "../src/lobby/state.ts";
import { standingOf } from "../src/lobby/view.ts";
import type { Identity } from "../src/accounts/tokens.ts";
import { closeCodes, mayComeBack } from "../src/protocol/close-codes.ts";
import type { Code } from "../src/protocol/codes.ts";
import { joinFormat } from "../src/protocol/messages.ts";
import { Alarm } from "./alarm.ts";
import { BaseRoom, done, type Outcome, refused } from "./base-room.ts";
import { BotSeats } from "./bot-seats.ts";
import { Building } from "./building.ts";
import { type Entrance, entranceOf } from "./entrance.ts";
import { connectionOf, evict } from "./guard.ts";
import { writeInTurns } from "./outbox.ts";
import { Keeper } from "./keeper.ts";
import { Lines } from "./lines.ts";
import { lobbyHandlers } from "./lobby-handlers.ts";
import { deliverNotes } from "./note-delivery.ts";
import { isListedAlike, type LobbyMetadata, listingOf } from "./listing.ts";
import { codeOf, type LobbyOrigin, takeOver } from "./origin.ts";
import { doerOf, OwnViews } from "./own-views.ts";
import { PausingPoint } from "./pausing-point.ts";
import { Picturing } from "./picturing.ts";
import { LobbyState } from "./schema/lobby-state.ts";
import { Seats } from "./seats.ts";
import type { Services } from "./services.ts";
import { Showing } from "./showing.ts";
import { personOf, type Visitor } from "./visitor.ts";
import { welcome } from "./welcome.ts";

/** In a lobby of more members, joins are gathered before they are shown. */
const showJoinsUpTo = 64;

/** One lobby on Colyseus: a shell around its keeper. Nothing leaves it before its events are durable. */
export abstract class LobbyRoom extends BaseRoom<{ state: LobbyState; metadata: LobbyMetadata }> {
  override state = new LobbyState();

  readonly #seats = new Seats();
  #games!: Games;
  #keeper!: Keeper;
  #entrance!: Entrance;
  #building!: Building;
  #picturing!: Picturing;
  #bots!: BotSeats;
  #showing!: Showing;
  #ownViews!: OwnViews;
  #alarm!: Alarm;
  #listed = "";
  #lastListed: Lobby | undefined;
  #isOpen = false;
  #isCounted = false;
  readonly #lines = new Lines(
    (line) => this.tellAll("chat", line),
    () => performance.now(),
  );
  readonly #pausing = new PausingPoint(() => this.state.game);
  /** Until when those who come back are told that the lobby was interrupted. */
  #tellsUntil = 0;

  override async onCreate(origin: LobbyOrigin): Promise<void> {
    const { services } = this;
    const code = codeOf(origin);
    this.roomId = code;
    this.#games = gamesOf(services.games);
    this.#building = new Building(services, (built) => this.#handle(built));
    this.#picturing = new Picturing(services, (found) => this.#handle(found));
    this.#bots = new BotSeats(services, code);
    this.#alarm = new Alarm(services.now, () => this.#alarmed());
    this.#keeper = new Keeper({
      services,
      games: this.#games,
      code,
      onCommit: (commit) => this.#commit(commit),
      onDegraded: (degraded) => this.#degraded(degraded),
      onLost: (error) => this.#lost(error),
    });
    this.#entrance = entranceOf(services, () => this.#keeper.decided);
    this.#showing = new Showing({
      games: this.#games,
      screen: this.state,
      now: services.now,
      lobby: () => this.#keeper.durable,
      watchers: () => this.#seats.watchers,
      isDegraded: () => this.#keeper.isDegraded,
      send: () => this.broadcastPatch(),
      onGathered: (lobby) => this.#ownViews.tell(lobby),
    });
    this.#ownViews = new OwnViews(this.#games, (player) => this.#seats.holderOf(player));
    this.handlers = lobbyHandlers({
      services,
      games: this.#games,
      lobby: () => this.#keeper.durable,
      visitorOf: (client) => this.#visitorOf(client),
      standingOf: (player) => standingOf(this.#games, this.#keeper.durable, player),
      decide: (decided) => this.#handle(decided),
      tellOthers: (client, type, payload) => this.tellAll(type, payload, client),
    });
    this.prepare();
    if ("command" in origin) {
      const decision = await this.#keeper.create(origin.command);
      if (!decision.ok) throw new ServerError(400, decision.reason);
    } else {
      await this.#keeper.wake("taken" in origin ? origin.taken : await takeOver(services, origin));
      this.#tellsUntil = services.now() + times.seat;
    }
    const lobby = this.#keeper.durable;
    this.metadata = { ...listingOf(lobby), epoch: this.epoch };
    await this.setPrivate(!lobby.settings.public);
    services.metrics.lobbyOpened();
    this.#isCounted = true;
    services.running.add(code, this);
  }

  /** How the framework knows this room. */
  get listing(): IRoomCache {
    return Reflect.get(this, "_listing") as IRoomCache;
  }

  /** Gives up a lobby that could not be opened: somebody else may take it. */
  async abandon(): Promise<void> {
    await this.#rest(closeCodes.shutdown);
  }

  /** Called once the room can be joined. */
  open(): void {
    this.#isOpen = true;
    this.services.running.woke(this.roomId);
    this.#bots.fill(this.#keeper.durable);
  }

  /** Whether it decides and can be joined; not while it is going to sleep or closing. */
  get isRunning(): boolean {
    return this.#isOpen && !this.#keeper.isOver;
  }

  get isDegraded(): boolean {
    return this.#keeper.isDegraded;
  }

  /** Which life of the lobby this is; it rises with each waking. */
  get epoch(): number {
    return this.#keeper.epoch;
  }

  /** Why this person would not be let in now; asked before a seat is reserved, by other processes, too. */
  async admissionRefusal(identity: Identity, options: unknown): Promise<Code | undefined> {
    const { refusalFor, isBarred } = this.#entrance;
    return refusalFor(identity, options) ?? ((await isBarred(identity)) ? "banned" : undefined);
  }

  /** The lobby as anybody may see it over HTTP. */
  publicView(): object {
    return this.state.toJSON();
  }

  /** A command from the server's own routes. */
  async command(command: LobbyCommand): Promise<Outcome> {
    return this.#handle(command);
  }

  override async onJoin(client: Client, options?: unknown): Promise<void> {
    const identity = client.auth as Identity;
    const refusal = await this.admissionRefusal(identity, options);
    if (refusal !== undefined) throw new ServerError(403, refusal);
    const { as } = joinFormat.parse(options ?? {});
    writeInTurns(this.services, client);
    this.#enter(client, { identity, as });
    this.services.metrics.connected(identity.kind);
    if (as === "player") await this.#takeSeat(client, identity);
    // Gone again before the seat was durable: `onLeave` has seen to everything.
    if (this.#seats.visitorOf(client) === undefined) return;
    // Who joins finds themselves in their first state; in a big lobby that would cost everybody a patch a join.
    if (as !== "player" || this.#keeper.durable.members.size <= showJoinsUpTo) this.#showing.now();
    this.#welcome(client);
  }

  #enter(client: Client, visitor: Visitor): void {
    this.#seats.enter(client, visitor);
    const { expiresAt } = visitor.identity;
    if (expiresAt === undefined) return;
    const end = () => evict(this.services, client, closeCodes.tokenExpired, "token_expired");
    this.#seats.endAfter(client, expiresAt - this.services.now(), end);
  }

  /** Ends every connection of somebody whose tokens have been ended. */
  signOut(player: PlayerId): void {
    for (const client of this.#seats.connectionsOf(player)) {
      evict(this.services, client, closeCodes.tokenExpired, "signed_out");
    }
  }

  /** Puts somebody out who is banned from the whole server: the seat goes, and every connection. */
  expel(player: PlayerId): void {
    this.#seats.letGo(player);
    for (const client of this.#seats.connectionsOf(player)) evict(this.services, client, closeCodes.banned, "banned");
    if (this.#keeper.decided.members.has(player)) void this.#handle({ type: "leave", player });
  }

  /** Tells everybody here something from the staff. */
  announce(text: string): void {
    this.tellAll("notice", { code: "announcement", text });
  }

  /** The newest connection has the seat; an older one is told so and let go. */
  async #takeSeat(client: Client, identity: Identity): Promise<void> {
    const { services } = this;
    const older = this.#seats.take(identity.id, client);
    if (older !== undefined) evict(services, older, closeCodes.moved, "moved");
    const fresh = { id: services.newId(), seed: services.newId() };
    const outcome = await this.#handle({ type: "join", person: personOf(identity), fresh });
    if (outcome.ok) return;
    this.#seats.give(identity.id, client);
    if (this.#seats.forget(client) !== undefined) services.metrics.disconnected(identity.kind);
    throw new ServerError(403, outcome.code);
  }

  /** The lobby as it is for certain: for the staff's own look at it, and for nobody else. */
  get lobby(): Lobby {
    return this.#keeper.durable;
  }

  /** How many watch without a seat. */
  get watchers(): number {
    return this.#seats.watchers;
  }

  /** Has somebody here told at once what waits for them. */
  hasNotes(player: PlayerId): void {
    const holder = this.#seats.holderOf(player);
    if (holder !== undefined) void deliverNotes(this.services, holder, player);
  }

  #welcome(client: Client): void {
    // They find it in the history.
    this.#lines.flush();
    welcome(this.services, this.#games, this.#keeper.durable, client, this.#visitorOf(client));
    // Nobody was here to hear it when the lobby was woken.
    if (this.services.now() < this.#tellsUntil) client.send("notice", wokenNotice);
  }

  override onDrop(client: Client, code?: number): void {
    const visitor = this.#seats.visitorOf(client);
    if (visitor?.as !== "player") return;
    const { id, kind } = visitor.identity;
    if (!this.#seats.give(id, client)) return;
    // Who was let go for misuse leaves for good: held seats would fill a lobby with nobody.
    const { evicted } = connectionOf(client, this.services.now());
    void this.#handle({ type: evicted ? "leave" : "drop", player: id });
    const hasSeat = this.#keeper.decided.members.has(id);
    if (evicted || !hasSeat || !mayComeBack(code ?? closeCodes.abnormal)) return;
    this.#seats.hold(id, this.allowReconnection(client, "manual"), times.seat);
    // The framework does not report this connection again when its replacement comes.
    this.#seats.forget(client);
    this.services.metrics.disconnected(kind);
  }

  override async onReconnect(client: Client): Promise<void> {
    const identity = client.auth as Identity;
    writeInTurns(this.services, client);
    this.#enter(client, { identity, as: "player" });
    this.services.metrics.connected(identity.kind);
    await this.#takeSeat(client, identity);
    if (this.#seats.visitorOf(client) !== undefined) this.#welcome(client);
  }

  override onLeave(client: Client, code?: number): void {
    const visitor = this.#seats.forget(client);
    if (visitor === undefined) return;
    const { id, kind } = visitor.identity;
    this.services.metrics.disconnected(kind);
    if (visitor.as !== "player") return this.#showing.now();
    if (!this.#seats.give(id, client)) return;
    void this.#handle({ type: code === closeCodes.left ? "leave" : "drop", player: id });
  }

  /** From here on nothing is decided any more: that the clients go is no news. */
  override disconnect(code?: number): Promise<unknown> {
    this.#keeper?.end();
    this.#lines.flush();
    // A seat that was reserved and not yet taken would keep the room, and stand in the way of whoever runs the lobby.
    const reserved = Reflect.get(this, "_reservedSeats") as Record<string, unknown>;
    for (const seat of Object.keys(reserved)) delete reserved[seat];
    return super.disconnect(code);
  }

  override onDispose(): void {
    this.#alarm?.stop();
    this.#showing?.stop();
    this.#building?.stop();
    this.#picturing?.stop();
    if (this.#isCounted) this.services.metrics.lobbyClosed();
    this.services.running.woke(this.roomId);
    this.services.running.remove(this.roomId, this);
  }

  /** The server stops: everybody is told to come back, and whoever is asked next may wake the lobby at once. */
  override onBeforeShutdown(): void {
    this.#rest(closeCodes.shutdown).catch((error: unknown) => this.#warn(error, "did not close"));
  }

  protected override stateBytes(): number {
    return 4096 + this.state.players.size * 192;
  }

  #visitorOf(client: Client): Visitor {
    const visitor = this.#seats.visitorOf(client);
    if (visitor === undefined) throw new Error("a message from nobody");
    return visitor;
  }

  async #handle(command: LobbyCommand): Promise<Outcome> {
    try {
      const decision = await this.#keeper.handle(command);
      if (!decision.ok) return refused(decision.reason);
      // Some refusals have changed something: a strike was counted.
      const { refused: code } = (decision.reply ?? {}) as Partial<TurnedDown>;
      return code === undefined ? done(decision.reply) : refused(code);
    } catch {
      // The lobby is not ours any more, and #lost has said why.
      return refused("not_available");
    }
  }

  /** Called in order, once the events are durable: patches, notices and effects leave here. */
  #commit({ state, steps }: Commit<Lobby, LobbyEvent>): void {
    let urgency: Urgency = "never";
    for (const step of steps) urgency = moreUrgent(urgency, urgencyOf(this.#games, step.state, step.event));
    if (urgency === "now") this.#lines.flush();
    this.#showing.show(urgency);
    for (const step of steps) this.#follow(step.event, step.state);
    if (urgency === "now") this.#ownViews.tell(state);
    // Who did something hears of it; the others' views are looked at once for all that is gathered.
    else if (urgency === "soon") this.#ownViews.tell(state, new Set(steps.flatMap(({ event }) => doerOf(event) ?? [])));
    this.#wakeUp();
    this.#pausing.look();
    // What nobody sees, such as a chat line, changes nothing of the following.
    if (urgency === "never") return;
    this.#building.follow(state);
    this.#picturing.follow(state);
    if (this.#isOpen) this.#bots.fill(state);
    this.#list(state);
  }

  /** What one event brings about outside: notices, closed connections, counted games. */
  #follow(event: LobbyEvent, state: Lobby): void {
    for (const { to, type, payload } of notices(this.#games, state, event)) {
      if (type === "chat") {
        this.#lines.add(payload);
        continue;
      }
      this.#lines.flush();
      if (to === "all") this.tellAll(type, payload);
      else this.#seats.holderOf(to)?.send(type, payload);
    }
    if (event.type === "banned" || event.type === "unbanned") this.services.conduct.forget(event.player);
    if (event.type === "banned") this.#shutOut(event.player);
    if (event.type === "left") this.#showOut(event.player, event.reason);
    if (event.type === "closed") void this.#delete();
  }

  /** Who is banned loses every connection, with a seat or without. */
  #shutOut(player: PlayerId): void {
    this.#seats.letGo(player);
    for (const client of this.#seats.connectionsOf(player)) evict(this.services, client, closeCodes.banned, "banned");
  }

  /** Who was shown out loses the connection that had the seat. */
  #showOut(player: PlayerId, reason: string): void {
    this.#seats.letGo(player);
    const holder = this.#seats.holderOf(player);
    if (holder !== undefined && reason !== "left") this.#seats.give(player, holder);
    if (holder !== undefined && reason !== "left") {
      evict(this.services, holder, closeCodes.left, reason);
    }
  }

  async #delete(): Promise<void> {
    await this.disconnect(closeCodes.lobbyDeleted);
    await this.services.journal.remove(this.roomId).catch((error: unknown) => this.#warn(error, "was not removed"));
  }

  /** Sets the alarm for what is due next: the lobby's own deadline, or its going to sleep. */
  #wakeUp(): void {
    if (this.#keeper.isDegraded) this.#alarm.stop();
    else this.#alarm.set([this.#keeper.due, restsFrom(this.#keeper.durable)]);
  }

  /** It may be early: then nothing has run out yet, and the alarm is set again. */
  #alarmed(): void {
    const rests = restsFrom(this.#keeper.durable);
    if (rests !== undefined && rests <= this.services.now() && this.#seats.watchers === 0) {
      this.#rest(closeCodes.goingAway).catch((error: unknown) => this.#warn(error, "did not go to sleep"));
      return;
    }
    void this.#handle({ type: "tick" }).then(() => this.#wakeUp());
  }

  /** Leaves memory; what is known of the lobby is in its journal. */
  async #rest(code: number): Promise<void> {
    await this.#keeper.rest().catch((error: unknown) => this.#warn(error, "was not given up"));
    await this.disconnect(code);
  }

  /**
   * Leaves this process for another one, which `wakeElsewhere` chooses and waits for, as soon as no question is open;
   * everybody is told to come back. Resolves when the lobby has gone.
   */
  async handOver(wakeElsewhere: (code: string) => Promise<void>, deadline: AbortSignal): Promise<void> {
    await this.#pausing.wait(deadline);
    if (this.#keeper.isOver) return;
    await this.#keeper.rest().catch((error: unknown) => this.#warn(error, "was not given up"));
    const wakes = this.#seats.isEmpty ? Promise.resolve() : wakeElsewhere(this.roomId);
    await wakes.catch((error: unknown) => this.#warn(error, "was not taken over yet"));
    await this.disconnect(closeCodes.shutdown);
  }

  #warn(error: unknown, what: string): void {
    this.services.log.warn({ lobby: this.roomId, err: error }, `a lobby ${what}`);
  }

  /** Nothing can be made durable, or it can again: everybody sees that the clock stands. */
  #degraded(degraded: boolean): void {
    const text = degraded
      ? "The server can't save anything just now. The game waits."
      : "The server saves again. The game goes on.";
    this.#showing.now();
    this.tellAll("notice", { code: degraded ? "degraded" : "recovered", text });
    this.#wakeUp();
  }

  #list(state: Lobby): void {
    if (this.#lastListed !== undefined && isListedAlike(this.#lastListed, state)) return;
    this.#lastListed = state;
    const metadata = { ...listingOf(state), epoch: this.epoch };
    const text = JSON.stringify([metadata, state.settings.public]);
    if (text === this.#listed) return;
    this.#listed = text;
    void this.setMatchmaking({ metadata, private: !state.settings.public });
  }

  /** The lobby is run by another process now, or can't be run: nothing more leaves this room. */
  #lost(error: unknown): void {
    this.services.log.error({ lobby: this.roomId, err: error }, "a lobby stopped");
    this.#alarm?.stop();
    this.#showing.stop();
    void this.#letGo();
  }

  async #letGo(): Promise<void> {
    try {
      await this.disconnect(closeCodes.shutdown);
    } catch (error) {
      // While it is only being opened it can't be closed: then the opening fails.
      this.#warn(error, "was not closed");
    }
  }

  /** Called when this process finds that another has taken the lobby over. */
  lose(): void {
    this.#lost(new Error("another process runs this lobby now"));
  }
}

const moreUrgent = (a: Urgency, b: Urgency): Urgency =>
  a === "now" || b === "now" ? "now" : a === "soon" || b === "soon" ? "soon" : "never";

/** The lobbies of one server. */
export const lobbyRoomOf = (services: Services) =>
  class extends LobbyRoom {
    protected override readonly services = services;
    static override onAuth(token: string): Promise<Identity> {
      return services.admission.admit(token);
    }
  };
