import { useEffect, useState } from "preact/hooks";
import { client } from "../session.ts";

type Entry = {
  readonly rank: number;
  readonly player: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly games: number;
};

/** The ten best of all time. */
export const TopTen = () => {
  const [entries, setEntries] = useState<readonly Entry[] | undefined>(undefined);
  useEffect(() => {
    client.http.get("/api/leaderboard").then(
      ({ data }) => setEntries((data as { entries?: readonly Entry[] }).entries ?? []),
      // The page is as useful without it.
      () => setEntries([]),
    );
  }, []);
  return (
    <section class="card top-ten" aria-labelledby="top-ten" data-testid="leaderboard">
      <h2 id="top-ten">All-time top ten</h2>
      {entries?.length === 0 && <p class="muted">Nobody has finished a game yet. Be the first!</p>}
      {entries !== undefined && entries.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Name</th>
              <th scope="col" class="figure">
                Games
              </th>
              <th scope="col" class="figure">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ rank, player, name, kind, score, games }) => (
              <tr key={player}>
                <td>{rank}</td>
                <th scope="row">
                  {name} {kind === "bot" && <span class="badge">bot</span>}
                </th>
                <td class="figure">{games}</td>
                <td class="figure">{score.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
