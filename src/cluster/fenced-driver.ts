import { matchMaker } from "@colyseus/core";
import { RedisDriver } from "@colyseus/redis-driver";
import type { Redis } from "ioredis";
import { Outage } from "../journal/journal.ts";
import type { Log } from "../telemetry/log.ts";

type Listing = Parameters<RedisDriver["persist"]>[0];
type Operations = Parameters<RedisDriver["update"]>[1];
type Conditions = Parameters<RedisDriver["query"]>[0];
type Order = Parameters<RedisDriver["query"]>[1];

const key = "roomcaches";

/**
 * Writes a listing unless a newer life of the same room has one: KEYS[1] the hash, ARGV room, listing, process, epoch.
 * A listing of another process gives way only to a higher epoch.
 */
const put = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before then
  local listing = cjson.decode(before)
  local epoch = 0
  if type(listing.metadata) == 'table' and listing.metadata.epoch then epoch = listing.metadata.epoch end
  if listing.processId ~= ARGV[3] and epoch >= tonumber(ARGV[4]) then return 0 end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`;

/** Removes a listing if it is ours: ARGV room, process. */
const drop = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
if not before or cjson.decode(before).processId ~= ARGV[2] then return 0 end
return redis.call('HDEL', KEYS[1], ARGV[1])`;

const epochOf = ({ metadata }: Listing): number => (metadata as { readonly epoch?: number } | undefined)?.epoch ?? 0;

/**
 * Colyseus' driver, but that a process which stood still, and whose lobby another runs by now, neither overwrites nor
 * removes the listing of who has it. While Redis is away rooms go on without a listing, and get it back afterwards;
 * what is asked meanwhile rejects with Outage.
 */
export class FencedDriver extends RedisDriver {
  readonly #redis: Redis;
  readonly #log: Log;

  constructor(redis: Redis, log: Log) {
    super(redis);
    this.#redis = redis;
    this.#log = log;
  }

  override async query(conditions: Conditions, order?: Order): Promise<Listing[]> {
    return this.#read(async () => super.query(conditions, order));
  }

  override async findOne(conditions: Conditions, order?: Order): Promise<Listing> {
    return this.#read(async () => super.findOne(conditions, order));
  }

  override async findByIds(roomIds: string[]): Promise<Map<string, Listing>> {
    return this.#read(async () => super.findByIds(roomIds));
  }

  override async persist(room: Listing): Promise<boolean> {
    return room.roomId ? this.#put(room) : false;
  }

  override async update(room: Listing, operations: Operations): Promise<boolean> {
    Object.assign(room, operations.$set);
    const sums = room as unknown as Record<string, number>;
    for (const [field, by] of Object.entries(operations.$inc ?? {})) sums[field] = (sums[field] ?? 0) + (by as number);
    return this.#put(room);
  }

  override async remove(roomId: string): Promise<boolean> {
    return this.#try(() => this.#redis.eval(drop, 1, key, roomId, matchMaker.processId));
  }

  /** The connection is not ours alone: who has opened it closes it, when nobody needs it any more. */
  override async shutdown(): Promise<void> {}

  /** The framework shares one reading among all who ask at once, and after a failure among all who will ever ask. */
  async #read<Found>(read: () => Promise<Found>): Promise<Found> {
    try {
      return await read();
    } catch (error) {
      Reflect.set(this, "_concurrentRoomCacheRequest", undefined);
      Reflect.set(this, "_roomCacheRequestByName", {});
      throw new Outage("the listings can't be read just now", { cause: error });
    }
  }

  #put(room: Listing): Promise<boolean> {
    const text = JSON.stringify(room);
    return this.#try(() => this.#redis.eval(put, 1, key, room.roomId, text, matchMaker.processId, epochOf(room)));
  }

  async #try(command: () => Promise<unknown>): Promise<boolean> {
    try {
      return (await command()) === 1;
    } catch (error) {
      this.#log.debug({ err: error }, "a listing was not written");
      return false;
    }
  }
}
