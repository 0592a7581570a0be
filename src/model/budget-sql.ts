import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Log } from "../telemetry/log.ts";
import {
  type Budget,
  type BudgetLimits,
  type Count,
  countsOf,
  dayMs,
  firstDay,
  historyMost,
  lobbyDayScope,
  serverCounts,
  serverDayScope,
  tokensOf,
} from "./budget.ts";

type SqlBudgetOptions = {
  readonly limits: BudgetLimits;
  /** ms since 1970. */
  readonly now: () => number;
  readonly log: Log;
};

/** How long a process believes that no tokens are left: others may have given some back. */
const believeMs = 5_000;
const tidyEveryMs = 600_000;
/** More than clocks of processes differ, and than a call takes. */
const keepMs = 3_600_000;

const noLimit = { calls: 2 ** 31 - 1, tokens: Number.MAX_SAFE_INTEGER };

/** A budget that all processes share. */
export const sqlBudget = (db: Kysely<Tables>, { limits, now, log }: SqlBudgetOptions): Budget => {
  /** Scopes that are spent, and until when that is certain: nobody needs to ask the database again. */
  const spent = new Map<string, number>();
  let tidyAt = now() + tidyEveryMs;

  /** Adds to all counts and gives undefined, or adds to none and gives the one that has no room. */
  const spend = async (counts: readonly Count[], calls: number, tokens: number) => {
    const { rows } = await sql<{ nth: number; calls: number; tokens: number }>`
      select nth, calls, tokens from spend(
        ${counts.map(({ scope }) => scope)}::text[],
        ${counts.map(({ since }) => new Date(since).toISOString())}::timestamptz[],
        ${counts.map(({ most }) => Math.min(most.calls, noLimit.calls))}::int[],
        ${counts.map(({ most }) => Math.min(most.tokens, noLimit.tokens))}::bigint[],
        ${calls}::int, ${tokens}::bigint)`.execute(db);
    const [full] = rows;
    const count = full === undefined ? undefined : counts[full.nth - 1];
    return full === undefined || count === undefined ? undefined : { count, used: full };
  };

  const inBackground = (what: string, work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.warn({ reason: String(error) }, what));
  };

  const tidy = (at: number): void => {
    if (at < tidyAt) return;
    tidyAt = at + tidyEveryMs;
    for (const [scope, until] of spent) if (until <= at) spent.delete(scope);
    const minutes = new Date(at - keepMs).toISOString();
    const days = new Date(at - 25 * keepMs).toISOString();
    const first = new Date(firstDay(at)).toISOString();
    const old = sql`delete from spending where since < ${first}
      or (since < ${days} and scope <> ${serverDayScope}) or (scope like 'minute %' and since < ${minutes})`;
    inBackground("old counts of what models were used for stay for now", old.execute(db));
  };

  return {
    take: async (wish) => {
      const at = now();
      const counts = countsOf(wish, limits, at);
      const known = counts.find(({ scope }) => (spent.get(scope) ?? 0) > at);
      if (known !== undefined) return { ok: false, what: known.what };
      const tokens = tokensOf(wish.tokens);
      try {
        const full = await spend(counts, 1, tokens);
        tidy(at);
        if (full !== undefined) {
          const { count, used } = full;
          if (used.calls >= count.most.calls) spent.set(count.scope, count.until);
          else if (used.tokens >= count.most.tokens) spent.set(count.scope, Math.min(count.until, at + believeMs));
          return { ok: false, what: count.what };
        }
      } catch (error) {
        log.warn({ reason: String(error) }, "nobody can tell what models were used for, so they are not used");
        return { ok: false, what: "outage" };
      }
      let counted = tokens;
      const settle = (actualTokens: number): void => {
        const more = tokensOf(actualTokens, counted) - counted;
        counted += more;
        if (more === 0) return;
        // Of what has been used already there is no refusing.
        const freely = counts.map((count) => ({ ...count, most: noLimit }));
        inBackground("a call of a model is counted by its estimate", spend(freely, 0, more));
      };
      return { ok: true, settle };
    },
    used: async () => {
      const counts = serverCounts(limits, now());
      const rows = await db
        .selectFrom("spending")
        .select(["scope", "calls", "tokens"])
        .where((row) =>
          row.or(
            counts.map(({ scope, since }) => row.and([row("scope", "=", scope), row("since", "=", new Date(since))])),
          ),
        )
        .execute();
      const [minute, day] = counts.map(({ scope }) => {
        const found = rows.find((row) => row.scope === scope);
        return { calls: found?.calls ?? 0, tokens: found?.tokens ?? 0 };
      });
      const none = { calls: 0, tokens: 0 };
      return { minute: minute ?? none, day: day ?? none };
    },
    history: async () => {
      const at = now();
      const counts = db.selectFrom("spending").select(["scope", "since", "calls", "tokens"]);
      const [days, lobbies] = await Promise.all([
        counts
          .where("scope", "=", serverDayScope)
          .where("since", ">=", new Date(firstDay(at)))
          .orderBy("since")
          .execute(),
        counts
          .where("scope", "like", `${lobbyDayScope}%`)
          .where("since", "=", new Date(at - (at % dayMs)))
          .orderBy("tokens", "desc")
          .orderBy("scope")
          .limit(historyMost.lobbies)
          .execute(),
      ]);
      return {
        days: days.map(({ since, calls, tokens }) => ({ since: since.getTime(), calls, tokens })),
        lobbies: lobbies.map(({ scope, calls, tokens }) => ({
          lobby: scope.slice(lobbyDayScope.length),
          calls,
          tokens,
        })),
      };
    },
  };
};
