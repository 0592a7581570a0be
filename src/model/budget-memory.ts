import { type Budget, type BudgetLimits, countsOf, serverCounts, tokensOf } from "./budget.ts";

type Used = { calls: number; tokens: number; readonly until: number };

/** The budget of a process alone; forgotten when it ends. `now` is in ms since 1970. */
export const memoryBudget = (limits: BudgetLimits, now: () => number): Budget => {
  const used = new Map<string, Used>();
  let tidyAt = 0;

  const find = ({ scope, since, until }: { scope: string; since: number; until: number }): Used => {
    const key = `${scope} ${since}`;
    const found = used.get(key) ?? { calls: 0, tokens: 0, until };
    used.set(key, found);
    return found;
  };

  const tidy = (): void => {
    if (now() < tidyAt) return;
    tidyAt = now() + 60_000;
    for (const [key, { until }] of used) if (until <= now()) used.delete(key);
  };

  return {
    take: (wish) => {
      tidy();
      const tokens = tokensOf(wish.tokens);
      const counts = countsOf(wish, limits, now()).map((count) => ({ ...count, used: find(count) }));
      const spent = counts.find(
        (one) => one.used.calls >= one.most.calls || one.used.tokens + tokens > one.most.tokens,
      );
      if (spent !== undefined) return Promise.resolve({ ok: false, what: spent.what });
      for (const one of counts) {
        one.used.calls++;
        one.used.tokens += tokens;
      }
      let counted = tokens;
      const settle = (actualTokens: number): void => {
        const actual = tokensOf(actualTokens, counted);
        for (const one of counts) one.used.tokens += actual - counted;
        counted = actual;
      };
      return Promise.resolve({ ok: true, settle });
    },
    used: () => {
      const [minute, day] = serverCounts(limits, now())
        .map(find)
        .map(({ calls, tokens }) => ({ calls, tokens }));
      const none = { calls: 0, tokens: 0 };
      return Promise.resolve({ minute: minute ?? none, day: day ?? none });
    },
  };
};
