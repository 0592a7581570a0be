import { type Client, ServerError } from "@colyseus/core";
import { Actor, type Commit } from "../src/core/actor.ts";
import type { Decision } from "../src/core/decider.ts";
import type { PlayerId } from "../src/core/ids.ts";
import { history } from "../src/lobby/chat.ts";
import type { LobbyCommand, LobbyReason } from "../src/lobby/commands.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { gamesOf, lobbyOf } from "../src/lobby/index.ts";
import { notices, type Urgency, urgencyOf } from "../src/lobby/notices.ts";
import { refusalFor } from "../src/lobby/seats.ts";
import { botSeats, botsIn, type Lobby, playOf, times } from "../src/lobby/state.ts";
import { standingOf } from "../src/lobby/view.ts";
import type { Identity } from "../src/accounts/tokens.ts";
import { closeCodes, mayComeBack } from "../src/protocol/close-codes.ts";
import type { Code } from "../src/protocol/codes.ts";
import { joinFormat } from "../src/protocol/messages.ts";
import type { Notices } from "../src/protocol/notices.ts";
import { BaseRoom, done, type Outcome, refused } from "./base-room.ts";
import { Building } from "./building.ts";
import { boundQueue, connectionOf, evict } from "./guard.ts";
import { lobbyHandlers } from "./lobby-handlers.ts";
import { type LobbyMetadata, listingOf } from "./listing.ts";
import { LobbyState } from "./schema/lobby-state.ts";
import { Seats } from "./seats.ts";
import type { Services } from "./services.ts";
import { Showing } from "./showing.ts";
import type { Visitor } from "./visitor.ts";

type NewLobby = Extract<LobbyCommand, { readonly type: "create" }>;

/** One lobby on Colyseus: a shell around its actor. Nothing leaves it before its events are durable. */
export abstract class LobbyRoom extends BaseRoom<{ state: LobbyState; metadata: LobbyMetadata }> {
  override state = new LobbyState();

  readonly #seats = new Seats();
  #games!: Games;
  #actor!: Actor<Lobby, LobbyCommand, LobbyEvent, LobbyReason>;
  #building!: Building;
  #showing!: Showing;
  #length = 0;
  #alarm: NodeJS.Timeout | undefined;
  #listed = "";
  #invited = 0;
  #isOpen = false;
  #isOver = false;

