import type { Room } from "@colyseus/sdk";
import { signal } from "@preact/signals";
import { client } from "./session.ts";

/** A public lobby, as the directory lists it. */
export type Listing = {
  readonly code: string;
  readonly title: string;
  readonly topic: string;
  readonly status: string;
  readonly players: number;
  readonly maxPlayers: number;
};

/** undefined until the directory has been heard. */
export const listings = signal<readonly Listing[] | undefined>(undefined);

type RoomListing = { readonly roomId: string; readonly clients?: number; readonly metadata?: Partial<Listing> };

const againMs = 3000;

const read = ({ roomId, clients, metadata = {} }: RoomListing): Listing => ({
  code: metadata.code ?? roomId,
  title: metadata.title ?? "",
  topic: metadata.topic ?? "",
  status: metadata.status ?? "",
  players: metadata.players ?? clients ?? 0,
  maxPlayers: metadata.maxPlayers ?? 0,
});

/** Keeps `listings` up to date until the returned function is called. */
export const watchDirectory = (): (() => void) => {
  let over = false;
  let room: Room | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    if (!over) timer = setTimeout(() => void join(), againMs);
  };
  const join = async () => {
    try {
      room = await client.join("directory");
    } catch {
      return later();
    }
    room.reconnection.enabled = false;
    room.onLeave(later);
    room.onMessage("rooms", (rooms: readonly RoomListing[]) => (listings.value = rooms.map(read)));
    room.onMessage("+", ([, listing]: [string, RoomListing]) => put(read(listing)));
    room.onMessage("-", (code: string) => drop(code));
    room.onMessage("*", () => undefined);
    if (over) void room.leave();
  };
  void join();
  return () => {
    over = true;
    clearTimeout(timer);
    if (room?.connection.isOpen) void room.leave();
  };
};

const put = (listing: Listing): void => {
  const known = listings.value ?? [];
  const isKnown = known.some(({ code }) => code === listing.code);
  listings.value = isKnown
    ? known.map((other) => (other.code === listing.code ? listing : other))
    : [...known, listing];
};

const drop = (gone: string): void => {
  listings.value = listings.value?.filter(({ code }) => code !== gone);
};
