import type { LobbyExtra, OverGame } from "../rooms/extra.ts";
import type { Services } from "../rooms/services.ts";
import type { Accounts } from "./accounts/accounts.ts";
import { newId } from "./accounts/ids.ts";
import { memoryAccounts } from "./accounts/memory.ts";
import { sqlAccounts } from "./accounts/sql.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { memoryJournal } from "./journal/memory.ts";
import { sqlJournal } from "./journal/sql.ts";
import { pointsFor, streakBonus } from "./games/quiz/scoring.ts";
import { memoryStandings } from "./standings/memory.ts";
import { countGame, sqlStandings } from "./standings/sql.ts";
import type { FinishedGame, StandingsParts } from "./standings/standings.ts";
import { writeOutbox } from "./webhooks/outbox.ts";
import { type Webhooks, webhooksOf } from "./webhooks/webhooks.ts";
import type { Log } from "./telemetry/log.ts";

/** Where everything that must last is kept. */
export type Store = Pick<Services, "journal" | "standings"> & {
  readonly accounts: Accounts;
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
  /** Whether another process is there; see journal/sql.ts. */
  readonly answers: (process: { readonly id: string; readonly address: string }) => Promise<boolean>;
};

const partsOf = (now: () => number): StandingsParts => ({
  points: new Map([["quiz", ({ time, limit, streak }) => pointsFor(time, limit) + streakBonus(streak)]]),
  now,
});

const finishedOf = ({ game, lobby, mode, topic, at, seq, standings, detail }: OverGame): FinishedGame => ({
  game,
  lobby,
  mode,
  topic,
  at,
  seq,
  lines: standings,
  detail,
});

/** A store in memory, for demonstrations and fast tests. */
export const memoryStore = (now: () => number): Store => {
  const standings = memoryStandings(partsOf(now));
  const alongside = (_stream: string, { games }: LobbyExtra): void => {
    for (const game of games) void standings.record(finishedOf(game));
  };
  const journal: Services["journal"] = memoryJournal({ now, alongside });
  return { journal, standings, accounts: memoryAccounts(), webhooks: undefined, database: undefined };
};

/** A store in PostgreSQL: the embedded one in the data directory, or a server. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { dataDir, databaseUrl, runner, log, now } = options;
  const database = await openDatabase({ dataDir, url: databaseUrl, log });
  const { db, kind } = database;
  const webhooks = webhooksOf({ db, log, now, newId, allowPrivate: options.webhookAllowPrivate });
  const journal: Services["journal"] = sqlJournal({
    db,
    runner,
    now,
    // Nobody else can have the embedded database open.
    answers: kind === "embedded" ? () => Promise.resolve(false) : options.answers,
    hasExtra: ({ games, told }: LobbyExtra) => games.length + told.length > 0,
    alongside: async (transaction, stream, { games, told }: LobbyExtra) => {
      for (const game of games) await countGame(transaction, finishedOf(game));
      if (told.length > 0) await writeOutbox(transaction, stream, told);
    },
    afterwards: () => webhooks.delivery.poke(),
  });
  return { journal, standings: sqlStandings(db, partsOf(now)), accounts: sqlAccounts(db), webhooks, database };
};
