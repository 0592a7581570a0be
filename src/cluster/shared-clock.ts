import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Log } from "../telemetry/log.ts";

const everyMs = 10_000;
const firstTries = 3;
/** A clock is read in whole ms. */
const roundedMs = 1;
/** An operator should know of a clock that is so far off. */
const worthTellingMs = 1000;

/**
 * The time of the database. All processes of a server go by it, because their own clocks may differ, and a lobby that
 * moves from one to another takes its deadlines along.
 */
export class SharedClock {
  readonly #own: () => number;
  #aheadMs = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(own: () => number = Date.now) {
    this.#own = own;
  }

  /** In ms since 1970. */
  readonly now = (): number => this.#own() + this.#aheadMs;

  /** Compares itself with the database, now and again and again. */
  async follow(db: Kysely<Tables>, log: Log): Promise<void> {
    for (let n = 0; n < firstTries; n++) await this.#compare(db, log);
    this.#timer = setInterval(() => void this.#compare(db, log).catch(() => {}), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /**
   * Hears what time it was there at some instant between asking and being answered, both by its own clock. As long as
   * what it has may be right it keeps to it, so that clocks that agree are left as they are.
   */
  hear(asked: number, there: number, answered: number): void {
    const [least, most] = [there - answered, there - asked];
    if (this.#aheadMs >= least - roundedMs && this.#aheadMs <= most + roundedMs) return;
    this.#aheadMs = Math.round((least + most) / 2);
  }

  async #compare(db: Kysely<Tables>, log: Log): Promise<void> {
    const asked = this.#own();
    const { rows } = await sql<{ at: number }>`
      select extract(epoch from clock_timestamp())::float8 * 1000 as at`.execute(db);
    const before = this.#aheadMs;
    this.hear(asked, rows[0]?.at ?? asked, this.#own());
    if (Math.abs(this.#aheadMs - before) < worthTellingMs) return;
    log.warn({ ms: this.#aheadMs }, "the database's clock is ahead of this machine's; all go by the database's");
  }
}
