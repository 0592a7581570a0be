import type { Client, Room } from "@colyseus/sdk";
import { LocalClient } from "../../src/bots/local-client.ts";
import type { TestApp } from "./app.ts";

/** Something that came to somebody: a frame, or the text of an HTTP answer. */
export type Item = { readonly to: string; readonly kind: "frame" | "http"; readonly bytes: Buffer };
/** What the server decided, in its place between what came before and what comes after. */
export type Mark = { readonly kind: "mark"; readonly type: "asked" | "closed"; readonly question: string };

/** Everything that leaves a server, in order, with the instants at which questions open and close. */
export class Wire {
  readonly log: (Item | Mark)[] = [];
  readonly #undo: (() => void)[] = [];

  /** Begin before anybody joins. */
  constructor(app: TestApp) {
    this.#followJournal(app);
    this.#followBots();
    this.#followHttp();
  }

  stop(): void {
    for (const undo of this.#undo) undo();
  }

  #record(to: string, kind: Item["kind"], bytes: Uint8Array): void {
    this.log.push({ to, kind, bytes: Buffer.from(bytes) });
  }

  /** Nothing leaves a lobby before its events are in the journal, so a mark stands before all that follows from it. */
  #followJournal({ services: { journal } }: TestApp): void {
    const append = journal.append.bind(journal);
    Object.assign(journal, {
      append: (...[stream, hold, batch]: Parameters<typeof append>) => {
        for (const event of batch.events) if (event.type === "in_game") this.#mark(event.event as unknown as Mark);
        return append(stream, hold, batch);
      },
    });
  }

  #mark({ type, question }: Mark): void {
    if (type === "asked" || type === "closed") this.log.push({ kind: "mark", type, question });
  }

  #followBots(): void {
    const raw = Reflect.get(LocalClient.prototype, "raw");
    const record = this.#record.bind(this);
    LocalClient.prototype.raw = function (this: LocalClient, data) {
      record(`bot ${this.sessionId}`, "frame", data);
      raw.call(this, data);
    };
    this.#undo.push(() => (LocalClient.prototype.raw = raw));
  }

  #followHttp(): void {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init);
      this.#record("http", "http", Buffer.from(await response.clone().arrayBuffer()));
      return response;
    };
    this.#undo.push(() => (globalThis.fetch = fetch));
  }

  /** Keeps every frame that reaches this SDK client, from the handshake on. */
  follow(to: string, client: Client): void {
    const maker = client as unknown as { createRoom: (...args: unknown[]) => Room };
    const create = maker.createRoom.bind(client);
    maker.createRoom = (...args) => {
      const room = create(...args);
      const connect = room.connect.bind(room);
      room.connect = (...given) => {
        connect(...given);
        const { events } = room.connection;
        const take = events.onmessage as (event: { data: ArrayBuffer }) => void;
        const keep = (event: { data: ArrayBuffer }) => {
          this.#record(`${to} ${room.name} ${room.sessionId}`, "frame", new Uint8Array(event.data));
          take(event);
        };
        Object.assign(events, { onmessage: keep });
      };
      return room;
    };
  }
}
