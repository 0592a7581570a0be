import { type Kysely, sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { beginning, holding, isStorable } from "../database/texts.ts";
import type { Tables } from "../database/tables.ts";
import type { Conduct, PersonBrief } from "./conduct.ts";

/** People by what is known of them: an account, games, deeds. */
export const peopleOf = (db: Kysely<Tables>): Pick<Conduct, "people" | "person"> => ({
  people: async (search, { limit, after }, now) => {
    if (!isStorable(search)) return [];
    const ids = search === "" ? await latest(db, limit, after) : await named(db, search, limit, after);
    return briefs(db, ids, now);
  },
  person: async (player, now) => {
    const known = await sql`
      select from account where id = ${player}
      union all select from tally where period = 'all' and player = ${player} and kind = 'human'
      union all select from strike where player = ${player}
      union all select from sanction where player = ${player}
      limit 1`.execute(db);
    return known.rows.length === 0 ? undefined : (await briefs(db, [player], now))[0];
  },
});

type Ids = readonly { readonly id: string }[];

/** Each table gives its first few in the order of an index, and of those the first are taken. */
const named = async (db: Kysely<Tables>, search: string, limit: number, after = ""): Promise<readonly string[]> => {
  const name = holding(search);
  const { rows } = await sql<Ids[number]>`
    select distinct id collate "C" as id from (
      (
        select id collate "C" as id from account
        where id collate "C" > ${after}
          and (name ilike ${name} or lower(id) = lower(${search}) or email like ${beginning(search.toLowerCase())})
        order by 1 limit ${limit}
      ) union all (
        select player from tally
        where period = 'all' and player > ${after} and kind = 'human'
          and (name ilike ${name} or lower(player) = lower(${search}))
        order by 1 limit ${limit}
      ) union all (
        select distinct player from strike
        where player > ${after} and (name ilike ${name} or lower(player) = lower(${search}))
        order by 1 limit ${limit}
      ) union all (
        select distinct player from sanction
        where player > ${after} and (name ilike ${name} or lower(player) = lower(${search}))
        order by 1 limit ${limit}
      )
    ) as found (id)
    order by 1 limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
};

/** Those who were struck or had something put on them, the latest first. */
const latest = async (db: Kysely<Tables>, limit: number, after = ""): Promise<readonly string[]> => {
  const { rows } = await sql<Ids[number]>`
    with deed as (select player, at from strike union all select player, at from sanction),
      person as (select player, max(at) as at from deed group by player)
    select player as id from person
    where ${after} = '' or (at, player) < (select at, player from person where player = ${after})
    order by at desc, player desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
};

type Row = Omit<PersonBrief, "lastAt" | "id"> & { readonly id: string; readonly last_at: Date | null };

const briefs = async (db: Kysely<Tables>, ids: readonly string[], now: number): Promise<readonly PersonBrief[]> => {
  if (ids.length === 0) return [];
  const at = new Date(now);
  const { rows } = await sql<Row>`
    select
      one.id,
      coalesce(account.name, tally.name, (
        select name from (
          (select name, at from strike where player = one.id and name <> '' order by at desc limit 1)
          union all
          (select name, at from sanction where player = one.id and name <> '' order by at desc limit 1)
        ) as deed order by at desc limit 1
      ), '') as name,
      account.id is not null as registered,
      coalesce(account.role, 'player') as role,
      (
        select coalesce(sum(weight), 0) from strike
        where player = one.id and cleared_at is null and expires_at > ${at}
      ) as strikes,
      exists (
        select from sanction
        where player = one.id and kind = 'ban' and lifted_at is null and (until is null or until > ${at})
      ) as banned,
      coalesce(tally.games, 0) as games,
      greatest(
        (select max(at) from game_line where player = one.id),
        (select max(at) from strike where player = one.id),
        (select max(at) from sanction where player = one.id)
      ) as last_at
    from unnest(${[...ids]}::text[]) with ordinality as one (id, nth)
    left join account on account.id = one.id
    left join tally on tally.period = 'all' and tally.player = one.id
    order by one.nth`.execute(db);
  return rows.map(({ id, last_at, ...row }) => ({ id: id as PlayerId, ...row, lastAt: last_at?.getTime() ?? null }));
};
