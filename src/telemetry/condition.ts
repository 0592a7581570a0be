/** How a process does: what it needs, part by part. */
export type Condition = {
  readonly listening: boolean;
  readonly draining: boolean;
  /** Whether it has lately said in the database that it is alive. */
  readonly database: "well" | "away" | "none";
  readonly redis: "well" | "away" | "none";
  /** Whether the clock of a lobby stands because nothing can be made durable. */
  readonly lobbies: "well" | "standing";
};

/**
 * Whether a process takes on work. Redis doesn't count: without it games go on, and lobbies of this process can be made
 * and joined; all processes would be taken out together, and nobody could play at all.
 */
export const isWilling = ({ listening, draining, database, lobbies }: Condition): boolean =>
  listening && !draining && database !== "away" && lobbies === "well";
