import type { Barred, Place, Sanction } from "./conduct.ts";

/** How long ago a ban by the rules may be to count for the next one. */
export const recentBansMs = 30 * 86_400_000;

/** Whether a sanction holds at an instant. */
export const isInForce = ({ liftedAt, until }: Pick<Sanction, "liftedAt" | "until">, now: number): boolean =>
  liftedAt === null && (until === null || until > now);

/** The longest ban in force of `bans` that keeps somebody out of a place. */
export const barringOf = (bans: readonly Sanction[], person: Barred, place: Place, now: number): Sanction | undefined =>
  bans
    .filter((ban) => ban.kind === "ban" && isInForce(ban, now) && keepsOut(ban, person, place))
    .toSorted((a, b) => (b.until ?? Infinity) - (a.until ?? Infinity) || b.at - a.at)[0];

const keepsOut = (ban: Sanction, { id, device }: Barred, { owner, lobby }: Place): boolean => {
  const isDevice = device !== "" && ban.device === device;
  if (ban.player !== id && !isDevice) return false;
  switch (ban.scope) {
    case "server":
      return true;
    case "owner":
      return owner !== "" && ban.owner === owner;
    case "lobby":
      // The lobby itself knows whom it has banned, and may have forgiven them; what it does not know is devices.
      return lobby !== "" && ban.lobby === lobby && isDevice && ban.player !== id;
  }
};
