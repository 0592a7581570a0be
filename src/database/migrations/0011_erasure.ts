import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Whose data are to go, and the ways to find in the journal what people wrote: by who did, and by when. */
export const erasure: Migration = {
  up: async (db) => {
    await sql`
      create table erasure (
        player text collate "C" primary key,
        asked_at timestamptz not null,
        done_at timestamptz
      )`.execute(db);
    await sql`create index erasure_asked on erasure (asked_at)`.execute(db);
    await sql`
      create index event_person on event (
        (coalesce(data ->> 'player', data -> 'line' ->> 'player', data ->> 'owner')), lobby, seq
      ) where data ->> 'type' in ('created', 'joined', 'chatted', 'held', 'reported')`.execute(db);
    await sql`
      create index event_words on event (
        ((coalesce(data ->> 'at', data -> 'line' ->> 'at'))::float8)
      ) where data ->> 'type' in ('chatted', 'held', 'struck', 'reported', 'muted', 'line_removed')
        and coalesce(data ->> 'text', data -> 'line' ->> 'text', data ->> 'reason', '') <> ''`.execute(db);
  },
};
