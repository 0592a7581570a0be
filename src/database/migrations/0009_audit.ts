import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What the staff did. Rows are added and never changed, whoever asks: only words, with the salts of their hashes, may
 * be taken out with the person they are about.
 */
export const audit: Migration = {
  up: async (db) => {
    await sql`
      create table audit (
        id bigint primary key,
        at timestamptz not null,
        actor text not null,
        action text not null,
        target text not null,
        subject text not null,
        actor_name text,
        why text,
        before text,
        after text,
        salts jsonb not null,
        hashes jsonb not null,
        digest text not null
      )`.execute(db);
    await sql`create index audit_at on audit (at)`.execute(db);
    await sql`create index audit_actor on audit (actor, id)`.execute(db);
    await sql`create index audit_action on audit (action, id)`.execute(db);
    await sql`create index audit_target on audit (target, id)`.execute(db);
    await sql`create index audit_subject on audit (subject, id)`.execute(db);
    await sql`
      create or replace function audit_stays() returns trigger language plpgsql as $$
      declare
        word text;
      begin
        if tg_op = 'UPDATE' then
          foreach word in array array['actor_name', 'why', 'before', 'after'] loop
            if to_jsonb(new) -> word not in (to_jsonb(old) -> word, 'null')
              or coalesce(new.salts -> word, 'null') not in (coalesce(old.salts -> word, 'null'), 'null') then
              raise exception 'the audit log is not rewritten' using errcode = 'insufficient_privilege';
            end if;
          end loop;
          if (to_jsonb(new) - array['actor_name', 'why', 'before', 'after', 'salts'])
            = (to_jsonb(old) - array['actor_name', 'why', 'before', 'after', 'salts']) then
            return new;
          end if;
        end if;
        raise exception 'the audit log is not rewritten' using errcode = 'insufficient_privilege';
      end $$`.execute(db);
    await sql`
      create trigger audit_stays before update or delete on audit
      for each row execute function audit_stays()`.execute(db);
    await sql`
      create trigger audit_stays_whole before truncate on audit
      for each statement execute function audit_stays()`.execute(db);
  },
};
