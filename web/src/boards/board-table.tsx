import { Avatar } from "../lobby/avatar.tsx";
import { profilePath } from "../people/paths.ts";
import { numberText } from "../people/words.ts";
import { follow } from "../route.ts";
import type { Board } from "./board.ts";

type Props = { readonly entries: Board["entries"]; readonly own: string; readonly empty: string };

/** A page of a board, each line with the way to the player's page. */
export const BoardTable = ({ entries, own, empty }: Props) => {
  if (entries.length === 0) return <p class="muted">{empty}</p>;
  return (
    <table data-testid="board">
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Name</th>
          <th scope="col" class="figure games-column">
            Games
          </th>
          <th scope="col" class="figure">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ rank, player, name, games, score }) => (
          <tr key={player} class={player === own ? "me" : ""}>
            <td>{numberText(rank)}</td>
            <th scope="row">
              <a class="with-avatar" href={profilePath(player)} onClick={follow}>
                <Avatar id={player} name={name} />
                <bdi>{name}</bdi>
              </a>
              {player === own && <span class="badge">you</span>}
            </th>
            <td class="figure games-column">{numberText(games)}</td>
            <td class="figure">{numberText(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
