import { useState } from "preact/hooks";
import { profilePath } from "../people/paths.ts";
import { numberText } from "../people/words.ts";
import { follow } from "../route.ts";
import { say } from "../text/say.ts";
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
      <h2 id="standings-title">{say("results:standings.title")}</h2>
      <table data-testid="standings">
        <thead>
          <tr>
            <th scope="col">{say("results:standings.rank")}</th>
            <th scope="col">{say("results:standings.name")}</th>
            <th scope="col" class="figure">
              {say("results:standings.right")}
            </th>
            <th scope="col" class="figure">
              {say("results:standings.points")}
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
                {player === own && <span class="badge">{say("results:standings.you")}</span>}
                {kind === "bot" && <span class="badge">{say("results:standings.bot")}</span>}
              </th>
              <td class="figure">{right}</td>
              <td class="figure">{numberText(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < lines.length && (
        <button class="wide" data-testid="all-standings" onClick={() => setAll(true)}>
          {say("results:standings.showAll", { count: lines.length })}
        </button>
      )}
      {all && players > lines.length && (
        <p class="muted">{say("results:standings.more", { count: players - lines.length })}</p>
      )}
    </section>
  );
};
