import type { Migration } from "kysely/migration";
import { journal } from "./0001_journal.ts";
import { accounts } from "./0002_accounts.ts";
import { standings } from "./0003_standings.ts";
import { webhooks } from "./0004_webhooks.ts";
import { questions } from "./0005_questions.ts";
import { spending } from "./0006_spending.ts";
import { hardness } from "./0007_hardness.ts";
import { conduct } from "./0008_conduct.ts";
import { audit } from "./0009_audit.ts";
import { signal } from "./0010_signal.ts";
import { erasure } from "./0011_erasure.ts";
import { statistics } from "./0012_statistics.ts";
import { secret } from "./0013_secret.ts";
import { shape } from "./0014_shape.ts";
import { owner } from "./0015_owner.ts";
import { ratings } from "./0016_ratings.ts";

/** In the order of their names. One that was released is never changed; what it lacks is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001_journal": journal,
  "0002_accounts": accounts,
  "0003_standings": standings,
  "0004_webhooks": webhooks,
  "0005_questions": questions,
  "0006_spending": spending,
  "0007_hardness": hardness,
  "0008_conduct": conduct,
  "0009_audit": audit,
  "0010_signal": signal,
  "0011_erasure": erasure,
  "0012_statistics": statistics,
  "0013_secret": secret,
  "0014_shape": shape,
  "0015_owner": owner,
  "0016_ratings": ratings,
};
