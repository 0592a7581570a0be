import type { Player } from "../lobby-state.ts";

/** A line of the ranking on its way from where it stood to where it stands. */
export type Move = {
  readonly player: Player;
  /** Places above where it stood, below 0 for lower; 0 for who has just come. */
  readonly climbed: number;
  /** Ranks won, below 0 for lost: equals may change places without it. */
  readonly rose: number;
  readonly gained: number;
};

/**
 * The best `most` after a question, with how each has moved. Who was not listed before comes from just below the list;
 * without a `before`, as after a reload, nobody moves.
 */
export const movesBetween = (before: readonly Player[], after: readonly Player[], most: number): readonly Move[] => {
  const stood = new Map(before.filter(({ rank }) => rank > 0).map((player, place) => [player.id, { player, place }]));
  return after
    .filter(({ rank }) => rank > 0)
    .slice(0, most)
    .map((player, place) => {
      const was = stood.get(player.id);
      if (was === undefined) return { player, climbed: 0, rose: 0, gained: 0 };
      return {
        player,
        climbed: Math.min(was.place, most) - place,
        rose: was.player.rank - player.rank,
        gained: Math.max(0, player.score - was.player.score),
      };
    });
};
