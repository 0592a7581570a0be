import { type Client, Room, type RoomException, type RoomMethodName, ServerError } from "@colyseus/core";
import type { Identity } from "../src/accounts/tokens.ts";
import type { Admin } from "../src/admin/admin.ts";
import type { PlayerId } from "../src/core/ids.ts";
import { type AdminNotices, adminMessages } from "../src/protocol/admin.ts";
import { closeCodes } from "../src/protocol/close-codes.ts";
import { tellRefusal } from "./base-room.ts";
import { Bucket } from "./bucket.ts";
import { evict, guardFrames, type Message, slip } from "./guard.ts";
import { writeInTurns } from "./outbox.ts";
import type { Connection } from "./connection.ts";
import { Lookers } from "./lookers.ts";
import type { Services } from "./services.ts";

type Watching = Pick<Admin, "overview" | "looking" | "wire">;

const overviewMs = 1000;
/** Figures alone change all the time, and need not be told as often. */
const figuresMs = 2000;
const openMs = 2000;
const recheckMs = 5000;
/** Who has so many bytes unread is told nothing more until they have read them. */
const unreadMost = 64 * 1024;
/** New matters told of one by one; of more, their number is enough. */
const newestMost = 20;
/** Messages of one connection: so many at once, and a second after that. */
const messages = { most: 10, perSecond: 4 } as const;

/** What the dashboard watches. Nothing is kept here, and nothing is decided. */
abstract class AdminRoom extends Room {
  protected abstract readonly services: Services;
  protected abstract readonly admin: Watching;

  override seatReservationTimeout = 5;
  override maxClients = 100;

  readonly #lookers = new Lookers((code) => this.admin.looking.at(code));
  readonly #buckets = new WeakMap<Client, Bucket>();
  /** What ends a connection when its token has run out. */
  readonly #timers = new Map<Client, NodeJS.Timeout>();
  readonly #ends: (() => void)[] = [];
  #told = { version: -1, at: 0 };
  #known: ReadonlySet<string> | undefined;
  #isBusy = false;

  override async onCreate(): Promise<void> {
    const { services, admin } = this;
    // A timestep set first, then no patch rate: otherwise the room would tick 60 times a second for nothing.
    this.setTimestep(() => {}, 2 ** 31 - 1);
    this.patchRate = null;
    guardFrames(this, services, {
      receive: (client, connection, message) => this.#receive(client, connection, message),
      refuse: tellRefusal,
    });
    this.#ends.push(
      services.running.onSignOut((player) => this.#signOut(player)),
      await admin.wire.hear("review", (news) => this.broadcast("review", news)),
      await admin.wire.hear("audit", (news) => this.broadcast("audit", news)),
      this.#every(overviewMs, () => this.#tellOverview()),
      this.#every(openMs, () => this.#lookAtQueue()),
      this.#every(recheckMs, () => this.#recheck()),
      this.#every(Lookers.everyMs, () => this.#lookers.tell()),
    );
  }

