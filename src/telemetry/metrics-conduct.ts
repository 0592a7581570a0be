import { Counter, type Registry } from "prom-client";

type Sanctioned = {
  readonly strikes: readonly { readonly tier: number }[];
  readonly sanctions: readonly { readonly kind: string }[];
};

/** Figures of moderation. */
export type ConductMetrics = {
  readonly judged: (purpose: string, action: string, tier: number) => void;
  /** What the events of a batch say about conduct. */
  readonly conduct: (news: Sanctioned) => void;
  /** What was put before moderators. */
  readonly queued: (reviews: readonly { readonly kind: string }[]) => void;
  /** What came of a text that a second opinion was wanted on. */
  readonly moderatedRemotely: (outcome: "asked" | "cached" | "failed" | "out" | "flagged") => void;
};

export const conductMetrics = (registers: Registry[]): ConductMetrics => {
  const verdicts = new Counter({
    name: "parlor_verdicts_total",
    help: "Texts judged, by what they were for and what came of it",
    labelNames: ["purpose", "action", "tier"],
    registers,
  });
  const strikes = new Counter({
    name: "parlor_strikes_total",
    help: "Strikes by tier",
    labelNames: ["tier"],
    registers,
  });
  const sanctions = new Counter({
    name: "parlor_sanctions_total",
    help: "Sanctions by kind",
    labelNames: ["kind"],
    registers,
  });
  const reviews = new Counter({
    name: "parlor_reviews_total",
    help: "Put before moderators, by kind",
    labelNames: ["kind"],
    registers,
  });
  const remote = new Counter({
    name: "parlor_moderation_remote_total",
    help: "Texts that a second opinion was wanted on, by what came of it; those flagged count besides",
    labelNames: ["outcome"],
    registers,
  });
  return {
    judged: (purpose, action, tier) => verdicts.inc({ purpose, action, tier }),
    conduct: (news) => {
      for (const { tier } of news.strikes) strikes.inc({ tier });
      for (const { kind } of news.sanctions) sanctions.inc({ kind });
    },
    queued: (found) => {
      for (const { kind } of found) reviews.inc({ kind });
    },
    moderatedRemotely: (outcome) => remote.inc({ outcome }),
  };
};
