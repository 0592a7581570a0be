import type { ConductNews, Sanction, Strike } from "../../src/conduct/conduct.ts";
import type { NewReview } from "../../src/conduct/reviews.ts";
import type { PlayerId } from "../../src/core/ids.ts";

export const [ana, ben, cy, mod] = ["ana", "ben", "cy", "mod"] as PlayerId[] as [
  PlayerId,
  PlayerId,
  PlayerId,
  PlayerId,
];

/** The instant at which these tests happen. */
export const now = 1_800_000_000_000;
export const dayMs = 86_400_000;

export const strike = (id: string, changes: Partial<Strike> = {}): ConductNews["strikes"][number] => ({
  id,
  player: ana,
  name: "Ana",
  lobby: "ABCDE",
  reason: "insult",
  rule: "word:oaf",
  tier: 2,
  weight: 1,
  text: "you oaf",
  at: now,
  expiresAt: now + 7 * dayMs,
  ...changes,
});

export const ban = (id: string, changes: Partial<Sanction> = {}): ConductNews["sanctions"][number] => ({
  id,
  kind: "ban",
  scope: "server",
  player: ana,
  name: "Ana",
  device: "",
  lobby: "",
  owner: "",
  by: "",
  reason: "strikes",
  strikes: 3,
  strike: "",
  at: now,
  until: now + dayMs,
  ...changes,
});

export const news = (some: Partial<ConductNews>): ConductNews => ({
  strikes: [],
  sanctions: [],
  lifted: [],
  cleared: [],
  ...some,
});

export const matter = (id: string, changes: Partial<NewReview> = {}): NewReview => ({
  id,
  kind: "report",
  lobby: "ABCDE",
  player: ana,
  name: "Ana",
  message: "m1",
  text: "you oaf",
  rule: "word:oaf",
  category: "insult",
  score: 0.75,
  context: [{ id: "m0", player: ben, name: "Ben", text: "hello Ana", at: now - 1000 }],
  sanction: "",
  strike: "",
  at: now,
  ...changes,
});
