import {
  type Budget,
  type BudgetLimits,
  countsOf,
  dayMs,
  firstDay,
  historyMost,
  lobbyDayScope,
  serverCounts,
  serverDayScope,
  tokensOf,
} from "./budget.ts";

type Used = { calls: number; tokens: number; readonly scope: string; readonly since: number; readonly until: number };

/** The budget of a process alone; forgotten when it ends. `now` is in ms since 1970. */
export const memoryBudget = (limits: BudgetLimits, now: () => number): Budget => {
  const used = new Map<string, Used>();
  let tidyAt = 0;

  const find = ({ scope, since, until }: { scope: string; since: number; until: number }): Used => {
    const key = `${scope} ${since}`;
    const found = used.get(key) ?? { calls: 0, tokens: 0, scope, since, until };
    used.set(key, found);
    return found;
  };

  const tidy = (): void => {
    if (now() < tidyAt) return;
    tidyAt = now() + 60_000;
    for (const [key, { scope, since, until }] of used) {
      if (scope === serverDayScope ? since < firstDay(now()) : until <= now()) used.delete(key);
    }
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
    history: () => {
      const counts = [...used.values()].filter(({ calls, tokens }) => calls + tokens > 0);
      const days = counts
        .filter(({ scope, since }) => scope === serverDayScope && since >= firstDay(now()))
        .toSorted((a, b) => a.since - b.since)
        .map(({ since, calls, tokens }) => ({ since, calls, tokens }));
      const today = now() - (now() % dayMs);
      const lobbies = counts
        .filter(({ scope, since }) => scope.startsWith(lobbyDayScope) && since === today)
        .map(({ scope, calls, tokens }) => ({ lobby: scope.slice(lobbyDayScope.length), calls, tokens }))
        .toSorted((a, b) => b.tokens - a.tokens || (a.lobby < b.lobby ? -1 : 1));
      return Promise.resolve({ days, lobbies: lobbies.slice(0, historyMost.lobbies) });
    },
  };
};
