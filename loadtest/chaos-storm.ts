import { setTimeout as after } from "node:timers/promises";
import type { ChaosCluster, Member } from "./chaos-cluster.ts";
import type { Random } from "./chaos-random.ts";
import { until } from "./chaos-until.ts";

/** What can be done to a cluster. */
export const faults = ["kill", "redis", "database fast", "database immediate", "drain", "stall"] as const;
export type Fault = (typeof faults)[number];

/** How often each is to be done. */
export type Weather = {
  readonly kills: number;
  readonly redisRestarts: number;
  readonly databaseRestarts: number;
  readonly drains: number;
  readonly stalls: number;
  /** How long Redis stays away at most, in s. */
  readonly away: number;
};

/** A fault, and how long it took until everything was as before, in ms; undefined when the next came too soon. */
export type Struck = { readonly fault: Fault; readonly wholeMs: number | undefined; readonly silenceMs: number };

/** Longer than anything may be away after a fault, on a loaded machine too. */
const wholeMs = 90_000;
/** How likely the next fault comes before all is well again. */
const hurryOdds = 0.25;
const calmMs = 1500;
/** How long the database stays away at most, and a process stands still at least and at most. */
const databaseAwayMs = 3000;
const stallMs = [2000, 7000] as const;
/** A supervisor waits so long before it starts what could not start. */
const restartMs = 500;

/** All faults in an order of chance, the same for the same seed. */
export const weatherOf = (weather: Weather, random: Random): readonly Fault[] => {
  const databases = Array.from({ length: weather.databaseRestarts }, (_, nth): Fault =>
    nth % 2 === 0 ? "database immediate" : "database fast",
  );
  const all: Fault[] = [
    ...Array<Fault>(weather.kills).fill("kill"),
    ...Array<Fault>(weather.redisRestarts).fill("redis"),
    ...databases,
    ...Array<Fault>(weather.drains).fill("drain"),
    ...Array<Fault>(weather.stalls).fill("stall"),
  ];
  return all
    .map((fault) => ({ fault, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ fault }) => fault);
};

export type StormOptions = {
  readonly cluster: ChaosCluster;
  readonly random: Random;
  readonly weather: Weather;
  /** What is not as it should be; "" when everybody has a seat, all is listed, and everything can be saved. */
  readonly missing: () => string;
  /** The longest silence of a lobby since this was asked last, in ms. */
  readonly silence: () => number;
  readonly onFault: (fault: Fault, nth: number) => void;
};

/** Breaks one part of a cluster after the other, and now and then the next before the last is mended. */
export class Storm {
  readonly struck: Struck[] = [];
  readonly #options: StormOptions;
  readonly #mending = new Set<Promise<void>>();
  /** What somebody is at already: nothing is broken twice at once. */
  readonly #busy = new Set<object>();
  #failure: unknown;

  constructor(options: StormOptions) {
    this.#options = options;
  }

  async rage(all: readonly Fault[]): Promise<void> {
    const { random, silence, onFault } = this.#options;
    for (const [nth, fault] of all.entries()) {
      onFault(fault, nth + 1);
      silence();
      const struckAt = performance.now();
      this.#begin(this.#strike(fault));
      const isHurried = nth + 1 < all.length && random() < hurryOdds;
      if (isHurried) await after(random() * calmMs);
      else await this.#whole();
      this.struck.push({ fault, wholeMs: isHurried ? undefined : performance.now() - struckAt, silenceMs: silence() });
      if (!isHurried) await after(random() * calmMs);
    }
  }

  /** Resolves when everything is as it should be. */
  async #whole(): Promise<void> {
    await Promise.all(this.#mending);
    if (this.#failure !== undefined) throw this.#failure;
    const { missing } = this.#options;
    await until("everything to be whole again", () => missing() === "", wholeMs).catch((error: unknown) => {
      throw new Error(`${(error as Error).message}: ${missing()}`, { cause: error });
    });
  }

  #begin(work: Promise<void>): void {
    const noted = work
      .catch((error: unknown) => void (this.#failure ??= error))
      .finally(() => this.#mending.delete(noted));
    this.#mending.add(noted);
  }

  /** Breaks something and mends it. */
  #strike(fault: Fault): Promise<void> {
    const { cluster, random, weather } = this.#options;
    const { redis, postgres } = cluster;
    switch (fault) {
      case "kill":
        return this.#onMember(async (member) => {
          await cluster.kill(member);
          await this.#restart(member);
        });
      case "drain":
        return this.#onMember(async (member) => {
          await cluster.stop(member);
          await this.#restart(member);
        });
      case "stall":
        return this.#onMember(async ({ life }) => {
          life?.freeze();
          await after(stallMs[0] + random() * (stallMs[1] - stallMs[0]));
          life?.thaw();
        });
      case "redis":
        return this.#alone(redis, async () => {
          await redis.kill();
          await after(random() * weather.away * 1000);
          await redis.start();
        });
      case "database fast":
      case "database immediate":
        return this.#alone(postgres, async () => {
          await postgres.stop(fault === "database fast" ? "fast" : "immediate");
          await after(random() * databaseAwayMs);
          await postgres.start();
        });
    }
  }

  /** Does something to a process that runs; waits for one. */
  async #onMember(work: (member: Member) => Promise<void>): Promise<void> {
    const { cluster, random } = this.#options;
    const free = (): readonly Member[] => cluster.up.filter((member) => !this.#busy.has(member));
    await until("a process to break", () => free().length > 0);
    const members = free();
    const member = members[Math.floor(random() * members.length)] as Member;
    await this.#alone(member, () => work(member));
  }

  async #alone(what: object, work: () => Promise<void>): Promise<void> {
    await until("its turn", () => !this.#busy.has(what));
    this.#busy.add(what);
    try {
      await work();
    } finally {
      this.#busy.delete(what);
    }
  }

  /** Starts it as a supervisor does: again when it could not start, because something that it needs is away. */
  async #restart(member: Member): Promise<void> {
    const { cluster } = this.#options;
    const giveUpAt = performance.now() + wholeMs;
    for (;;) {
      try {
        return await cluster.restart(member);
      } catch (error) {
        if (performance.now() > giveUpAt) throw error;
        await after(restartMs);
      }
    }
  }
}
