import { z } from "zod";

const upTo = (calls: number, tokens: number) =>
  z
    .strictObject({
      calls: z.int().min(0).max(1_000_000_000).default(calls),
      tokens: z.int().min(0).max(1_000_000_000_000).default(tokens),
    })
    .readonly()
    .prefault({});

/**
 * What models may be used for, by whom and in which time, as an operator sets it; a window is a minute or a day (UTC) of
 * the clock. What is left out is as it usually is, and 0 is nothing.
 */
export const budgetFormat = z
  .strictObject({
    /** One person's mentions of bots, wherever they are. */
    personMinute: upTo(6, 12_000),
    personDay: upTo(300, 400_000),
    lobbyMinute: upTo(6, 12_000),
    lobbyDay: upTo(1000, 1_500_000),
    /** All processes of the server together. */
    serverMinute: upTo(120, 200_000),
    serverDay: upTo(20_000, 20_000_000),
  })
  .readonly();

export type BudgetLimits = z.output<typeof budgetFormat>;
/** The most of something in one window of time. */
type Most = BudgetLimits["serverDay"];

export const defaultBudget: BudgetLimits = budgetFormat.parse({});

/** A call of a model that somebody would like to make. */
type Wish = {
  readonly lobby: string;
  /** Who asked for it; "" when nobody did. */
  readonly person: string;
  /** An estimate of what the call will use, question and answer together. */
  readonly tokens: number;
};

type Spent = "person" | "lobby_minute" | "lobby_day" | "server_minute" | "server_day";

export type Taken =
  | {
      readonly ok: true;
      /** What the call has really used, once it is known; a call that is never settled has used its estimate. */
      readonly settle: (actualTokens: number) => void;
    }
  | {
      readonly ok: false;
      /** What is spent, or "outage": then nobody can tell, and nothing may be spent. */
      readonly what: Spent | "outage";
    };

/** How much models may be used, counted over all processes. Refuses a call as a whole or grants it in every count. */
export type Budget = {
  /** Never rejects. */
  readonly take: (wish: Wish) => Promise<Taken>;
  /** What the server as a whole has used in this minute and on this day; rejects with Outage. */
  readonly used: () => Promise<{ readonly minute: Most; readonly day: Most }>;
  /**
   * What the server used on each of the latest 30 days on which it used anything, oldest first, and the lobbies that used
   * most today; rejects with Outage.
   */
  readonly history: () => Promise<BudgetHistory>;
};

type BudgetHistory = {
  /** `since` is the beginning of the day in ms since 1970. */
  readonly days: readonly (Most & { readonly since: number })[];
  readonly lobbies: readonly (Most & { readonly lobby: string })[];
};

/** So many days, and so many lobbies, are told of. */
export const historyMost = { days: 30, lobbies: 20 } as const;

const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** One count that a call goes into. */
export type Count = {
  readonly what: Spent;
  /** Such as "minute lobby ABCDE". */
  readonly scope: string;
  /** When its window began and ends, in ms. */
  readonly since: number;
  readonly until: number;
  readonly most: Most;
};

const countOf = (what: Spent, window: "minute" | "day", whose: string, most: Most, now: number): Count => {
  const length = window === "minute" ? minuteMs : dayMs;
  const since = now - (now % length);
  return { what, scope: `${window} ${whose}`, since, until: since + length, most };
};

/** The counts of a call, always in this order: whoever locks them one by one never waits in a circle. */
export const countsOf = (
  { lobby, person }: Pick<Wish, "lobby" | "person">,
  most: BudgetLimits,
  now: number,
): Count[] => [
  ...(person === ""
    ? []
    : [
        countOf("person", "minute", `person ${person}`, most.personMinute, now),
        countOf("person", "day", `person ${person}`, most.personDay, now),
      ]),
  countOf("lobby_minute", "minute", `lobby ${lobby}`, most.lobbyMinute, now),
  countOf("lobby_day", "day", `lobby ${lobby}`, most.lobbyDay, now),
  ...serverCounts(most, now),
];

export const serverCounts = (most: BudgetLimits, now: number): readonly [minute: Count, day: Count] => [
  countOf("server_minute", "minute", "server", most.serverMinute, now),
  countOf("server_day", "day", "server", most.serverDay, now),
];

export const serverDayScope = "day server";
export const lobbyDayScope = "day lobby ";

/** The beginning of the first day that is told of. */
export const firstDay = (now: number): number => now - (now % dayMs) - (historyMost.days - 1) * dayMs;

const mostTokens = 100_000_000;

/** A number of tokens, whatever a model's server made of it. */
export const tokensOf = (tokens: number, otherwise = mostTokens): number =>
  Number.isFinite(tokens) ? Math.min(mostTokens, Math.max(0, Math.ceil(tokens))) : otherwise;
