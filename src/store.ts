import { noConduct } from "../rooms/conduct-news.ts";
import { type LobbyExtra, noExtra, type OverGame } from "../rooms/extra.ts";
import type { Services } from "../rooms/services.ts";
import { memoryAudit } from "./audit/memory.ts";
import { sqlAudit } from "./audit/sql.ts";
import { memoryConduct } from "./conduct/memory.ts";
import { memoryReviews } from "./conduct/reviews-memory.ts";
import { sqlReviews } from "./conduct/reviews-sql.ts";
import { writeReviews } from "./conduct/reviews-write.ts";
import { sqlConduct } from "./conduct/sql.ts";
import { writeConduct } from "./conduct/write-sql.ts";
import { memorySignalStore, type SignalStore, sqlSignalStore } from "./moderation/signal-store.ts";
import { memorySettings } from "./settings/memory.ts";
import { sqlSettings } from "./settings/sql.ts";
import type { HealthStore } from "./telemetry/health.ts";
import { memoryHealth } from "./telemetry/health-memory.ts";
import { sqlHealth } from "./telemetry/health-sql.ts";
import type { Accounts } from "./accounts/accounts.ts";
import { newId } from "./accounts/ids.ts";
import { memoryAccounts } from "./accounts/memory.ts";
import { sqlAccounts } from "./accounts/sql.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { memoryJournal } from "./journal/memory.ts";
import { sqlJournal } from "./journal/sql.ts";
import { quizPoints } from "./games/quiz/scoring.ts";
import { memoryPacks } from "./packs/memory.ts";
import type { Packs } from "./packs/packs.ts";
import { sqlPacks } from "./packs/sql.ts";
import { memoryBudget } from "./model/budget-memory.ts";
import { sqlBudget } from "./model/budget-sql.ts";
import type { Budget, BudgetLimits } from "./model/budget.ts";
import { memoryNotes } from "./notes/memory.ts";
import { sqlNotes } from "./notes/sql.ts";
import { memoryErasures } from "./privacy/erasures-memory.ts";
import { sqlErasures } from "./privacy/erasures-sql.ts";
import type { Erasures } from "./privacy/erasures.ts";
import { memoryCare } from "./questions/care-memory.ts";
import { sqlCare, writeCare } from "./questions/care-sql.ts";
import { memoryHardness } from "./questions/hardness-memory.ts";
import { sqlHardness, writeHardness } from "./questions/hardness-sql.ts";
import { memoryPace } from "./questions/pace-memory.ts";
import { sqlPace } from "./questions/pace-sql.ts";
import type { Pace } from "./questions/pace.ts";
import { memoryQuestionStore } from "./questions/store-memory.ts";
import { sqlQuestionStore } from "./questions/store-sql.ts";
import type { QuestionStore } from "./questions/store.ts";
import { memoryStandings, onlyGame } from "./standings/memory.ts";
import type { SeasonMonths } from "./standings/seasons.ts";
import { countGame, sqlStandings } from "./standings/sql.ts";
import type { FinishedGame, StandingsParts } from "./standings/standings.ts";
import { writeOutbox } from "./webhooks/outbox.ts";
import { type Webhooks, webhooksOf } from "./webhooks/webhooks.ts";
import type { Log } from "./telemetry/log.ts";

/** Where everything that must last is kept. */
export type Store = Pick<
  Services,
  "journal" | "standings" | "care" | "notes" | "hardness" | "conduct" | "reviews" | "audit" | "settings"
> & {
  readonly health: HealthStore;
  readonly signal: SignalStore;
  readonly questions: QuestionStore;
  readonly pace: Pace;
  /** What models may be used for. */
  readonly budget: Budget;
  readonly packs: Packs;
  readonly accounts: Accounts;
  readonly erasures: Erasures;
  /** Undefined, as is the database, for a store that lasts as long as the process. */
  readonly webhooks: Webhooks | undefined;
  readonly database: Database | undefined;
};

export type StoreOptions = {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** This process, for the journal. */
  readonly runner: string;
  readonly log: Log;
  readonly now: () => number;
  readonly webhookAllowPrivate: boolean;
  readonly seasonMonths?: SeasonMonths;
  /** The most that models may be used for. */
  readonly budget: BudgetLimits;
  /** Whether another process is there; see journal/sql.ts. */
  readonly answers: (process: { readonly id: string; readonly address: string }) => Promise<boolean>;
};

