import type { PersonBrief, Sanction, StaffNote, Strike } from "../../../../src/conduct/conduct.ts";
import type { Review } from "../../../../src/conduct/reviews.ts";

type PastGame = {
  readonly game: string;
  readonly topic: string;
  readonly at: number;
  readonly score: number;
  readonly rank: number;
  readonly of: number;
};

/** All that the staff may know about somebody. */
export type Known = {
  readonly person: PersonBrief;
  readonly strikes: readonly Strike[];
  readonly sanctions: readonly Sanction[];
  readonly notes: readonly StaffNote[];
  readonly reviews: readonly Review[];
  readonly games: readonly PastGame[];
};

/** Latest first. */
export const latestFirst = <Item extends { readonly at: number }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((one, other) => other.at - one.at);

export const isInForce = ({ kind, until, liftedAt }: Sanction): boolean =>
  kind !== "warning" && liftedAt === null && (until === null || until > Date.now());

export const counts = ({ clearedAt, expiresAt }: Strike): boolean => clearedAt === null && expiresAt > Date.now();
