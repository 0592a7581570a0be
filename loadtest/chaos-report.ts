import { phases } from "./chaos-plan.ts";
import type { ChaosReport } from "./chaos-run.ts";
import { percentile, shown } from "./figures.ts";

const secondsOf = (values: readonly number[]): string =>
  values.length === 0
    ? "-"
    : [percentile(values, 0.5), percentile(values, 0.95), Math.max(...values)]
        .map((ms) => shown(ms / 1000))
        .join(" / ");

/** Breaches shown one by one; the rest is counted. */
const shownMost = 40;

/** A report as the lines of a table. */
export const reportOf = ({ database, kills, restartMs, seconds, ...told }: ChaosReport): readonly string[] => {
  const { answers, violations } = told;
  const rows = phases.map((phase) => {
    const mine = kills.filter((kill) => kill.phase === phase);
    const cells = [
      phase.padEnd(10),
      String(mine.length).padStart(5),
      secondsOf(mine.flatMap(({ fromReadyMs }) => fromReadyMs)).padStart(21),
      secondsOf(mine.flatMap(({ fromKillMs }) => fromKillMs)).padStart(21),
    ];
    return cells.join("  ");
  });
  const all = [
    "all".padEnd(10),
    String(kills.length).padStart(5),
    secondsOf(kills.flatMap(({ fromReadyMs }) => fromReadyMs)).padStart(21),
    secondsOf(kills.flatMap(({ fromKillMs }) => fromKillMs)).padStart(21),
  ];
  return [
    `${database}: ${kills.length} kills in ${told.games} games, ${shown(seconds)} s; p50 / p95 / max in seconds`,
    `${"phase".padEnd(10)}  kills  ${"ready to seat".padStart(21)}  ${"kill to seat".padStart(21)}`,
    ...rows,
    all.join("  "),
    `restart     ${secondsOf(restartMs)}`,
    `answers     ${answers.acked} acknowledged; ${answers.resent} sent again, ${answers.repeated} of which had been taken the first time`,
    `            ${answers.refused} refused, ${answers.tooLate} of them as too late; of ${answers.unknown} the question ended before they could be sent again`,
    `points      ${told.timed} computed anew from the acknowledged times`,
    `chat        ${told.chatAcked} lines acknowledged`,
    `journal     ${told.events} events`,
    `violations  ${violations.length}`,
    ...violations.slice(0, shownMost).map((violation) => `  ${violation.kind}: ${violation.text}`),
  ];
};
