import type { Identity } from "../src/accounts/tokens.ts";

/** Who is behind a connection, and what they came as. */
export type Visitor = { readonly identity: Identity; readonly as: "player" | "spectator" | "screen" };
