import { Avatar } from "../lobby/avatar.tsx";
import { profilePath } from "../people/paths.ts";
import { numberText } from "../people/words.ts";
import { follow } from "../route.ts";
import { say } from "../text/say.ts";

/** From so many rated games on a rating is no longer provisional; the server says of each whether it is. */
export const gamesUntilRated = 5;

export type BoardEntry = {
  readonly rank: number;
  readonly player: string;
  readonly name: string;
  readonly score: number;
  readonly games: number;
  readonly margin?: number;
  readonly provisional?: boolean;
};

type Props = {
  readonly entries: readonly BoardEntry[];
  readonly own: string;
  readonly hasFaces?: boolean;
  readonly isRating?: boolean;
  readonly testId?: string;
};

/** Places on a board, each line with the way to the player's page. */
export const BoardTable = ({ entries, own, hasFaces = false, isRating = false, testId }: Props) => (
  <table data-testid={testId}>
    <thead>
      <tr>
        <th scope="col">{say("people:table.rank")}</th>
        <th scope="col">{say("people:table.name")}</th>
        <th scope="col" class="figure games-column">
          {say("people:table.games")}
        </th>
        <th scope="col" class="figure">
          {isRating ? say("people:table.rating") : say("people:table.points")}
        </th>
      </tr>
    </thead>
    <tbody>
      {entries.map(({ rank, player, name, games, score, margin, provisional = false }) => (
        <tr key={player} class={player === own ? "me" : ""}>
          <td>{numberText(rank)}</td>
          <th scope="row">
            <a href={profilePath(player)} onClick={follow}>
              {hasFaces && <Avatar id={player} name={name} />}
              <bdi>{name}</bdi>
            </a>
            {player === own && <span class="badge">{say("people:profile.you")}</span>}
            {provisional && <span class="badge">{say("people:rating.provisional")}</span>}
          </th>
          <td class="figure games-column">{numberText(games)}</td>
          <td class="figure">
            {numberText(score)}
            {margin !== undefined && (
              <small class="muted margin">{say("people:rating.margin", { margin: numberText(margin) })}</small>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