const partsOf = ({ now, seasonMonths = 3 }: Pick<StoreOptions, "now" | "seasonMonths">): StandingsParts => ({
  points: new Map([["quiz", quizPoints]]),
  now,
  seasonMonths,
});

const finishedOf = ({ standings, story, ...game }: OverGame): FinishedGame =>
  onlyGame({ ...game, lines: standings, ...(story === undefined ? {} : { story }) });

/** A store in memory, for demonstrations and fast tests. */
export const memoryStore = (options: Pick<StoreOptions, "now" | "budget" | "seasonMonths">): Store => {
  const { now, budget } = options;
  const standings = memoryStandings(partsOf(options));
  const care = memoryCare(now);
  const hardness = memoryHardness();
  const conduct = memoryConduct(now);
  const reviews = memoryReviews();
  const alongside = (_stream: string, extra: LobbyExtra): void => {
    if (extra === noExtra) return;
    for (const game of extra.games) void standings.record(finishedOf(game));
    care.write(extra.care);
    hardness.write(extra.answers);
    conduct.write(extra.conduct);
    reviews.write(extra.reviews);
  };
  const journal: Services["journal"] = memoryJournal({ now, alongside });
  return {
    journal,
    standings,
    care,
    hardness,
    conduct,
    reviews,
    audit: memoryAudit(),
    settings: memorySettings(),
    health: memoryHealth(),
    signal: memorySignalStore(now),
    notes: memoryNotes(),
    questions: memoryQuestionStore(),
    pace: memoryPace(now),
    budget: memoryBudget(budget, now),
    packs: memoryPacks(now),
    accounts: memoryAccounts(),
    erasures: memoryErasures(),
    webhooks: undefined,
    database: undefined,
  };
};

/** A store in PostgreSQL: the embedded one in the data directory, or a server. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { dataDir, databaseUrl, runner, log, now, budget } = options;
  const database = await openDatabase({ dataDir, url: databaseUrl, log });
  const { db, kind } = database;
  const care = sqlCare(db);
  const settings = sqlSettings(db);
  await Promise.all([care.refresh(), settings.refresh()]);
  const counting = partsOf(options);
  const standings = sqlStandings(db, counting);
  const webhooks = webhooksOf({ db, log, now, newId, allowPrivate: options.webhookAllowPrivate });
  const journal: Services["journal"] = sqlJournal({
    db,
    runner,
    now,
    // Nobody else can have the embedded database open.
    answers: kind === "embedded" ? () => Promise.resolve(false) : options.answers,
    hasExtra: (extra: LobbyExtra) => extra !== noExtra,
    alongside: async (
      transaction,
      stream,
      { games, told, care: news, answers, conduct: deeds, reviews }: LobbyExtra,
    ) => {
      for (const game of games) await countGame(transaction, finishedOf(game), counting);
      await writeCare(transaction, news);
      if (answers.length > 0) await writeHardness(transaction, answers);
      if (deeds !== noConduct) await writeConduct(transaction, deeds);
      if (reviews.length > 0) await writeReviews(transaction, reviews);
      if (told.length > 0) await writeOutbox(transaction, stream, told);
    },
    afterwards: ({ games, care: { plays, reports } }) => {
      webhooks.delivery.poke();
      if (games.length > 0)
        standings.settle().catch((error: unknown) => log.warn({ err: error }, "players were not rated"));
      if (plays.length + reports.length === 0) return;
      care.refresh().catch((error: unknown) => log.warn({ err: error }, "hidden questions were not looked up"));
    },
  });
  return {
    journal,
    standings,
    care,
    hardness: sqlHardness(db),
    conduct: sqlConduct(db, now),
    reviews: sqlReviews(db),
    audit: sqlAudit(db),
    settings,
    health: sqlHealth(db),
    signal: sqlSignalStore(db),
    notes: sqlNotes(db),
    questions: sqlQuestionStore(db),
    pace: sqlPace(db),
    budget: sqlBudget(db, { limits: budget, now, log }),
    packs: sqlPacks(db, now),
    accounts: sqlAccounts(db),
    erasures: sqlErasures(db),
    webhooks,
    database,
  };
};
