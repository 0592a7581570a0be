import { parseArgs } from "node:util";
import { reportOf } from "./chaos-report.ts";
import { runChaos } from "./chaos-run.ts";
import type { DatabaseKind } from "./chaos-server.ts";

/**
 * `npm run chaos -- --kills 100 --database both`: games whose server is killed again and again, and a count of what
 * its players lost by it, which must be nothing. `--seed` repeats the plan of a run; `--players` says how many play.
 */

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    database: { type: "string", default: "both" },
    seed: { type: "string", default: "1" },
    players: { type: "string", default: "10" },
  },
});
const databases: readonly DatabaseKind[] =
  values.database === "both" ? ["embedded", "server"] : [values.database === "server" ? "server" : "embedded"];

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

let violations = 0;
for (const database of databases) {
  const report = await runChaos({
    database,
    kills: Number(values.kills),
    players: Number(values.players),
    seed: Number(values.seed),
    onKill: (phase, nth) => console.log(`${database}: kill ${nth}, ${phase}`),
  });
  console.log(reportOf(report).join("\n"));
  violations += report.violations.length;
}
process.exit(violations === 0 ? 0 : 1);
