import { useState } from "preact/hooks";
import type { Player } from "../../lobby-state.ts";
import { follow } from "../../route.ts";
import { inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { adminPath } from "../sections.ts";
import { BanDialog } from "../ban-dialog.tsx";

type Props = { readonly code: string; readonly players: readonly Player[]; readonly owner: string };

/** Who is in the lobby, with points. */
export const LookPlayers = ({ code, players, owner }: Props) => {
  const [banning, setBanning] = useState<Player>();
  return (
    <section class="card" aria-labelledby="look-players">
      <h2 id="look-players">{say("admin:look.players")}</h2>
      <table class="rows is-small" data-testid="look-players">
        <thead>
          <tr>
            <th scope="col">{say("admin:look.name")}</th>
            <th scope="col" class="figure">
              {say("admin:look.points")}
            </th>
            <th scope="col">
              <span class="for-ears">{say("admin:look.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {players.map((player) => (
            <tr key={player.id}>
              <th scope="row" data-name={say("admin:look.name")}>
                {player.kind === "bot" ? (
                  player.name
                ) : (
                  <a href={adminPath("people", player.id)} onClick={follow}>
                    {player.name}
                  </a>
                )}
                {player.kind === "bot" && <span class="badge">{say("admin:look.bot")}</span>}
                {player.id === owner && <span class="badge">{say("admin:look.owner")}</span>}
                {player.muted && <span class="badge is-warn">{say("admin:look.muted")}</span>}
                {!player.connected && <span class="badge">{say("admin:look.away")}</span>}
              </th>
              <td data-name={say("admin:look.points")} class="figure">
                {inFigures(player.score)}
              </td>
              <td class="tools-cell">
                {player.kind === "human" && (
                  <button
                    class="quiet small"
                    data-testid="ban-player"
                    aria-label={say("admin:ban.person", { name: player.name })}
                    onClick={() => setBanning(player)}
                  >
                    {say("admin:ban.open")}
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
