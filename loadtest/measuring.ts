import { join } from "node:path";
import { type Crew, type Plan, planFor } from "./crew.ts";
import type { Ledger } from "./ledger.ts";
import type { Kind } from "./orders.ts";
import type { Stage, StageSide } from "./stage.ts";
import type { Tally, Timed } from "./tally.ts";

export type Measured<T> = { readonly cpuUs: number; readonly seconds: number; readonly outcome: T };

let profiled = 0;

/** What a stretch of work cost a server. */
export const measured = async <T>({ server, profiles }: StageSide, act: () => Promise<T>): Promise<Measured<T>> => {
  const keep = profiles === undefined ? undefined : await server.profile();
  const before = await server.usage();
  const began = performance.now();
  const outcome = await act();
  const after = await server.usage();
  await keep?.(join(profiles ?? "", `${profiled++}.cpuprofile`));
  return { cpuUs: after.cpuUs - before.cpuUs, seconds: (performance.now() - began) / 1000, outcome };
};

/** Rounds in which the servers take turns; who begins changes from round to round. */
export const inRounds = async (
  stage: Stage,
  rounds: number,
  play: (side: StageSide, round: number) => Promise<void>,
): Promise<void> => {
  for (let round = 0; round < rounds; round++) {
    const first = round % stage.sides.length;
    for (const side of [...stage.sides.slice(first), ...stage.sides.slice(0, first)]) await play(side, round);
  }
};

const shares = [
  ["p50", 0.5],
  ["p99", 0.99],
  ["p99.9", 0.999],
] as const;

/** Notes how long something took, what went wrong, and whether the load processes themselves were late. */
export const addTimes = (
  ledger: Ledger,
  of: string,
  kind: Kind,
  tally: Tally,
  what: Exclude<Timed, "late">,
  name: string,
): void => {
  const times = tally.timesOf(what);
  if (times.count === 0) return;
  for (const [label, share] of shares) ledger.add(of, `${name} ${label}, ms`, kind, times.quantile(share));
  ledger.late(of, tally.timesOf("late").quantile(1));
};

export type Company = { readonly plan: Plan; readonly codes: readonly string[] };

type Size = { readonly lobbies: number; readonly players: number };

/** Signs in all whom the lobbies take. */
export const signInAll = async (crew: Crew, { kind, server }: StageSide, { lobbies, players }: Size): Promise<Plan> => {
  const plan = planFor(crew.size, lobbies, players);
  const guestsOf = (nth: number): number => (plan[nth] ?? []).reduce((sum, share) => sum + share.players, 0);
  await crew.all(kind, (nth) => ({ do: "guests", url: server.url, guests: guestsOf(nth) }));
  return plan;
};

export const makeAll = async (crew: Crew, { kind }: StageSide, plan: Plan, { players }: Size): Promise<Company> => ({
  plan,
  codes: await crew.make(kind, plan, { players, seconds: 300 }),
});

/** Signs guests in and makes their lobbies. */
export const prepare = async (crew: Crew, side: StageSide, size: Size): Promise<Company> =>
  makeAll(crew, side, await signInAll(crew, side, size), size);

export const seat = (crew: Crew, { kind }: StageSide, { plan, codes }: Company): Promise<Tally> =>
  crew.all(kind, (nth) => ({ do: "seat", shares: plan[nth] ?? [], codes }), 600_000);
