import { sql } from "kysely";
import { countParts } from "./count.ts";
import { isOver } from "./periods.ts";
import { rateDue } from "./ratings.ts";
import type { Rows } from "./rows.ts";
import type { StandingsParts } from "./standings.ts";

/** Counts what older processes left out, and rates what is due. Who asks while it does waits for one more run. */
export class Settler {
  readonly #db: Rows;
  readonly #parts: StandingsParts;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #isClosed = false;

  constructor(db: Rows, parts: StandingsParts) {
    this.#db = db;
    this.#parts = parts;
  }

  settle(): Promise<void> {
    if (this.#running === undefined) return this.#begin();
    const begin = () => this.#begin();
    this.#next ??= this.#running.then(begin, begin);
    return this.#next;
  }

  /** Stops between one batch and the next. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await (this.#next ?? this.#running)?.catch(() => {});
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    const work = this.#run().finally(() => {
      if (this.#running === work) this.#running = undefined;
    });
    this.#running = work;
    return work;
  }

  async #run(): Promise<void> {
    while (!this.#isClosed && (await countParts(this.#db, this.#parts)));
    while (!this.#isClosed && (await isDue(this.#db))) await this.#db.transaction().execute(rateDue);
  }
}

const isDue = async (db: Rows): Promise<boolean> =>
  (await db.selectFrom("rating_due").select("game").limit(1).executeTakeFirst()) !== undefined;

const atOnce = 2000;

/** Removes sums of days and weeks that nobody can ask for any more. */
export const prune = async (db: Rows, { now }: Pick<StandingsParts, "now">): Promise<void> => {
  const { rows: found } = await sql<{ readonly period: string }>`
    select distinct period from tally_bucket where period like 'day %' or period like 'week %'`.execute(db);
  for (const { period } of found.filter((one) => isOver(one.period, now()))) {
    for (let gone = atOnce; gone === atOnce;) {
      const { rows: removed } = await sql<{ readonly player: string }>`
        delete from tally where period = ${period} and player in (
          select player from tally where period = ${period} limit ${atOnce}
        ) returning player`.execute(db);
      gone = removed.length;
    }
    await db.deleteFrom("tally_bucket").where("period", "=", period).execute();
  }
};
