import type { Random } from "../chaos-random.ts";

/** How unevenly lobbies fall on cells: the fullest cell's people beside the average. */
export const fullestCell = (
  { players, cells, lobbySize, choices }: { players: number; cells: number; lobbySize: number; choices: 1 | 2 },
  random: Random,
): number => {
  const held = new Float64Array(cells);
  const lobbies = Math.ceil(players / lobbySize);
  for (let lobby = 0; lobby < lobbies; lobby++) {
    const first = Math.floor(random() * cells);
    const second = choices === 2 ? Math.floor(random() * cells) : first;
    const cell = (held[second] as number) < (held[first] as number) ? second : first;
    // Few lobbies are large: sizes fall off as 1 / (1 - u), at most a thousand.
    held[cell] = (held[cell] as number) + Math.min(1000, (lobbySize / 2) * (1 / (1 - random())));
  }
  const total = held.reduce((sum, one) => sum + one, 0);
  return Math.max(...held) / (total / cells);
};
