import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { partsOf, type Period, spansOf } from "./periods.ts";
import type { Rows } from "./rows.ts";
import { bucketOf } from "./score-bucket.ts";
import type { FinishedGame, StandingsParts } from "./standings.ts";

/** What is added to a player's sum of one period. */
export type TallyChange = {
  readonly period: string;
  /** Up to when a name counts, as PostgreSQL reads it: that of the latest game before. */
  readonly until: string;
  readonly kind: "human" | "bot";
  readonly player: PlayerId;
  readonly score: number;
  readonly games: number;
};

/** Which boards: those of time alone, those by mode and season, or all. */
export type Which = "spans" | "parts" | "all";

/** What one line of a game, or a change of it, adds to the boards of the periods in which the game was played. */
export const changesBy = (
  game: Pick<FinishedGame, "at" | "mode">,
  { kind, player, score, games }: Pick<TallyChange, "kind" | "player" | "score" | "games">,
  { seasonMonths, now }: Pick<StandingsParts, "seasonMonths" | "now">,
  which: Which = "all",
): readonly TallyChange[] =>
  [
    ...(which === "parts" ? [] : spansOf(game.at, now())),
    ...(which === "spans" ? [] : partsOf(game, seasonMonths, now())),
  ].map((one) => ({ period: one.period, until: untilOf(one), kind, player, score, games }));

/** Before always: without a name. */
export const nameless = "-infinity";

const untilOf = ({ end, isNameless = false }: Period): string => {
  if (isNameless) return nameless;
  return end === undefined ? "infinity" : new Date(end).toISOString();
};

type Bucket = { readonly period: string; readonly kind: string; readonly bucket: number };
type Tally = { period: string; kind: string; player: PlayerId; score: number; games: number };

/**
 * Adds to the sums, and keeps the buckets in step. Rows are taken in one order everywhere, so that two games with the
 * same players never wait for each other in a circle. The players' lines must be in already: names are theirs.
 */
export const addToTallies = async (rows: Rows, changes: readonly TallyChange[]): Promise<void> => {
  const merged = mergedBy(changes);
  if (merged.size === 0) return;
  const { rows: tallies } = await sql<Tally>`
    insert into tally (period, kind, player, name, score, games)
    select v.period, v.kind, v.player,
      coalesce((select line.name from game_line line where line.player = v.player and line.at < v.until
        order by line.at desc, line.game collate "C" desc limit 1), ''),
      v.score, v.games
    from jsonb_to_recordset(${JSON.stringify([...merged.values()])}::jsonb)
      as v (period text, until timestamptz, kind text, player text, score bigint, games int)
    order by v.period, v.player
    on conflict (period, player) do update set
      score = tally.score + excluded.score,
      games = tally.games + excluded.games,
      name = excluded.name
    returning period, kind, player, score, games`.execute(rows);
  await addToBuckets(
    rows,
    tallies.flatMap((tally) => movesOf(tally, merged.get(keyOf(tally)) as TallyChange)),
  );
};

const keyOf = ({ period, player }: { readonly period: string; readonly player: string }): string =>
  `${period}/${player}`;

const mergedBy = (changes: readonly TallyChange[]): ReadonlyMap<string, TallyChange> => {
  const merged = new Map<string, TallyChange>();
  for (const change of changes) {
    const before = merged.get(keyOf(change));
    const { score = 0, games = 0 } = before ?? {};
    merged.set(keyOf(change), { ...(before ?? change), score: score + change.score, games: games + change.games });
  }
  return merged;
};

/** From which bucket to which a sum moves, as what to add to each. */
const movesOf = ({ period, kind, score, games }: Tally, change: TallyChange): (Bucket & { players: number })[] => {
  const bucket = bucketOf(score);
  const to = { period, kind, bucket, players: 1 };
  if (games === change.games) return [to];
  const from = { period, kind, bucket: bucketOf(score - change.score), players: -1 };
  return from.bucket === bucket ? [] : [from, to];
};

const addToBuckets = async (rows: Rows, moves: readonly (Bucket & { players: number })[]): Promise<void> => {
  if (moves.length === 0) return;
  const { rows: buckets } = await sql<Bucket & { players: number }>`
    insert into tally_bucket (period, kind, bucket, players)
    select v.period, v.kind, v.bucket, sum(v.players)
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as v (period text, kind text, bucket int, players int)
    group by v.period, v.kind, v.bucket
    having sum(v.players) <> 0
    order by v.period, v.kind, v.bucket
    on conflict (period, kind, bucket) do update set players = tally_bucket.players + excluded.players
    returning period, kind, bucket, players`.execute(rows);
  for (const { period, kind, bucket, players } of buckets)
    if (players === 0)
      await sql`delete from tally_bucket where period = ${period} and kind = ${kind} and bucket = ${bucket}`.execute(
        rows,
      );
};
