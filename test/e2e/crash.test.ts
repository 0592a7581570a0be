import assert from "node:assert/strict";
import type { GamePlan, PhaseName } from "../../loadtest/chaos-plan.ts";
import { reportOf } from "../../loadtest/chaos-report.ts";
import { type ChaosReport, runChaos } from "../../loadtest/chaos-run.ts";
import type { DatabaseKind } from "../../loadtest/chaos-server.ts";
import { type Evidence, tally } from "../../loadtest/chaos-tally.ts";

/**
 * One game, killed in each of these phases; `modes-killed.test.ts` does it in the others, and `npm run chaos` a hundred
 * times.
 */
const plans: Readonly<Record<DatabaseKind, readonly (readonly [phase: PhaseName, number: number, moment: number])[]>> =
  {
    embedded: [
      ["building", 0, 0.3],
      ["closing", 2, 0.4],
    ],
    server: [["waking", 1, 0.4]],
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
  this.timeout(150_000);
  let last: ChaosReport;

  for (const [database, name] of [["embedded", "the embedded database"] as const, ["server", "PostgreSQL"] as const])
    it(`loses nothing of what was acknowledged, with ${name}`, async () => {
      const plan = planOf(database);
      const report = await runChaos({ database, players: 6, seed: 7, kills: 0, plan });
      assert.deepEqual(report.violations, [], reportOf(report).join("\n"));
      assert.equal(report.kills.length, plan[0]?.stops.length);
      assert.ok(report.answers.acked > 0, "nobody answered");
      assert.ok(report.chatAcked > 0, "nobody said anything");
      const back = report.kills.flatMap(({ fromReadyMs }) => fromReadyMs);
      assert.ok(Math.max(...back) < 5000, `back after ${Math.max(...back)} ms`);
      last = report;
    });

  /** Ways to lose what was acknowledged, done to what a run has found. */
  const losses: Readonly<Record<string, (evidence: Evidence) => void>> = {
    "an answer lost": ({ stored }) => {
      const { answers } = stored.games[0] as Evidence["stored"]["games"][number];
      answers.delete([...answers.keys()][0] as string);
    },
    "an answer kept twice": ({ stored }) => [...(stored.games[0]?.answers.values() ?? [])][0]?.push(0),
    "a question scored anew": ({ stored }) => {
      const closed = stored.games[0]?.closed;
      closed?.push(closed[0] as (typeof closed)[number]);
    },
    "other points": ({ stored }) => {
      const outcome = stored.games[0]?.closed[0]?.outcomes[0] as { points: number };
      outcome.points += 1;
    },
    "a line lost": ({ stored }) => void (stored.chat as object[]).splice(0, 1),
    "lines in another order": ({ stored }) => {
      const chat = stored.chat as object[];
      chat.push(...chat.splice(0, 1));
    },
    "a game counted twice": ({ board }) => {
      (board[0] as { games: number }).games += 1;
    },
    "a game that never ended": ({ stored }) => {
      (stored.games[0] as { isOver: boolean }).isOver = false;
    },
  };

  for (const [what, lose] of Object.entries(losses))
    it(`would be found to have ${what}`, () => {
      const evidence = structuredClone(last.evidence);
      lose(evidence);
      assert.notDeepEqual(tally(evidence).violations, []);
    });
});
