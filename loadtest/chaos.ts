import { parseArgs } from "node:util";
import { clusterReportOf } from "./chaos-cluster-report.ts";
import { runCluster } from "./chaos-cluster-run.ts";
import { reportOf } from "./chaos-report.ts";
import { runChaos } from "./chaos-run.ts";
import type { DatabaseKind } from "./chaos-server.ts";
import type { Violation } from "./chaos-tally.ts";

/**
 * `npm run chaos -- --kills 100 --database both`: games whose server is killed again and again, and a count of what
 * its players lost by it, which must be nothing. `--seed` repeats the plan of a run; `--players` says how many play.
 *
 * `npm run chaos -- --processes 3 --kills 50 --redis-restarts 5 --database-restarts 5`: the same with several processes,
 * a Redis and a PostgreSQL that all break. `--drains` and `--stalls` add processes that are stopped or stand still;
 * `--lobbies` says how many lobbies of `--players` there are, `--away` how many seconds Redis stays away at most.
 */

const { values } = parseArgs({
  options: {
    kills: { type: "string" },
    database: { type: "string", default: "both" },
    seed: { type: "string", default: "1" },
    players: { type: "string" },
    processes: { type: "string", default: "1" },
    lobbies: { type: "string", default: "6" },
    "redis-restarts": { type: "string", default: "0" },
    "database-restarts": { type: "string", default: "0" },
    away: { type: "string", default: "6" },
    drains: { type: "string", default: "0" },
    stalls: { type: "string", default: "0" },
  },
});
const seed = Number(values.seed);

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

const chaosOfOne = async (): Promise<readonly Violation[]> => {
  const databases: readonly DatabaseKind[] =
    values.database === "both" ? ["embedded", "server"] : [values.database === "server" ? "server" : "embedded"];
  const violations: Violation[] = [];
  for (const database of databases) {
    const report = await runChaos({
      database,
      kills: Number(values.kills ?? 100),
      players: Number(values.players ?? 10),
      seed,
      onKill: (phase, nth) => console.log(`${database}: kill ${nth}, ${phase}`),
    });
    console.log(reportOf(report).join("\n"));
    violations.push(...report.violations);
  }
  return violations;
};

const chaosOfMany = async (): Promise<readonly Violation[]> => {
  const report = await runCluster({
    processes: Number(values.processes),
    lobbies: Number(values.lobbies),
    players: Number(values.players ?? 5),
    kills: Number(values.kills ?? 50),
    redisRestarts: Number(values["redis-restarts"]),
    databaseRestarts: Number(values["database-restarts"]),
    away: Number(values.away),
    drains: Number(values.drains),
    stalls: Number(values.stalls),
    seed,
    onFault: (fault, nth) => console.log(`${nth}: ${fault}`),
  });
  console.log(clusterReportOf(report).join("\n"));
  return report.violations;
};

const violations = Number(values.processes) > 1 ? await chaosOfMany() : await chaosOfOne();
process.exit(violations.length === 0 ? 0 : 1);
