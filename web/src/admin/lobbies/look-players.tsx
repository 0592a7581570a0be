import { useState } from "preact/hooks";
import type { Player } from "../../lobby-state.ts";
import { follow } from "../../route.ts";
import { adminPath } from "../sections.ts";
import { BanDialog } from "../ban-dialog.tsx";

type Props = { readonly code: string; readonly players: readonly Player[]; readonly owner: string };

/** Who is in the lobby, with points. */
export const LookPlayers = ({ code, players, owner }: Props) => {
  const [banning, setBanning] = useState<Player>();
  return (
    <section class="card" aria-labelledby="look-players">
      <h2 id="look-players">Players</h2>
      <table class="rows is-small" data-testid="look-players">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="figure">
              Points
            </th>
            <th scope="col">
              <span class="for-ears">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {players.map((player) => (
            <tr key={player.id}>
              <th scope="row" data-name="Name">
                {player.kind === "bot" ? (
                  player.name
                ) : (
                  <a href={adminPath("people", player.id)} onClick={follow}>
                    {player.name}
                  </a>
                )}
                {player.kind === "bot" && <span class="badge">bot</span>}
                {player.id === owner && <span class="badge">owner</span>}
                {player.muted && <span class="badge is-warn">muted</span>}
                {!player.connected && <span class="badge">away</span>}
              </th>
              <td data-name="Points" class="figure">
                {player.score}
              </td>
              <td class="tools-cell">
                {player.kind === "human" && (
                  <button
                    class="quiet small"
                    data-testid="ban-player"
                    aria-label={`Ban ${player.name}`}
                    onClick={() => setBanning(player)}
                  >
                    Ban…
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {banning && (
        <BanDialog player={banning.id} name={banning.name} lobby={code} onClose={() => setBanning(undefined)} />
      )}
    </section>
  );
};
