import {
  type Client,
  type ClientPrivate,
  getMessageBytes,
  Protocol,
  ResponseStatus,
  Room,
  type RoomException,
  type RoomMethodName,
  type RoomOptions,
  ServerError,
} from "@colyseus/core";
import type { z } from "zod";
import type { Identity } from "../src/accounts/tokens.ts";
import { Conflict, Held } from "../src/journal/journal.ts";
import { type Code, refusal } from "../src/protocol/codes.ts";
import { messages, type Messages, type MessageType } from "../src/protocol/messages.ts";
import type { Connection } from "./connection.ts";
import { guardFrames, type Message, slip } from "./guard.ts";
import { put } from "./outbox.ts";
import { CopyingSerializer } from "./serializer.ts";
import type { Services } from "./services.ts";

/** What a handler makes of a message. */
export type Outcome = { readonly ok: true; readonly reply?: unknown } | { readonly ok: false; readonly code: Code };

export const done = (reply?: unknown): Outcome => ({ ok: true, reply });
export const refused = (code: Code): Outcome => ({ ok: false, code });

export type Handlers = {
  readonly [Type in MessageType]?: (client: Client, message: Messages[Type]) => Outcome | Promise<Outcome>;
};

type AnyHandler = (client: Client, payload: unknown) => Outcome | Promise<Outcome>;

/** Longer than any timer may be is never. */
const never = 2 ** 31 - 1;

/**
 * What every room of ours stands on: guarded frames, checked messages, refusals with codes, patches only
 * when asked for, and no error of one room that reaches another.
 */
export abstract class BaseRoom<Options extends RoomOptions = RoomOptions> extends Room<Options> {
  protected abstract readonly services: Services;
  protected handlers: Handlers = {};
  readonly #slipping = { refuse: this.#refuse.bind(this) };

  override seatReservationTimeout = 5;
  override autoDispose = false;

  /** Call first in `onCreate`. */
  protected prepare(): void {
    // A timestep set first, then no patch rate: otherwise each room would tick 60 times a second for nothing.
    this.setTimestep(() => {}, never);
    this.patchRate = null;
    guardFrames(this, this.services, {
      receive: (client, connection, message) => void this.#receive(client, connection, message),
      refuse: (client, code, request) => this.#refuse(client, code, request),
    });
  }

  override setSerializer(): void {
    super.setSerializer(new CopyingSerializer(() => this.stateBytes()) as never);
  }

  /** About how many bytes the whole state takes; too much costs memory, too little a line on the console. */
  protected stateBytes(): number {
    return 4096;
  }

  /** Without this method a throw in one handler would end the whole process. */
  override onUncaughtException(error: RoomException<this>, method: RoomMethodName): void {
    const err = error.cause ?? error;
    // That it can't be opened here, or joined, is said to who asked.
    const isTold = err instanceof ServerError || err instanceof Held || err instanceof Conflict;
    if (isTold && (method === "onCreate" || method === "onJoin")) return;
    this.services.log.error({ lobby: this.roomId, method, err }, "a room failed");
  }

  /**
   * Tells everybody here, or all but one. The framework's `broadcast` does the same by way of four functions for each
   * client, which in a crowd costs a fifth of what the writing does.
   */
  protected tellAll(type: string, payload: unknown, except?: Client): void {
    const message = getMessageBytes.raw(Protocol.ROOM_DATA, type, payload);
    for (const client of this.clients) if (client !== except) put(client, message);
  }

  async #receive(client: Client, connection: Connection, message: Message): Promise<void> {
    const { services } = this;
    const { type, request } = message;
    if (!isKnown(type)) return slip(services, client, connection, request, this.#slipping);
    const handler = this.handlers[type] as AnyHandler | undefined;
    if (handler === undefined) return this.#refuse(client, "not_available", request);
    if (!connection.message(type, services.now())) return this.#refuse(client, "too_fast", request);
    const started = performance.now();
    const end = services.traces?.message(this.roomId, type, playerOf(client));
    let refusedAs: Code | undefined;
    const parsed = messages[type].safeParse(message.payload);
    if (parsed.success) {
      try {
        const outcome = await handler(client, parsed.data);
        if (!outcome.ok) refusedAs = outcome.code;
        else if (request !== undefined) reply(client, request, ResponseStatus.OK, outcome.reply);
      } catch (error) {
        const player = playerOf(client);
        services.log.error({ lobby: this.roomId, player, message: type, err: error }, "a message failed");
        refusedAs = "not_available";
      }
      if (refusedAs !== undefined) this.#refuse(client, refusedAs, request);
    } else if (isTooLong(parsed.error)) {
      refusedAs = "too_long";
      this.#refuse(client, refusedAs, request);
    } else {
      refusedAs = "malformed";
      slip(services, client, connection, request, this.#slipping);
    }
    services.metrics.replied(type, (performance.now() - started) / 1000);
    end?.(refusedAs);
  }

  #refuse(client: Client, code: Code, request: number | undefined): void {
    this.services.metrics.refused(code);
    tellRefusal(client, code, request);
  }
}

const reply = (client: Client, request: number, status: ResponseStatus, payload?: unknown): void =>
  (client as Client & ClientPrivate).enqueueRaw(getMessageBytes[Protocol.ROOM_RESPONSE](request, status, payload));

/** Tells a refusal: to a `request` as its answer, otherwise as a notice. */
export const tellRefusal = (client: Client, code: Code, request: number | undefined): void => {
  if (request !== undefined) return reply(client, request, ResponseStatus.REJECTED, refusal(code));
  const { message } = refusal(code);
  client.send("notice", { code, text: message });
};

const isKnown = (type: string | number): type is MessageType =>
  typeof type === "string" && Object.hasOwn(messages, type);

const playerOf = ({ auth }: Client): string => (auth as Partial<Identity> | undefined)?.id ?? "";

/** Whether all that is wrong with a message is the length of a text. */
const isTooLong = (error: z.ZodError): boolean =>
  error.issues.every((issue) => issue.code === "too_big" && issue.origin === "string");
