import { useState } from "preact/hooks";
import { profilePath } from "../people/paths.ts";
import { countText, numberText } from "../people/words.ts";
import { follow } from "../route.ts";
import type { Line } from "./summary.ts";

type Props = { readonly lines: readonly Line[]; readonly players: number; readonly own: string };

/** The best, and who looks; all others when they are asked for. */
const shownFirst = 10;

/** Where everybody came, each with the way to their page. */
export const Standings = ({ lines, players, own }: Props) => {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.filter(({ player }, index) => index < shownFirst || player === own);
  return (
    <section class="card" aria-labelledby="standings-title">
      <h2 id="standings-title">Standings</h2>
      <table data-testid="standings">
        <thead>
          <tr>
            <th scope="col">Rank</th>
            <th scope="col">Name</th>
            <th scope="col" class="figure">
              Right
            </th>
            <th scope="col" class="figure">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ player, name, kind, score, right, rank }) => (
            <tr key={player} class={player === own ? "me" : ""}>
              <td>{rank}</td>
              <th scope="row">
                <a href={profilePath(player)} onClick={follow}>
                  <bdi>{name}</bdi>
                </a>
                {player === own && <span class="badge">you</span>}
                {kind === "bot" && <span class="badge">bot</span>}
              </th>
              <td class="figure">{right}</td>
              <td class="figure">{numberText(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < lines.length && (
        <button class="wide" data-testid="all-standings" onClick={() => setAll(true)}>
          Show all {lines.length}
        </button>
      )}
      {all && players > lines.length && <p class="muted">and {countText(players - lines.length, "player")} more.</p>}
    </section>
  );
};
