import type { PlayerId } from "../core/ids.ts";
import { rated, sidesOf, type Skill, unknown } from "./rate.ts";
import type { PastGame } from "./standings.ts";

type Rated = { readonly skill: Skill; readonly games: number };
/** What everybody is rated, by mode; those of all modes together under "". */
export type Ratings = ReadonlyMap<string, ReadonlyMap<PlayerId, Rated>>;

/** Ratings by all games, which are given in their order. */
export const foldRatings = async (games: readonly PastGame[]): Promise<Ratings> => {
  const all = new Map<string, Map<PlayerId, Rated>>();
  for (const { mode, lines } of games) {
    const sides = sidesOf(lines);
    if (sides.length === 0) continue;
    for (const scope of ["", mode]) {
      const known = all.get(scope) ?? new Map<PlayerId, Rated>();
      all.set(scope, known);
      const after = await rated(sides, (player) => known.get(player)?.skill ?? unknown);
      for (const [player, skill] of after) known.set(player, { skill, games: (known.get(player)?.games ?? 0) + 1 });
    }
  }
  return all;
};