  override async onJoin(client: Client): Promise<void> {
    const identity = client.auth as Identity;
    if (!mayWatch(identity)) throw new ServerError(403, "not_owner");
    writeInTurns(this.services, client);
    const ms = (identity.expiresAt ?? Infinity) - this.services.now();
    const timer = setTimeout(() => this.#end(client, "token_expired"), Math.min(Math.max(0, ms), 2 ** 31 - 1));
    timer.unref();
    this.#timers.set(client, timer);
    client.send("overview", this.admin.overview.now());
    await this.#lookAtQueue();
  }

  override onLeave(client: Client): void {
    clearTimeout(this.#timers.get(client));
    this.#timers.delete(client);
    this.#lookers.forget(client);
  }

  override onDispose(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  override onUncaughtException(error: RoomException<this>, method: RoomMethodName): void {
    this.services.log.error({ room: "admin", method, err: error.cause ?? error }, "a room failed");
  }

  #receive(client: Client, connection: Connection, { type, payload, request }: Message): void {
    const { services } = this;
    const misread = () => slip(services, client, connection, request, { refuse: tellRefusal });
    if (typeof type !== "string" || !Object.hasOwn(adminMessages, type) || request !== undefined) return misread();
    const parsed = adminMessages[type as keyof typeof adminMessages].safeParse(payload);
    if (!parsed.success) return misread();
    if (!this.#bucketOf(client).take(services.now())) return tellRefusal(client, "too_fast", request);
    if (type === "refresh") client.send("overview", this.admin.overview.now());
    else this.#look(client, (parsed.data as { readonly code: string }).code);
  }

  #look(client: Client, code: string): void {
    this.#lookers.look(client, code.toUpperCase());
    this.#lookers.tell().catch(this.#worry);
  }

  #bucketOf(client: Client): Bucket {
    const bucket = this.#buckets.get(client) ?? new Bucket(messages.most, messages.perSecond, this.services.now());
    this.#buckets.set(client, bucket);
    return bucket;
  }

  async #tellOverview(): Promise<void> {
    if (this.clients.length === 0) return;
    const overview = this.admin.overview.now();
    const { version } = this.admin.overview;
    if (version === this.#told.version && overview.at - this.#told.at < figuresMs) return;
    this.#told = { version, at: overview.at };
    this.broadcast("overview", overview, { except: this.clients.filter(isBehind) });
  }

  /** Looks how many matters wait, and tells of those that nobody here knew. */
  async #lookAtQueue(): Promise<void> {
    // A slow store is not asked a second time at once.
    if (this.clients.length === 0 || this.#isBusy) return;
    this.#isBusy = true;
    try {
      const { overview } = this.admin;
      const before = overview.now().open;
      const isChanged = (await overview.refreshOpen()) !== before;
      if (this.#known !== undefined && !isChanged) return;
      const newest = await this.services.reviews.list({ state: "open", limit: newestMost });
      const unknown = newest.filter(({ id }) => this.#known?.has(id) === false);
      this.#known = new Set(newest.map(({ id }) => id));
      for (const { id, kind, state } of unknown) {
        this.broadcast("review", { id, kind, state } satisfies AdminNotices["review"]);
      }
    } finally {
      this.#isBusy = false;
    }
  }

  /** Tokens end in other processes as well; see Admission. */
  async #recheck(): Promise<void> {
    for (const client of this.clients) {
      if (!(await this.services.admission.isCurrent(client.auth as Identity))) this.#end(client, "signed_out");
    }
  }

  #signOut(player: PlayerId): void {
    for (const client of this.clients) if ((client.auth as Identity).id === player) this.#end(client, "signed_out");
  }

  #end(client: Client, why: string): void {
    evict(this.services, client, closeCodes.tokenExpired, why);
  }

  readonly #worry = (error: unknown): void => {
    this.services.log.warn({ err: error }, "the staff could not be told");
  };

  /** Does something again and again; gives what ends that. */
  #every(ms: number, work: () => Promise<void>): () => void {
    const timer = setInterval(() => void work().catch(this.#worry), ms);
    timer.unref();
    return () => clearInterval(timer);
  }
}

const isBehind = (client: Client): boolean =>
  ((client.ref as unknown as { readonly bufferedAmount?: number }).bufferedAmount ?? 0) > unreadMost;

/** Whether somebody may watch the server from inside. */
export const mayWatch = ({ role, kind }: Identity): boolean => role !== "player" && kind === "human";

/** The admin room of one server. */
export const adminRoomOf = (services: Services, admin: Watching) =>
  class extends AdminRoom {
    protected override readonly services = services;
    protected override readonly admin = admin;
    static override async onAuth(token: string): Promise<Identity> {
      const identity = await services.admission.admit(token);
      if (!mayWatch(identity)) throw new ServerError(403, "not_owner");
      return identity;
    }
  };
