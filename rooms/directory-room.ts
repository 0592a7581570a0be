import { type Client, LobbyRoom, type RoomException, type RoomMethodName } from "@colyseus/core";
import { z } from "zod";
import type { Identity } from "../src/accounts/tokens.ts";
import { tellRefusal } from "./base-room.ts";
import { guardFrames, slip } from "./guard.ts";
import { writeInTurns } from "./outbox.ts";
import type { Services } from "./services.ts";

const filterFormat = z.strictObject({
  filter: z
    .strictObject({
      name: z.literal("lobby"),
      metadata: z.partialRecord(z.enum(["status", "mode", "topic"]), z.string().max(100)).optional(),
    })
    .optional(),
});

/** The public lobbies, live: Colyseus' own listing room behind our guard. */
abstract class DirectoryRoom extends LobbyRoom {
  protected abstract readonly services: Services;

  override async onCreate(): Promise<void> {
    await super.onCreate({});
    guardFrames(this, this.services, {
      receive: (client, connection, { type, payload, request }) => {
        const parsed = filterFormat.safeParse({ filter: payload });
        if (type !== "filter" || !parsed.success || request !== undefined) {
          return slip(this.services, client, connection, request, { refuse: tellRefusal });
        }
        this.clientOptions[client.sessionId] = parsed.data as never;
        client.send("rooms", this.filterItemsForClient(parsed.data as never));
      },
      refuse: tellRefusal,
    });
  }

  override onJoin(client: Client): void {
    writeInTurns(this.services, client);
    super.onJoin(client, {});
  }

  override onUncaughtException(error: RoomException<this>, method: RoomMethodName): void {
    this.services.log.error({ room: "directory", method, err: error.cause ?? error }, "a room failed");
  }
}

/** The directory of one server. */
export const directoryRoomOf = (services: Services) =>
  class extends DirectoryRoom {
    protected override readonly services = services;
    static override async onAuth(token: string): Promise<Identity> {
      return services.admission.admit(token);
    }
  };
