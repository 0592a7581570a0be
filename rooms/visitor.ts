import type { Identity } from "../src/accounts/tokens.ts";
import { deviceOf, type Person } from "../src/lobby/state.ts";

/** Who is behind a connection, and what they came as. */
export type Visitor = { readonly identity: Identity; readonly as: "player" | "spectator" | "screen" };

/** What a lobby needs to know of somebody whose token was admitted. */
export const personOf = ({ id, name, kind, role, version, device, bot }: Identity): Person => ({
  id,
  name,
  kind,
  staff: role !== "player",
  registered: version !== undefined,
  ...(device === undefined ? {} : { device }),
  ...(bot === undefined ? {} : { bot }),
});

/** Somebody as the bans outside of lobbies know them. */
export const barredOf = (identity: Identity): { readonly id: Person["id"]; readonly device: string } => ({
  id: identity.id,
  device: deviceOf(personOf(identity)),
});
