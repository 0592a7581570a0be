import { type Kysely, sql } from "kysely";
import { removedName } from "../core/removed.ts";
import type { Tables } from "../database/tables.ts";
import { forgettable, forgetting, type StoredEvent, withoutWords } from "./erasing.ts";
import type { Journal, PersonalEvent } from "./journal.ts";
import { upcast } from "./upcast.ts";

type Erasing<Event> = Pick<Journal<Event, never>, "ofPerson" | "expireWords" | "forget">;
type Row = { readonly lobby: string; readonly seq: number; readonly data: unknown };

/** Rows looked at at once. */
const batch = 1000;

/** As the index `event_person` has it. */
const personOf = sql<string>`coalesce(data ->> 'player', data -> 'line' ->> 'player', data ->> 'owner')`;
const isPersonal = sql<boolean>`data ->> 'type' in ('created', 'joined', 'chatted', 'held', 'reported')`;

/** As the index `event_words` has it. */
const writtenAt = sql<number>`(coalesce(data ->> 'at', data -> 'line' ->> 'at'))::float8`;
const hasWords = sql<boolean>`
  data ->> 'type' in ('chatted', 'held', 'struck', 'reported', 'muted', 'line_removed')
  and coalesce(data ->> 'text', data -> 'line' ->> 'text', data ->> 'reason', '') <> ''`;

/** What is taken out of the streams in the tables. */
export const erasingIn = <Event>(db: Kysely<Tables>): Erasing<Event> => ({
  ofPerson: async (person, { limit, after }) => {
    const { rows } = await sql<Row>`
      select lobby, seq, data from event
      where ${isPersonal} and ${personOf} = ${person}
        and (lobby, seq) > (${after?.stream ?? ""}, ${after?.seq ?? 0})
      order by lobby, seq limit ${limit}`.execute(db);
    return rows.map(({ lobby, seq, data }): PersonalEvent<Event> => {
      return { stream: lobby, seq, event: upcast(data) as Event };
    });
  },

  expireWords: (before, most) =>
    db.transaction().execute(async (trx) => {
      // What another process is erasing just now is left to it.
      const { rows } = await sql<Row>`
        select lobby, seq, data from event where ${hasWords} and ${writtenAt} < ${before}::float8
        order by ${writtenAt} limit ${most} for update skip locked`.execute(trx);
      await rewrite(
        trx,
        rows.map((row) => ({ ...row, data: withoutWords(row.data as StoredEvent) })),
      );
      await dropSnapshots(trx, [...new Set(rows.map(({ lobby }) => lobby))]);
      return rows.length;
    }),

  forget: async (person) => {
    const { rows } = await sql<{ readonly code: string }>`
      select distinct lobby as code from event where ${isPersonal} and ${personOf} = ${person}
      union select code from lobby where owner = ${person}
      order by 1`.execute(db);
    for (const { code } of rows) await db.transaction().execute((trx) => forgetIn(trx, code, person));
  },
});

/** In one transaction: what bots said is found by a name, which is gone afterwards. */
const forgetIn = async (trx: Kysely<Tables>, code: string, person: string): Promise<void> => {
  const lobby = await trx.selectFrom("lobby").select("owner").where("code", "=", code).executeTakeFirst();
  const isOwner = lobby?.owner === person;
  const without = forgetting(person, isOwner);
  let after = 0;
  for (;;) {
    const { rows } = await sql<Row>`
      select lobby, seq, data from event
      where lobby = ${code} and seq > ${after} and data ->> 'type' = any(${[...forgettable]}::text[])
        and (
          ${person} in (data ->> 'player', data -> 'line' ->> 'player', data ->> 'by')
          or (data ->> 'type' in ('in_game', 'game_started') and strpos(data::text, ${person}) > 0)
          or data ->> 'kind' = 'bot'
          or data ->> 'type' in ('created', 'settings_changed', 'game_completed')
        )
      order by seq limit ${batch}`.execute(trx);
    const all = rows.map((row) => ({
      ...row,
      before: JSON.stringify(row.data),
      data: without(row.data as StoredEvent),
    }));
    await rewrite(
      trx,
      all.filter(({ before, data }) => JSON.stringify(data) !== before),
    );
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < batch) break;
  }
  await dropSnapshots(trx, [code]);
  if (isOwner) await sql`update lobby set listing = listing || '{"title": ""}' where code = ${code}`.execute(trx);
  await forgetTold(trx, code, person);
};

const rewrite = async (trx: Kysely<Tables>, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return;
  const values = JSON.stringify(rows.map(({ lobby, seq, data }) => ({ lobby, seq, data })));
  await sql`
    update event set data = v.data from jsonb_to_recordset(${values}::jsonb) as v (lobby text, seq int, data jsonb)
    where event.lobby = v.lobby and event.seq = v.seq`.execute(trx);
};

/** The events know everything; the next snapshot is made of what is left. */
const dropSnapshots = async (trx: Kysely<Tables>, codes: readonly string[]): Promise<void> => {
  if (codes.length === 0) return;
  await trx
    .updateTable("lobby")
    .set({ snapshot: null, snapshot_seq: 0 })
    .where("code", "in", codes)
    .where("snapshot", "is not", null)
    .execute();
};

/** What webhooks were told of a lobby, or are still to be told. */
const forgetTold = async (trx: Kysely<Tables>, code: string, person: string): Promise<void> => {
  const nameless = JSON.stringify({ name: removedName });
  await sql`
    update outbox set payload = jsonb_set(payload, '{standings}', (
      select jsonb_agg(
        case when line ->> 'player' = ${person} then line || ${nameless}::jsonb else line end order by nth
      )
      from jsonb_array_elements(payload -> 'standings') with ordinality as one (line, nth)
    ))
    where lobby = ${code} and payload -> 'standings' @> ${JSON.stringify([{ player: person }])}::jsonb`.execute(trx);
  await sql`
    update outbox set payload = jsonb_set(payload, '{lobby,title}', '""')
    where lobby = ${code} and payload -> 'lobby' ->> 'owner' = ${person}`.execute(trx);
  await sql`
    update outbox set payload = payload || '{"reason": ""}'
    where lobby = ${code} and payload ->> 'by' = ${person}`.execute(trx);
};
