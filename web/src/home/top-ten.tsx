import { useEffect, useState } from "preact/hooks";
import { follow } from "../route.ts";
import { client, me } from "../session.ts";

type Entry = {
  readonly rank: number;
  readonly player: string;
  readonly name: string;
  readonly score: number;
  readonly games: number;
};
type Place = { readonly rank: number; readonly score: number; readonly games: number };
type Board = { readonly entries?: readonly Entry[]; readonly me?: Place };

/** The ten best of all time and, when they are not among them, whoever looks at the page. */
export const TopTen = () => {
  const [board, setBoard] = useState<Board>();
  const own = me.value;
  useEffect(() => {
    if (own === undefined) return;
    client.http.get("/api/leaderboard").then(
      ({ data }) => setBoard(data as Board),
      // The page is as useful without it.
      () => setBoard({ entries: [] }),
    );
  }, [own?.id]);
  const entries = board?.entries;
  const mine = board?.me;
  const isBelow = own && mine !== undefined && entries !== undefined && mine.rank > entries.length;
  return (
    <section class="card top-ten" aria-labelledby="top-ten" data-testid="leaderboard">
      <h2 id="top-ten">All-time top ten</h2>
      {entries?.length === 0 && <p class="muted">Nobody has finished a game yet. Be the first!</p>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <table>
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
              {entries.map((entry) => (
                <Row key={entry.player} entry={entry} isMe={entry.player === own?.id} />
              ))}
              {isBelow && <Row entry={{ ...mine, player: own.id, name: own.name }} isMe />}
            </tbody>
          </table>
          <p class="more">
            <a href="/boards" onClick={follow} data-testid="to-boards">
              All boards: this week, today, and the bots
            </a>
          </p>
        </>
      )}
    </section>
  );
};

const Row = ({ entry, isMe }: { readonly entry: Entry; readonly isMe: boolean }) => {
  const { rank, player, name, score, games } = entry;
  return (
    <tr class={isMe ? "me" : ""}>
      <td>{rank}</td>
      <th scope="row">
        <a href={`/p/${encodeURIComponent(player)}`} onClick={follow}>
          <bdi>{name}</bdi>
        </a>
        {isMe && <span class="badge">you</span>}
      </th>
      <td class="figure games-column">{games}</td>
      <td class="figure">{score.toLocaleString("en")}</td>
    </tr>
  );
};
