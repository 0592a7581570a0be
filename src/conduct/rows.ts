import type { Insertable, Selectable } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import type { Tables } from "../database/tables.ts";
import { storable } from "../database/texts.ts";
import type { ConductNews, Sanction, StaffNote, Strike } from "./conduct.ts";

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
const timeOf = (date: Date | null): number | null => date?.getTime() ?? null;

export const strikeRow = (strike: ConductNews["strikes"][number]): Insertable<Tables["strike"]> => ({
  id: strike.id,
  player: strike.player,
  name: strike.name,
  lobby: strike.lobby,
  reason: strike.reason,
  rule: strike.rule,
  tier: strike.tier,
  weight: strike.weight,
  text: strike.text,
  at: new Date(strike.at),
  expires_at: new Date(strike.expiresAt),
});

export const strikeOf = ({ player, at, expires_at, cleared_at, ...row }: Selectable<Tables["strike"]>): Strike => ({
  ...row,
  player: player as PlayerId,
  at: at.getTime(),
  expiresAt: expires_at.getTime(),
  clearedAt: timeOf(cleared_at),
});

export const sanctionRow = (sanction: ConductNews["sanctions"][number]): Insertable<Tables["sanction"]> => ({
  id: sanction.id,
  kind: sanction.kind,
  scope: sanction.scope,
  player: sanction.player,
  name: sanction.name,
  device: sanction.device,
  lobby: sanction.lobby,
  owner: sanction.owner,
  imposed_by: sanction.by,
  reason: storable(sanction.reason),
  strikes: sanction.strikes,
  strike: sanction.strike,
  at: new Date(sanction.at),
  until: dateOf(sanction.until),
});

export const sanctionOf = (row: Selectable<Tables["sanction"]>): Sanction => ({
  id: row.id,
  kind: row.kind,
  scope: row.scope,
  player: row.player as PlayerId,
  name: row.name,
  device: row.device,
  lobby: row.lobby,
  owner: row.owner as PlayerId | "",
  by: row.imposed_by as PlayerId | "",
  reason: row.reason,
  strikes: row.strikes,
  strike: row.strike,
  at: row.at.getTime(),
  until: timeOf(row.until),
  liftedAt: timeOf(row.lifted_at),
  liftedBy: row.lifted_by as PlayerId | "",
  appeal: row.appeal,
  appealText: row.appeal_text,
});

export const noteOf = ({ player, written_by, by_name, at, ...row }: Selectable<Tables["staff_note"]>): StaffNote => ({
  ...row,
  player: player as PlayerId,
  by: written_by as PlayerId,
  byName: by_name,
  at: at.getTime(),
});
