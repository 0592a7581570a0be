import type { ColumnType, Generated } from "kysely";
import type { Json, Nullable, NullableJson, NullableTime, Time, TimeNow } from "./columns.ts";
import type { StaffTables } from "./staff-tables.ts";

/**
 * What the tables hold, for Kysely. Both kinds of database give the same values: `bigint` comes as a number,
 * `timestamptz` as a Date, `jsonb` parsed.
 */
export type Tables = StaffTables & {
  process: ProcessTable;
  lobby: LobbyTable;
  event: EventTable;
  account: AccountTable;
  password_reset: PasswordResetTable;
  game: GameTable;
  game_line: GameLineTable;
  tally: TallyTable;
  tally_bucket: TallyBucketTable;
  rating_line: RatingLineTable;
  rating_due: RatingDueTable;
  webhook: WebhookTable;
  outbox: OutboxTable;
  delivery: DeliveryTable;
  question: QuestionTable;
  question_care: QuestionCareTable;
  question_report: QuestionReportTable;
  pack: PackTable;
  note: NoteTable;
  pace: PaceTable;
  spending: SpendingTable;
  ability: AbilityTable;
  hardness: HardnessTable;
  signal: SignalTable;
  erasure: ErasureTable;
  secret: SecretTable;
};

/** Every table, those that others point to first: the order in which rows can be put back. */
export const tableNames = [
  "process",
  "lobby",
  "event",
  "account",
  "password_reset",
  "game",
  "game_line",
  "tally",
  "tally_bucket",
  "rating_line",
  "rating_due",
  "webhook",
  "outbox",
  "delivery",
  "question",
  "question_care",
  "question_report",
  "pack",
  "note",
  "pace",
  "spending",
  "ability",
  "hardness",
  "signal",
  "strike",
  "sanction",
  "staff_note",
  "review",
  "review_report",
  "exception",
  "training_line",
  "setting",
  "health",
  "audit",
  "erasure",
  "secret",
] as const satisfies readonly (keyof Tables)[];

type Kind = "human" | "bot";

/** A running server; it lives as long as its lease is renewed. */
type ProcessTable = { id: string; address: string; lease_until: Time; draining: Generated<boolean> };

/** `epoch` rises with each takeover; `runner` is the process that runs the lobby. */
type LobbyTable = {
  code: string;
  epoch: Generated<number>;
  runner: Nullable<string>;
  status: string;
  owner: string;
  public: boolean;
  listing: Json;
  snapshot: NullableJson;
  snapshot_seq: Generated<number>;
  created_at: TimeNow;
  touched_at: TimeNow;
  closed_at: NullableTime;
  shape: Generated<number>;
};

type EventTable = { lobby: string; seq: number; epoch: number; data: Json; at: TimeNow };

/** `email` is stored in lower case. */
export type AccountTable = {
  id: string;
  email: Nullable<string>;
  name: string;
  password_hash: Nullable<string>;
  role: Generated<string>;
  token_version: Generated<number>;
  created_at: TimeNow;
};

type PasswordResetTable = { token_hash: string; account: string; expires_at: Time };

type GameTable = {
  id: string;
  lobby: string;
  mode: string;
  topic: string;
  at: Time;
  seq: number;
  detail: Json;
  /** On which boards it has been counted: 0 on those without a mode or season, 1 on all. */
  boards: Generated<number>;
};

type GameLineTable = {
  game: string;
  player: string;
  name: string;
  kind: Kind;
  score: number;
  right_answers: number;
  rank: number;
  /** When the game ended: to page through a player's past by one index. */
  at: Time;
  /** Answers given, right or wrong. */
  answered: number;
  /** How long the right answers took together. */
  right_ms: Generated<number>;
  /** The most right answers in a row. */
  streak: Generated<number>;
  /** By category: right answers, and answers given. */
  categories: ColumnType<Readonly<Record<string, readonly [number, number]>>, string | undefined, string>;
};

/** A player's sum of one period. */
type TallyTable = { period: string; kind: Kind; player: string; name: string; score: number; games: number };

/** How many tallies have a score within one bucket of `standings/score-bucket.ts`; kept in step with `tally`. */
type TallyBucketTable = { period: string; kind: Kind; bucket: number; players: number };

/** What is known of somebody's skill after a game: in all modes together, and in its own. */
type RatingLineTable = {
  game: string;
  player: string;
  mode: string;
  at: Time;
  mu: number;
  sigma: number;
  mode_mu: number;
  mode_sigma: number;
};

/** Games that are to be rated, or rated anew as one before them has changed. */
type RatingDueTable = { game: string; at: Time };

type WebhookTable = {
  id: string;
  owner: string;
  url: string;
  secret: string;
  events: Json<readonly string[]>;
  active: Generated<boolean>;
  created_at: TimeNow;
};

/** What is to be told to webhooks; written in the same transaction as what it tells. */
type OutboxTable = {
  id: ColumnType<number, never, never>;
  lobby: string;
  seq: number;
  type: string;
  payload: Json;
  at: TimeNow;
};

type DeliveryTable = {
  outbox: number;
  webhook: string;
  state: "due" | "delivered" | "given_up";
  attempts: Generated<number>;
  next_at: NullableTime;
  last_error: Nullable<string>;
};

/** A question kept for reuse; `text` is its folded prompt. */
type QuestionTable = {
  id: string;
  source: "model" | "opentdb";
  topic: string;
  text: string;
  data: Json;
  provenance: Json;
  created_at: TimeNow;
};

/** What is known of a question that was played or reported: answers of people, and whether it may be asked. */
type QuestionCareTable = {
  question: string;
  /** The question as it was played last. */
  data: Json;
  plays: Generated<number>;
  right_answers: Generated<number>;
  reports: Generated<number>;
  state: ColumnType<CareState, CareState | undefined, CareState>;
  reason: Generated<string>;
  changed_at: TimeNow;
};

/** `hidden` waits for somebody to look; `kept` has been looked at and stays; `removed` is never asked again. */
export type CareState = "live" | "hidden" | "kept" | "removed";

type QuestionReportTable = { question: string; player: string; lobby: string; game: string; reason: string; at: Time };

/** `link`: who knows the id may see, play and copy it. */
type PackTable = {
  id: string;
  owner: string;
  title: string;
  description: string;
  visibility: "private" | "link";
  questions: Json;
  size: number;
  version: Generated<number>;
  created_at: TimeNow;
  updated_at: TimeNow;
};

/** Word for a player that waits until they are there to hear it. */
type NoteTable = { id: string; player: string; code: string; text: string; data: Json; at: Time };

/** Requests to somebody outside: when the next is allowed, and what all processes share about them. */
type PaceTable = { name: string; next_at: TimeNow; value: Generated<string> };

/** How able a person is, as learned from `n` answers; see questions/hardness.ts. */
type AbilityTable = { player: string; theta: number; n: number };

/** How hard a question is, as learned from `n` answers of people; `latest` are marks of who gave the last ones. */
type HardnessTable = { question: string; b: number; n: number; latest: number[] };

/** How much models were used since the start of a minute or a day, by everybody or by one lobby or person. */
type SpendingTable = { scope: string; since: Time; calls: Generated<number>; tokens: Generated<number> };

/** A retrained model; `file` is its bytes in base64. */
type SignalTable = { name: string; file: string; made_at: TimeNow };

/** Whose data are to go; done when there is nothing left of them. */
type ErasureTable = { player: string; asked_at: Time; done_at: NullableTime };

/** What the processes of one server keep to themselves. */
type SecretTable = { name: string; value: string };
