import { bursts, lobby } from "../store.ts";

/** How far to the side each goes, so that they don't cover each other. */
const lanes = [0, 3, 1, 4, 2] as const;

/** Reactions on their way up, with who sent them; the game behind them can be used. */
export const Floats = () => (
  <div class="floats" aria-hidden="true" data-testid="floats">
    {bursts.value.map(({ id, player, emoji }) => (
      <span key={id} style={{ "--lane": String(lanes[id % lanes.length]) }}>
        <span class="emoji">{emoji}</span>
        <bdi>{lobby.value?.players.find((one) => one.id === player)?.name ?? ""}</bdi>
      </span>
    ))}
  </div>
);
