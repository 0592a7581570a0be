import { type Kysely, sql, type Transaction } from "kysely";
import { asOutage, isUniqueViolation } from "../database/outage.ts";
import type { Tables } from "../database/tables.ts";
import { storableJson } from "../database/texts.ts";
import { Conflict, type Facts, Held, type Hold, type Journal, type Listed, Unreadable } from "./journal.ts";
import { leaseMs } from "./lease.ts";
import { erasingIn } from "./sql-erasing.ts";
import { eventShape, upcast } from "./upcast.ts";

export type SqlOptions<Extra> = {
  readonly db: Kysely<Tables>;
  /** This process, as in the table `process`. */
  readonly runner: string;
  readonly now: () => number;
  /** Whether another process that has a lease is really there; it is asked before it is waited for. */
  readonly answers: (process: { readonly id: string; readonly address: string }) => Promise<boolean>;
  /** Writes what is to be counted or told, in the transaction of the events. */
  readonly alongside: (transaction: Transaction<Tables>, stream: string, extra: Extra) => Promise<void>;
  /** Whether there is anything in an extra to be written. */
  readonly hasExtra: (extra: Extra) => boolean;
  /** Called when an extra has been written for good. */
  readonly afterwards?: (extra: Extra) => void;
};

/** A journal in a PostgreSQL database. Who holds a stream is its `runner`; who may write to it has its `epoch`. */
export const sqlJournal = <Event, Extra>(options: SqlOptions<Extra>): Journal<Event, Extra> => {
  const { db, runner, now } = options;
  const facts = ({ owner, status, public: isPublic, listing }: Facts) => ({
    owner,
    status,
    public: isPublic,
    listing: storableJson(listing),
  });
  /** What was last written of a lobby's facts, so that they are written only when they change. */
  const written = new Map<string, string>();

  const read = async (stream: string, after: number): Promise<readonly Event[]> => {
    const rows = await db
      .selectFrom("event")
      .select("data")
      .where("lobby", "=", stream)
      .where("seq", ">", after)
      .orderBy("seq")
      .execute();
    return rows.map(({ data }) => upcast(data) as Event);
  };

  const appendIn = async (on: Kysely<Tables>, stream: string, hold: Hold, events: readonly Event[]): Promise<void> => {
    const rows = events.map((data, index) => ({ seq: hold.length + index + 1, data }));
    const result = await sql<{ added: number }>`
      with mine as (select code from lobby where code = ${stream} and epoch = ${hold.epoch} for share),
      added as (
        insert into event (lobby, seq, epoch, data)
        select mine.code, x.seq, ${hold.epoch}, x.data
        from mine, jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(seq int, data jsonb)
        returning 1)
      select count(*)::int as added from added`.execute(on);
    if (result.rows[0]?.added !== events.length) throw new Conflict(`the hold on ${stream} is out of date`);
  };

  /** After an outage the batch may be there already, written by ourselves. */
  const isThere = async (stream: string, hold: Hold, events: readonly Event[]): Promise<boolean> => {
    const last = await db
      .selectFrom("event")
      .select("epoch")
      .where("lobby", "=", stream)
      .where("seq", "=", hold.length + events.length)
      .executeTakeFirst();
    return last?.epoch === hold.epoch;
  };

  const write: Journal<Event, Extra>["append"] = async (stream, hold, { events, facts: told, extra }) => {
    const text = JSON.stringify(told);
    const factsChanged = written.get(stream) !== text;
    if (!factsChanged && !options.hasExtra(extra)) return appendIn(db, stream, hold, events);
    await db.transaction().execute(async (transaction) => {
      await appendIn(transaction, stream, hold, events);
      if (factsChanged) {
        const touched = { ...facts(told), touched_at: sql<Date>`now()` };
        await transaction.updateTable("lobby").set(touched).where("code", "=", stream).execute();
      }
      if (options.hasExtra(extra)) await options.alongside(transaction, stream, extra);
    });
    written.set(stream, text);
    if (options.hasExtra(extra)) options.afterwards?.(extra);
  };

  return {
    create: async (stream, told) => {
      try {
        await db
          .insertInto("lobby")
          .values({ code: stream, epoch: 1, runner, shape: eventShape, ...facts(told) })
          .execute();
      } catch (error) {
        throw isUniqueViolation(error) ? new Conflict(`${stream} exists`) : error;
      }
      return { epoch: 1, length: 0 };
    },

    take: (stream) => {
      // Whoever had it meanwhile has written facts of their own.
      written.delete(stream);
      return take<Event>(options, stream, read);
    },

    append: async (stream, hold, batch) => {
      try {
        await write(stream, hold, batch);
      } catch (error) {
        const outage = asOutage(error);
        if (outage !== undefined) throw outage;
        const isRefused = error instanceof Conflict || isUniqueViolation(error);
        if (!isRefused) throw error;
        if (await isThere(stream, hold, batch.events)) {
          if (options.hasExtra(batch.extra)) options.afterwards?.(batch.extra);
          return;
        }
        throw new Conflict(`the hold on ${stream} is out of date`, { cause: error });
      }
    },

    keep: async (stream, hold, state) => {
      const kept = await db
        .updateTable("lobby")
        .set({ snapshot: storableJson(state), snapshot_seq: hold.length })
        .where("code", "=", stream)
        .where("epoch", "=", hold.epoch)
        .executeTakeFirst();
      if (kept.numUpdatedRows === 0n) throw new Conflict(`the hold on ${stream} is out of date`);
    },

    release: async (stream, epoch, stoodFrom) => {
      written.delete(stream);
      const seconds = stoodFrom === undefined ? 0 : Math.max(0, (now() - stoodFrom) / 1000);
      await db
        .updateTable("lobby")
        .set({ runner: null, touched_at: sql<Date>`now() - make_interval(secs => ${seconds})` })
        .where("code", "=", stream)
        .where("epoch", "=", epoch)
        .execute();
    },

    stillOurs: async (holds) => {
      if (holds.size === 0) return new Set();
      const rows = await db
        .selectFrom("lobby")
        .select(["code", "epoch"])
        .where("code", "in", [...holds.keys()])
        .execute();
      return new Set(rows.filter(({ code, epoch }) => holds.get(code) === epoch).map(({ code }) => code));
    },

    read: (stream) => read(stream, 0),

    find: async (stream): Promise<Listed | undefined> => {
      const row = await db.selectFrom("lobby").selectAll().where("code", "=", stream).executeTakeFirst();
      if (row === undefined) return undefined;
      const { owner, status, public: isPublic, listing } = row;
      return { stream, owner, status, public: isPublic, listing: listing as object, asleep: row.runner === null };
    },

    running: async (owner) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from lobby l
        where l.owner = ${owner} and l.runner is not null and l.status <> 'closed'
          and (l.runner = ${runner} or exists (select from process where id = l.runner and lease_until > now()))`.execute(
        db,
      );
      return rows[0]?.count ?? 0;
    },

    remove: async (stream) => {
      written.delete(stream);
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("lobby").where("code", "=", stream).execute();
        // A code may come again one day, and its numbers with it.
        await transaction.deleteFrom("outbox").where("lobby", "=", stream).execute();
      });
    },

    removeOlder: async (before) => {
      const age = Math.max(0, (now() - before) / 1000);
      const gone = await db
        .deleteFrom("lobby")
        .where("touched_at", "<", sql<Date>`now() - make_interval(secs => ${age})`)
        .where((where) =>
          where.or([
            where.eb("runner", "is", null),
            where.not(
              where.exists(
                where
                  .selectFrom("process")
                  .select("id")
                  .whereRef("process.id", "=", "lobby.runner")
                  .where("lease_until", ">", sql<Date>`now()`),
              ),
            ),
          ]),
        )
        .returning("code")
        .execute();
      const codes = gone.map(({ code }) => code);
      if (codes.length > 0) await db.deleteFrom("outbox").where("lobby", "in", codes).execute();
      return codes;
    },

    ...erasingIn<Event>(db),
  };
};

type Found = {
  readonly epoch: number;
  readonly runner: string | null;
  readonly status: string;
  readonly shape: number;
  readonly address: string | null;
  /** Until when its process counts as alive, in ms since 1970. */
  readonly lease: number;
  readonly live: boolean;
  readonly stood_ms: number;
};

/** Whether a process has renewed its lease since that was read. */
const hasRenewed = async (db: Kysely<Tables>, process: string, lease: number): Promise<boolean> => {
  const { rows } = await sql<{ lease: number }>`
    select extract(epoch from lease_until)::float8 * 1000 as lease from process where id = ${process}`.execute(db);
  return (rows[0]?.lease ?? 0) > lease;
};

const tries = 3;

/** Takes a lobby over: looks who runs it, asks them, and raises the epoch unless somebody else was faster. */
const take = async <Event>(
  { db, runner, now, answers }: Pick<SqlOptions<never>, "db" | "runner" | "now" | "answers">,
  stream: string,
  read: (stream: string, after: number) => Promise<readonly Event[]>,
) => {
  for (let n = 0; n < tries; n++) {
    // Somebody ran it until a lease before their lease ends, or until its last event; all by the database's clock.
    const { rows } = await sql<Found>`
      select l.epoch, l.runner, l.status, l.shape, p.address, coalesce(p.lease_until > now(), false) as live,
        coalesce(extract(epoch from p.lease_until), 0)::float8 * 1000 as lease,
        extract(epoch from now() - least(now(), greatest(
          case when l.runner is null then l.touched_at
               else coalesce(p.lease_until - make_interval(secs => ${leaseMs / 1000}), l.touched_at) end,
          (select max(at) from event where lobby = l.code))))::float8 * 1000 as stood_ms
      from lobby l left join process p on p.id = l.runner
      where l.code = ${stream}`.execute(db);
    const found = rows[0];
    if (found === undefined || found.status === "closed") return undefined;
    const { epoch, runner: holder, address, live, lease, shape } = found;
    if (holder !== null && holder !== runner && live) {
      const isThere = await answers({ id: holder, address: address ?? "" });
      // One that is silent may be busy, or this one is: then it has said meanwhile that it is alive.
      if (isThere || (await hasRenewed(db, holder, lease))) throw new Held(`${stream} is run by another process`);
    }
    if (shape > eventShape) throw new Unreadable(`${stream} was written by a newer version`);
    const taken = await db
      .updateTable("lobby")
      .set({ epoch: epoch + 1, runner, touched_at: sql<Date>`now()`, shape: eventShape })
      .where("code", "=", stream)
      .where("epoch", "=", epoch)
      .returning(["epoch", "snapshot", "snapshot_seq"])
      .executeTakeFirst();
    if (taken === undefined) continue;
    const events = await read(stream, taken.snapshot_seq);
    return {
      epoch: taken.epoch,
      length: taken.snapshot_seq + events.length,
      snapshot: taken.snapshot ?? undefined,
      snapshotLength: taken.snapshot_seq,
      events,
      stoodFrom: now() - found.stood_ms,
    };
  }
  throw new Held(`${stream} is being taken over by others`);
};
