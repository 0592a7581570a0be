import type { Player } from "../lobby-state.ts";
import { lobby, seat } from "../store.ts";

const shownMost = 10;

/** The best ten and, when they are not among them, whoever looks at the page. */
export const Ranking = () => {
  const ranked = (lobby.value?.players ?? []).filter(({ rank }) => rank > 0);
  const best = ranked.slice(0, shownMost);
  const mine = ranked.slice(shownMost).find(({ id }) => id === seat.value);
  return (
    <table class="ranking" data-testid="ranking">
      <caption>Ranking</caption>
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Name</th>
          <th scope="col" class="figure">
            Streak
          </th>
          <th scope="col" class="figure">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {[...best, ...(mine === undefined ? [] : [mine])].map((player) => (
          <Line key={player.id} player={player} />
        ))}
      </tbody>
    </table>
  );
};

const Line = ({ player: { id, name, kind, rank, streak, score } }: { readonly player: Player }) => (
  <tr class={id === seat.value ? "me" : ""}>
    <td>{rank}</td>
    <th scope="row">
      {name} {id === seat.value && <span class="badge">you</span>} {kind === "bot" && <span class="badge">bot</span>}
    </th>
    <td class="figure">{streak > 1 ? streak : "–"}</td>
    <td class="figure">{score.toLocaleString("en")}</td>
  </tr>
);
