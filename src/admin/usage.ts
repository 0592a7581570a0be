import { type Budget, type BudgetLimits, dayMs } from "../model/budget.ts";
import type { Usage } from "../protocol/admin.ts";

export type UsageOptions = {
  readonly budget: Pick<Budget, "used" | "history">;
  readonly limits: BudgetLimits;
  /** Undefined where no model is configured. */
  readonly model: { readonly name: string; readonly isOpen: () => boolean } | undefined;
  /** Of a million tokens, in the operator's currency; undefined where the operator has not said. */
  readonly price: number | undefined;
  readonly currency: string;
};

/** What models were used for, and what that costs. Rejects with Outage. */
export const usageOf =
  ({ budget, limits, model, price, currency }: UsageOptions) =>
  async (): Promise<Usage> => {
    const [{ minute, day }, { days, lobbies }] = await Promise.all([budget.used(), budget.history()]);
    return {
      configured: model !== undefined,
      model: model?.name ?? "",
      out: model?.isOpen() ?? false,
      minute,
      day,
      limits: { minute: limits.serverMinute, day: limits.serverDay },
      days: days.map(({ since, calls, tokens }) => ({
        day: dayOf(since),
        calls,
        tokens,
        cost: price === undefined ? null : Math.round(tokens * price) / 1_000_000,
      })),
      lobbies,
      currency,
    };
  };

const dayOf = (since: number): string => new Date(since - (since % dayMs)).toISOString().slice(0, 10);
