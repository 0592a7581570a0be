import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What models were used for, counted over all processes. */
export const spending: Migration = {
  up: async (db) => {
    await sql`
      create table spending (
        scope text collate "C" not null,
        since timestamptz not null,
        calls int not null default 0,
        tokens bigint not null default 0,
        primary key (scope, since)
      )`.execute(db);
    // Adds to all counts or to none; gives the first that has no room, as it is. Rows are locked in the order given,
    // and whoever comes second sees what the first has added.
    await sql`
      create or replace function spend(
        scopes text[], starts timestamptz[], most_calls int[], most_tokens bigint[], more_calls int, more_tokens bigint
      ) returns table (nth int, calls int, tokens bigint) language plpgsql as $$
      declare
        used spending;
      begin
        for n in 1 .. cardinality(scopes) loop
          insert into spending (scope, since) values (scopes[n], starts[n]) on conflict do nothing;
          select * into used from spending as s where s.scope = scopes[n] and s.since = starts[n] for update;
          if used.calls + more_calls > most_calls[n] or used.tokens + more_tokens > most_tokens[n] then
            return query select n, used.calls, used.tokens;
            return;
          end if;
        end loop;
        update spending as s set calls = s.calls + more_calls, tokens = greatest(0, s.tokens + more_tokens)
          from unnest(scopes, starts) as one (scope, since) where s.scope = one.scope and s.since = one.since;
      end $$`.execute(db);
  },
};
