import { setTimeout as wait } from "node:timers/promises";
import type { Ledger } from "../ledger.ts";
import type { LoadOptions } from "../load-options.ts";
import { addTimes, type Company, inRounds, makeAll, measured, seat, signInAll } from "../measuring.ts";
import type { Stage, StageSide } from "../stage.ts";

const calmMs = 200;

/** Joins, many at once: a reserved seat, the connection, the first state. All leave between two rounds. */
export const joins = async (stage: Stage, options: LoadOptions, ledger: Ledger): Promise<void> => {
  const { crew } = stage;
  const { connections = 1000, rounds = 3 } = options;
  const [players = 8] = options.players;
  const lobbies = Math.ceil(connections / players);
  const size = { lobbies, players };
  const of = `${lobbies * players} joins to ${lobbies} lobbies`;
  const leave = async ({ kind }: StageSide): Promise<void> => {
    await crew.all(kind, { do: "leave" });
    await wait(calmMs);
  };
  const companies = new Map<StageSide, Company>();
  for (const side of stage.sides) {
    const { cpuUs: signInUs, outcome: plan } = await measured(side, () => signInAll(crew, side, size));
    const { cpuUs: makeUs, outcome: company } = await measured(side, () => makeAll(crew, side, plan, size));
    companies.set(side, company);
    if (side.kind === "parlor") {
      ledger.add(of, "CPU per guest signed in, µs", side.kind, signInUs / lobbies / players);
      ledger.add(of, "CPU per lobby made, µs", side.kind, makeUs / lobbies);
    }
    ledger.fail(side.kind, (await seat(crew, side, companies.get(side) as Company)).errors);
    await leave(side);
  }
  await inRounds(stage, rounds, async (side) => {
    const { kind } = side;
    const {
      cpuUs,
      seconds,
      outcome: tally,
    } = await measured(side, () => seat(crew, side, companies.get(side) as Company));
    const joined = tally.of("joins");
    ledger.add(of, "CPU per join, µs", kind, cpuUs / joined);
    ledger.add(of, "bytes per join over the WebSocket", kind, tally.of("bytes") / joined);
    addTimes(ledger, of, kind, tally, "join", "join");
    ledger.add(of, "one join after the other takes, µs", kind, (seconds * 1e6) / joined);
    ledger.fail(kind, tally.errors);
    await leave(side);
  });
};
