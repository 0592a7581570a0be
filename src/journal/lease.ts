import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** How long a process counts as alive after it last said so. */
export const leaseMs = 3000;
const renewMs = 1000;

export type LeaseOptions = {
  readonly db: Kysely<Tables>;
  readonly id: string;
  /** Where other processes can ask whether we are there, such as `10.0.0.7:2567`. */
  readonly address: string;
  /** Time that only goes forward, in ms. */
  readonly monotonic: () => number;
  /** We were not heard of for longer than a lease: others may have taken our lobbies over. */
  readonly onLapse: () => void;
  readonly onError: (error: unknown) => void;
};

/** Says again and again that this process is alive. It only decides when others may take over; epochs keep them apart. */
export class Lease {
  readonly #options: LeaseOptions;
  #timer: NodeJS.Timeout | undefined;
  #renewedAt = 0;
  #isOver = false;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#renew();
    this.#again();
  }

  /** Gives the lease up, so that nobody waits for it to run out. */
  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    await this.#options.db.deleteFrom("process").where("id", "=", this.#options.id).execute();
  }

  /** Whether others must take us for alive. */
  get isHeld(): boolean {
    return !this.#isOver && this.#options.monotonic() - this.#renewedAt < leaseMs;
  }

  #again(): void {
    if (this.#isOver) return;
    this.#timer = setTimeout(() => {
      const { monotonic, onLapse, onError } = this.#options;
      const lapsed = monotonic() - this.#renewedAt > leaseMs;
      const renew = async (): Promise<void> => {
        await this.#renew();
        if (lapsed) onLapse();
      };
      void renew()
        .catch(onError)
        .finally(() => this.#again());
    }, renewMs);
  }

  async #renew(): Promise<void> {
    const { db, id, address, monotonic } = this.#options;
    const asked = monotonic();
    const lease_until = sql<Date>`now() + make_interval(secs => ${leaseMs / 1000})`;
    await db
      .insertInto("process")
      .values({ id, address, lease_until })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ lease_until, address }))
      .execute();
    this.#renewedAt = asked;
  }
}
