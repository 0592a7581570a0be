import type { AppealState, SanctionKind, SanctionScope } from "../../../src/conduct/conduct.ts";
import { client } from "../session.ts";

type OwnStrike = {
  readonly id: string;
  readonly reason: string;
  readonly weight: number;
  readonly at: number;
  readonly expiresAt: number;
  readonly lobby: string;
};

export type OwnSanction = {
  readonly id: string;
  readonly kind: SanctionKind;
  readonly scope: SanctionScope;
  readonly lobby: string;
  readonly reason: string;
  readonly at: number;
  /** Null for one without an end. */
  readonly until: number | null;
  readonly appeal: AppealState;
  /** It was put on another name, and holds for this browser. */
  readonly byDevice: boolean;
};

/** What the server keeps of somebody's conduct, as they may read it themselves. */
export type OwnRecord = {
  readonly strikes: readonly OwnStrike[];
  readonly sanctions: readonly OwnSanction[];
  /** At what the strikes are a ban. */
  readonly limit: number;
};

/** Rejects with the refusal. */
export const askRecord = async (): Promise<OwnRecord> => {
  const { data } = await client.http.get("/api/me/sanctions");
  const { strikes = [], sanctions = [], limit = 0 } = data as Partial<OwnRecord>;
  return { strikes, sanctions, limit };
};

/** Once a sanction. Rejects with the refusal. */
export const sendAppeal = async (sanction: string, text: string): Promise<void> => {
  await client.http.post(`/api/me/sanctions/${encodeURIComponent(sanction)}/appeal`, { body: { text } });
};

/** Whether a mute or a ban holds: one that was lifted is not told of as if it did. */
export const isInForce = ({ kind, until, appeal }: OwnSanction, now: number): boolean =>
  kind !== "warning" && appeal !== "allowed" && (until === null || until > now);

const nearness: Readonly<Record<SanctionScope, number>> = { lobby: 2, server: 1, owner: 0 };

/** The ban that keeps somebody out of a lobby, the nearest first. One of an owner may have been put on elsewhere. */
export const banFrom = ({ sanctions }: OwnRecord, code: string, now: number): OwnSanction | undefined =>
  sanctions
    .filter((one) => one.kind === "ban" && isInForce(one, now) && (one.scope !== "lobby" || one.lobby === code))
    .toSorted((one, other) => nearness[other.scope] - nearness[one.scope])[0];
