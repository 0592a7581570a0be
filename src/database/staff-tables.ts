import type { ColumnType, Generated } from "kysely";
import type { Json, NullableTime, Time, TimeNow } from "./columns.ts";

/** What tables hold about conduct and for who runs the server. */
export type StaffTables = {
  strike: StrikeTable;
  sanction: SanctionTable;
  staff_note: StaffNoteTable;
  review: ReviewTable;
  review_report: ReviewReportTable;
  exception: ExceptionTable;
  training_line: TrainingLineTable;
  setting: SettingTable;
  health: HealthTable;
  audit: AuditTable;
};

/** A counted breach of the rules; `cleared_at` when it stopped counting before its time. */
type StrikeTable = {
  id: string;
  player: string;
  name: string;
  lobby: string;
  reason: string;
  rule: string;
  tier: number;
  weight: number;
  text: string;
  at: Time;
  expires_at: Time;
  cleared_at: NullableTime;
};

/** What was put on somebody; "" stands for nobody, no lobby, no device, no strike. */
type SanctionTable = {
  id: string;
  kind: "warning" | "mute" | "ban";
  scope: "lobby" | "owner" | "server";
  player: string;
  name: string;
  device: string;
  lobby: string;
  owner: string;
  imposed_by: string;
  reason: string;
  strikes: number;
  strike: string;
  at: Time;
  until: NullableTime;
  lifted_at: NullableTime;
  lifted_by: Generated<string>;
  appeal: ColumnType<Appeal, Appeal | undefined, Appeal>;
  appeal_text: Generated<string>;
};
type Appeal = "none" | "open" | "allowed" | "denied";

type StaffNoteTable = { id: string; player: string; written_by: string; by_name: string; text: string; at: Time };

/** A matter for a moderator. One of the same lobby, kind and line is the same matter. */
type ReviewTable = {
  id: string;
  kind: "report" | "person" | "flag" | "hold" | "block" | "appeal";
  state: ColumnType<Decided, Decided | undefined, Decided>;
  lobby: string;
  player: string;
  name: string;
  message: string;
  text: string;
  rule: string;
  category: string;
  score: number;
  context: Json;
  sanction: string;
  strike: string;
  at: Time;
  decided_at: NullableTime;
  decided_by: Generated<string>;
  why: Generated<string>;
};
type Decided = "open" | "allowed" | "denied";

/** One a person and matter; `source` is the id that the report came with, so that it is not taken twice. */
type ReviewReportTable = { review: string; player: string; reason: string; at: Time; source: string };

type ExceptionTable = { text: string; added_by: string; at: Time };

/** A line with what a moderator decided about it: 1 for unfit. `id` is that of the matter. */
type TrainingLineTable = { id: string; player: string; text: string; label: 0 | 1; at: Time };

type SettingTable = { key: string; value: Json; changed_at: TimeNow };

type HealthTable = { process: string; at: Time; data: Json };

/** Rows that a trigger keeps as they are; see audit/chain.ts. Words are null once they have been erased. */
type AuditTable = {
  id: number;
  at: Time;
  actor: string;
  action: string;
  target: string;
  subject: string;
  actor_name: string | null;
  why: string | null;
  before: string | null;
  after: string | null;
  salts: Json<Readonly<Record<string, string | null>>>;
  hashes: Json<Readonly<Record<string, string>>>;
  digest: string;
};
