import type { Running } from "../rooms/running.ts";
import type { Census } from "./telemetry/metrics-watch.ts";

/** Counts who is in the lobbies of this process, as far as that is durable. */
export const censusOf = ({ lobbies }: Pick<Running, "lobbies">): Census => {
  const players = new Map<string, number>();
  const byStatus = new Map<string, number>();
  let away = 0;
  for (const { lobby } of lobbies.values()) {
    const { status } = lobby.stage;
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    for (const { kind, awaySince } of lobby.members.values()) {
      if (awaySince === undefined) players.set(kind, (players.get(kind) ?? 0) + 1);
      else away++;
    }
  }
  return { players, away, lobbies: byStatus };
};
