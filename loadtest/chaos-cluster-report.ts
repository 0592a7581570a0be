import type { ClusterReport } from "./chaos-cluster-run.ts";
import { faults } from "./chaos-storm.ts";
import type { Violation } from "./chaos-tally.ts";
import { percentile, shown } from "./figures.ts";

/** Breaches shown one by one; the rest is counted. */
const shownMost = 40;
const textMost = 600;

const secondsOf = (ms: readonly number[]): string =>
  ms.length === 0
    ? "-"
    : [percentile(ms, 0.5), percentile(ms, 0.99), Math.max(...ms)].map((one) => shown(one / 1000)).join(" / ");

const kinds: Readonly<Record<Violation["kind"], string>> = {
  lost: "lost",
  doubled: "doubled",
  twin: "twins",
  wrong: "wrong in another way",
};

/** A report as the lines of a table. */
export const clusterReportOf = (report: ClusterReport): readonly string[] => {
  const { options, struck, tallies, violations, refusals } = report;
  const sum = (of: (one: ClusterReport["tallies"][number]) => number): number =>
    tallies.reduce((total, one) => total + of(one), 0);
  const rows = faults.flatMap((fault) => {
    const mine = struck.filter((one) => one.fault === fault);
    if (mine.length === 0) return [];
    const whole = mine.flatMap(({ wholeMs }) => wholeMs ?? []);
    const cells = [
      fault.padEnd(18),
      String(mine.length).padStart(5),
      secondsOf(whole).padStart(21),
      shown(Math.max(...mine.map(({ silenceMs }) => silenceMs)) / 1000).padStart(15),
    ];
    return [cells.join("  ")];
  });
  const unavailable = refusals.filter(({ code }) => code === "not_available").map(({ ms }) => ms);
  return [
    `${options.processes} processes, ${options.lobbies} lobbies of ${options.players} in ${shown(report.seconds)} s; p50 / p99 / most in seconds`,
    `${"fault".padEnd(18)}  count  ${"until all is as before".padStart(21)}  longest silence`,
    ...rows,
    `away        ${secondsOf(report.awayMs)} in ${report.awayMs.length} absences of players; longest silence of a lobby ${shown(report.silenceMs / 1000)}`,
    `refusals    not_available ${unavailable.length}, after ${secondsOf(unavailable)}; others ${refusals.length - unavailable.length}${othersOf(refusals)}`,
    `games       ${sum(({ games }) => games)} games, ${report.events} events`,
    `answers     ${sum(({ answers }) => answers.acked)} acknowledged; ${sum(({ answers }) => answers.resent)} sent again, ${sum(({ answers }) => answers.repeated)} of which had been taken the first time`,
    `            ${sum(({ answers }) => answers.refused)} refused, ${sum(({ answers }) => answers.tooLate)} of them as too late; of ${sum(({ answers }) => answers.unknown)} the question ended before they could be sent again`,
    `points      ${sum(({ timed }) => timed)} computed anew from the acknowledged times`,
    `chat        ${sum(({ chatAcked }) => chatAcked)} lines acknowledged`,
    (Object.keys(kinds) as Violation["kind"][])
      .map((kind) => `${violations.filter((one) => one.kind === kind).length} ${kinds[kind]}`)
      .join(", "),
    ...violations.slice(0, shownMost).map(({ kind, text }) => `  ${kind}: ${text.slice(0, textMost)}`),
  ];
};

const othersOf = (refusals: ClusterReport["refusals"]): string => {
  const codes = [...new Set(refusals.map(({ code }) => code))].filter((code) => code !== "not_available");
  return codes.length === 0 ? "" : ` (${codes.join(", ")})`;
};
