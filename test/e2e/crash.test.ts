import assert from "node:assert/strict";
import type { GamePlan, PhaseName } from "../../loadtest/chaos-plan.ts";
import { reportOf } from "../../loadtest/chaos-report.ts";
import { runChaos } from "../../loadtest/chaos-run.ts";
import type { DatabaseKind } from "../../loadtest/chaos-server.ts";

/** One game, killed in each of these phases; `npm run chaos` does the same a hundred times. */
const plans: Readonly<Record<DatabaseKind, readonly (readonly [phase: PhaseName, number: number, moment: number])[]>> =
  {
    embedded: [
      ["building", 0, 0.3],
      ["countdown", 0, 0.5],
      ["question", 1, 0.6],
      ["waking", 1, 0.4],
      ["reveal", 1, 0.2],
      ["closing", 2, 0.4],
      ["scores", 2, 0.3],
      ["podium", 2, 0.5],
    ],
    server: [
      ["question", 1, 0.7],
      ["waking", 1, 0.2],
      ["closing", 2, 0.2],
      ["podium", 2, 0.2],
    ],
  };

const planOf = (database: DatabaseKind): readonly GamePlan[] => [
  {
    count: 2,
    seconds: 3,
    newLobby: true,
    stops: plans[database].map(([phase, number, moment]) => ({ phase, number, moment })),
  },
];

describe("a server that is killed in mid-game", function () {
  this.timeout(90_000);

  for (const [database, name] of [["embedded", "the embedded database"] as const, ["server", "PostgreSQL"] as const])
    it(`loses nothing of what was acknowledged, with ${name}`, async () => {
      const plan = planOf(database);
      const report = await runChaos({ database, players: 6, seed: 7, kills: 0, plan });
      assert.deepEqual(report.violations, [], reportOf(report).join("\n"));
      assert.equal(report.kills.length, plan[0]?.stops.length);
      assert.ok(report.answers.acked >= 6, "hardly anybody answered");
      assert.ok(report.timed > 0 || report.answers.acked > 0);
      // Of the runs that were measured; a loaded machine is slow to start a process.
      const back = report.kills.flatMap(({ fromReadyMs }) => fromReadyMs);
      assert.ok(Math.max(...back) < 5000, `back after ${Math.max(...back)} ms`);
    });
});
