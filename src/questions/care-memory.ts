import { type CaredQuestion, type CareNews, hidingReason, type QuestionCare, type QuestionReport } from "./care.ts";

/** Care that lasts as long as the process. */
export const memoryCare = (now: () => number): QuestionCare & { readonly write: (news: CareNews) => void } => {
  const all = new Map<string, CaredQuestion>();
  const reports = new Map<string, QuestionReport[]>();
  const hidden = new Set<string>();

  const put = (cared: CaredQuestion): CaredQuestion => {
    all.set(cared.id, cared);
    if (cared.state === "hidden" || cared.state === "removed") hidden.add(cared.id);
    else hidden.delete(cared.id);
    return cared;
  };
  const grow = (id: string, question: CaredQuestion["question"] | undefined, by: Partial<CaredQuestion>): void => {
    const before = all.get(id);
    if (before === undefined && question === undefined) return;
    const plays = (before?.plays ?? 0) + (by.plays ?? 0);
    const right = (before?.right ?? 0) + (by.right ?? 0);
    const count = (before?.reports ?? 0) + (by.reports ?? 0);
    const reason = hidingReason({ plays, right, reports: count });
    const hides = (before?.state ?? "live") === "live" && reason !== "";
    put({
      id,
      question: question ?? (before as CaredQuestion).question,
      plays,
      right,
      reports: count,
      state: hides ? "hidden" : (before?.state ?? "live"),
      reason: hides ? reason : (before?.reason ?? ""),
      changedAt: hides || before === undefined ? now() : before.changedAt,
    });
  };

  return {
    hidden: () => hidden,
    refresh: () => Promise.resolve(),
    list: (state, { limit, after = "" }) =>
      Promise.resolve(
        [...all.values()]
          .filter((one) => one.state === state && one.id > after)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, limit),
      ),
    find: (id) => Promise.resolve(all.get(id)),
    reportsOf: (id) => Promise.resolve(reports.get(id) ?? []),
    decide: (id, state, reason) => {
      const before = all.get(id);
      return Promise.resolve(before && put({ ...before, state, reason, changedAt: now() }));
    },
    eraseReports: async (player) => {
      for (const [id, told] of reports)
        reports.set(
          id,
          told.map((report) => (report.player === player ? { ...report, reason: "" } : report)),
        );
    },
    expireReports: async (before) => {
      for (const [id, told] of reports)
        if (all.get(id)?.state !== "hidden")
          reports.set(
            id,
            told.map((report) => (report.at < before ? { ...report, reason: "" } : report)),
          );
    },
    write: ({ plays, reports: reported }) => {
      for (const { id, question, ...by } of plays) grow(id, question, by);
      for (const { shown, ...report } of reported) {
        const before = reports.get(report.question) ?? [];
        if (before.some(({ player }) => player === report.player)) continue;
        if (!all.has(report.question) && shown === undefined) continue;
        reports.set(report.question, [...before, report]);
        grow(report.question, shown, { reports: 1 });
      }
    },
  };
};