  override async onCreate({ command }: { readonly command: NewLobby }): Promise<void> {
    const { services } = this;
    this.roomId = command.code;
    this.#games = gamesOf(services.games);
    this.#building = new Building(services, (built) => this.#handle(built));
    this.#showing = new Showing({
      games: this.#games,
      screen: this.state,
      now: services.now,
      lobby: () => this.#actor.state,
      watchers: () => this.#seats.watchers,
      send: () => this.broadcastPatch(),
    });
    this.#actor = new Actor(lobbyOf(this.#games), {
      append: (events) => this.#append(events),
      defer: setImmediate,
      onCommit: (commit) => this.#commit(commit),
      onFailure: (error) => this.#fail(error),
    });
    this.handlers = lobbyHandlers({
      services,
      lobby: () => this.#actor.state,
      visitorOf: (client) => this.#visitorOf(client),
      standingOf: (player) => standingOf(this.#games, this.#actor.state, player),
      decide: (decided) => this.#handle(decided),
      tellOthers: (client, type, payload) => this.broadcast(type, payload, { except: client }),
    });
    this.prepare();
    await this.setPrivate(!command.settings.public);
    const decision = await this.#actor.handle(command, services.now());
    if (!decision.ok) throw new ServerError(400, decision.reason);
    this.metadata = listingOf(this.#actor.state);
    services.metrics.lobbyOpened();
  }

  /** Called once the room can be joined. */
  open(): void {
    this.#isOpen = true;
    this.#fillWithBots(this.#actor.state);
  }

  /** Why this person would not be let in now; asked before a seat is reserved. */
  refusalFor(identity: Identity, options: unknown): Code | undefined {
    const parsed = joinFormat.safeParse(options ?? {});
    if (!parsed.success) return "malformed";
    const now = this.services.now();
    if (parsed.data.as !== "player") return this.#watcherRefusal(identity, now);
    return refusalFor(this.#actor.state, identity, now);
  }

  #watcherRefusal(identity: Identity, now: number): Code | undefined {
    const { closed, banned } = this.#actor.state;
    if (closed) return "lobby_not_found";
    return (banned.get(identity.id) ?? 0) > now ? "banned" : undefined;
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
    const refusal = this.refusalFor(identity, options);
    if (refusal !== undefined) throw new ServerError(403, refusal);
    const { as } = joinFormat.parse(options ?? {});
    boundQueue(this.services, client);
    this.#seats.enter(client, { identity, as });
    if (as === "player") await this.#takeSeat(client, identity);
    else this.#showing.now();
    this.services.metrics.connected(identity.kind);
    this.#welcome(client);
  }

  /** The newest connection has the seat; an older one is told so and let go. */
  async #takeSeat(client: Client, identity: Identity): Promise<void> {
    const { services } = this;
    const older = this.#seats.take(identity.id, client);
    if (older !== undefined) evict(services, older, closeCodes.moved, "moved");
    const fresh = { id: services.newId(), seed: services.newId() };
    const outcome = await this.#handle({ type: "join", person: identity, fresh });
    if (outcome.ok) return;
    this.#seats.give(identity.id, client);
    this.#seats.forget(client);
    throw new ServerError(403, outcome.code);
  }

  #welcome(client: Client): void {
    const { identity, as } = this.#visitorOf(client);
    const lobby = this.#actor.state;
    const play = playOf(lobby);
    const own =
      as === "player" && play !== undefined ? this.#games.get(play.mode)?.viewFor(play.state, identity.id) : undefined;
    client.send("you", {
      player: as === "player" ? identity.id : "",
      role: as,
      serverTime: this.services.now(),
      history: history(lobby),
      answer: own?.answer ?? null,
      result: (own?.result ?? null) as Notices["result"] | null,
    } satisfies Notices["you"]);
  }

  override onDrop(client: Client, code?: number): void {
    const visitor = this.#seats.visitorOf(client);
    if (visitor?.as !== "player") return;
    const { id, kind } = visitor.identity;
    if (!this.#seats.give(id, client)) return;
    void this.#handle({ type: "drop", player: id });
    const { evicted } = connectionOf(client, this.services.now());
    const hasSeat = this.#actor.state.members.has(id);
    if (evicted || !hasSeat || !mayComeBack(code ?? closeCodes.abnormal)) return;
    this.#seats.hold(id, this.allowReconnection(client, times.seat / 1000));
    // The framework does not report this connection again when its replacement comes.
    this.#seats.forget(client);
    this.services.metrics.disconnected(kind);
  }

  override async onReconnect(client: Client): Promise<void> {
    const identity = client.auth as Identity;
    boundQueue(this.services, client);
    this.#seats.enter(client, { identity, as: "player" });
    await this.#takeSeat(client, identity);
    this.services.metrics.connected(identity.kind);
    this.#welcome(client);
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
    this.#isOver = true;
    return super.disconnect(code);
  }

  override onDispose(): void {
    clearTimeout(this.#alarm);
    this.#showing.stop();
    this.#building?.stop();
    this.services.metrics.lobbyClosed();
    void this.services.journal.remove(this.roomId);
  }

  #visitorOf(client: Client): Visitor {
    const visitor = this.#seats.visitorOf(client);
    if (visitor === undefined) throw new Error("a message from nobody");
    return visitor;
  }

  async #handle(command: LobbyCommand): Promise<Outcome> {
    if (this.#isOver) return refused("lobby_not_found");
    let decision: Decision<LobbyEvent, LobbyReason>;
    try {
      decision = await this.#actor.handle(command, this.services.now());
    } catch {
      // The actor has stopped, and #fail has said why.
      return refused("not_available");
    }
    return decision.ok ? done(decision.reply) : refused(decision.reason);
  }

  async #append(events: readonly LobbyEvent[]): Promise<void> {
    const { journal, metrics } = this.services;
    const started = performance.now();
    await journal.append(this.roomId, this.#length, events);
    this.#length += events.length;
    metrics.committed(events.length, (performance.now() - started) / 1000);
  }

  /** Called in order, once the events are durable: patches, notices and effects leave here. */
  #commit({ state, steps }: Commit<Lobby, LobbyEvent>): void {
    let urgency: Urgency = "never";
    for (const step of steps) urgency = moreUrgent(urgency, urgencyOf(this.#games, step.state, step.event));
    this.#showing.show(urgency);
    for (const step of steps) this.#follow(step.event, step.state);
    this.#building.follow(state);
    this.#fillWithBots(state);
    this.#wakeAt(state);
    this.#list(state);
  }

  /** What one event brings about outside: notices, closed connections, counted games. */
  #follow(event: LobbyEvent, state: Lobby): void {
    for (const { to, type, payload } of notices(this.#games, state, event)) {
      if (to === "all") this.broadcast(type, payload);
      else this.#seats.holderOf(to)?.send(type, payload);
    }
    if (event.type === "left") this.#showOut(event.player, event.reason, state);
    if (event.type === "game_completed" && event.counts) this.#record(event, state);
    if (event.type === "closed") void this.disconnect(closeCodes.lobbyDeleted);
  }

  #showOut(player: PlayerId, reason: string, state: Lobby): void {
    this.#seats.letGo(player);
    const client = this.#seats.holderOf(player);
    if (client === undefined || reason === "left") return;
    this.#seats.give(player, client);
    const isBanned = (state.banned.get(player) ?? 0) > this.services.now();
    evict(this.services, client, isBanned ? closeCodes.banned : closeCodes.left, reason);
  }

  #record({ game, mode, topic, at, standings }: LobbyEvent & { type: "game_completed" }, state: Lobby): void {
    this.services.standings
      .record({ game, lobby: state.code, mode, topic, at, lines: standings })
      .catch((error: unknown) =>
        this.services.log.error({ lobby: state.code, game, err: error }, "a game was not counted"),
      );
  }

  #fillWithBots(state: Lobby): void {
    if (state.closed || !this.#isOpen) return;
    const present = botsIn(state);
    for (let nth = present.length + this.#invited; nth < botSeats(state); nth++) {
      this.#invited++;
      this.services
        .inviteBot({
          code: state.code,
          wish: state.bots[nth] ?? { persona: null, skill: null },
          nth,
        })
        .catch((error: unknown) => this.services.log.warn({ lobby: state.code, err: error }, "a bot could not come"))
        .finally(() => this.#invited--);
    }
  }

  #wakeAt(state: Lobby): void {
    clearTimeout(this.#alarm);
    const due = lobbyOf(this.#games).nextDeadline(state);
    if (due === undefined) return;
    const wait = Math.min(Math.max(0, due - this.services.now()), 2 ** 31 - 1);
    this.#alarm = setTimeout(() => this.#tick(), wait);
  }

  /** Timers can fire early: then nothing has run out yet, and the alarm is set again. */
  #tick(): void {
    void this.#handle({ type: "tick" }).then(() => this.#wakeAt(this.#actor.state));
  }

  #list(state: Lobby): void {
    const metadata = listingOf(state);
    const text = JSON.stringify([metadata, state.settings.public]);
    if (text === this.#listed) return;
    this.#listed = text;
    void this.setMatchmaking({ metadata, private: !state.settings.public });
  }

  /** We are not the lobby's writer any more, or can't be: nothing more leaves this room. */
  #fail(error: unknown): void {
    this.services.log.error({ lobby: this.roomId, err: error }, "a lobby stopped");
    clearTimeout(this.#alarm);
    this.#showing.stop();
    void this.disconnect(closeCodes.mayReconnect);
  }
}

const moreUrgent = (a: Urgency, b: Urgency): Urgency =>
  a === "now" || b === "now" ? "now" : a === "soon" || b === "soon" ? "soon" : "never";

/** The lobbies of one server. */
export const lobbyRoomOf = (services: Services) =>
  class extends LobbyRoom {
    protected override readonly services = services;
    static override onAuth(token: string): Promise<Identity> {
      return Promise.resolve(services.tokens.verify(token));
    }
  };
