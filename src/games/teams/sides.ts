import type { PlayerId } from "../../core/ids.ts";
import { seededRandom, shuffle } from "../../core/random.ts";
import type { Forming, Side, Teams } from "./state.ts";

/** How many are on each side. */
const counts = (sides: readonly Side[], sideOf: ReadonlyMap<PlayerId, Side>): ReadonlyMap<Side, number> => {
  const found = new Map(sides.map((side) => [side, 0]));
  for (const side of sideOf.values()) found.set(side, (found.get(side) ?? 0) + 1);
  return found;
};

/** The side with the fewest; of equals the first. */
export const smallest = ({ sides, sideOf }: Pick<Teams, "sides" | "sideOf">): Side => {
  const found = counts(sides, sideOf);
  return sides.reduce((least, side) => ((found.get(side) ?? 0) < (found.get(least) ?? 0) ? side : least));
};

/** Whether one more fits on a side: none may have two more than the smallest (rule S3). */
export const hasRoom = ({ sides, sideOf }: Pick<Teams, "sides" | "sideOf">, side: Side, player: PlayerId): boolean => {
  const others = new Map(sideOf);
  others.delete(player);
  const found = counts(sides, others);
  return (found.get(side) ?? 0) <= Math.min(...found.values());
};

/** Who is there to be put on a side, and who has picked one. */
export const candidatesIn = ({ sides, sideOf, gathering }: Teams): Forming["from"] => ({
  sides,
  picked: [...sideOf].filter(([player]) => gathering?.players.has(player)),
  players: [...(gathering?.players ?? [])].map(([id, { bot }]) => ({ id, bot })),
});

/** Puts those who have no side on one: people first, then bots, each to the smallest, in an order drawn by the seed (rule S1). */
export const formed = ({ sides, picked, players }: Forming["from"], seed: string): ReadonlyMap<PlayerId, Side> => {
  const all = new Map(picked);
  const drawn = shuffle(players, seededRandom(`${seed}/sides`));
  for (const { id } of [...drawn.filter(({ bot }) => !bot), ...drawn.filter(({ bot }) => bot)]) {
    if (!all.has(id)) all.set(id, smallest({ sides, sideOf: all }));
  }
  return all;
};
