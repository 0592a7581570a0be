import { ordinal } from "../game/ordinal.ts";
import { Avatar } from "../lobby/avatar.tsx";
import type { Player } from "../lobby-state.ts";
import { lobby } from "../store.ts";
import { inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";
import { useCountUp } from "./count-up.ts";
import { type Move, movesBetween } from "./rank-moves.ts";

/** As many as can be read from the last row. */
const shownMost = 7;

/** Points fly in first, then the lines change places; the style sheet has the same times. */
const gainMs = { delay: 700, lasts: 900 } as const;

/** The ranking after a question: points come in, and lines move from where they stood to where they stand. */
export const Race = ({ before }: { readonly before: readonly Player[] }) => {
  const { game, players = [] } = lobby.value ?? {};
  const moves = movesBetween(before, players, shownMost);
  const others = players.filter(({ seen }) => !seen).length - moves.length;
  return (
    <div class={moves.length > 5 ? "race" : "race few"}>
      <h2>{say("screen:race.after", { number: game?.number ?? 0, total: game?.total ?? 0 })}</h2>
      <table data-testid="ranking">
        <caption class="for-ears">{say("screen:race.ranking")}</caption>
        <thead class="for-ears">
          <tr>
            <th scope="col">{say("screen:race.rank")}</th>
            <th scope="col">{say("screen:race.name")}</th>
            <th scope="col">{say("screen:race.streak")}</th>
            <th scope="col">{say("screen:race.points")}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <Line key={move.player.id} move={move} />
          ))}
        </tbody>
      </table>
      {others > 0 && <p class="muted">{say("screen:word.more", { count: others })}</p>}
    </div>
  );
};

const Line = ({ move: { player, climbed, rose, gained } }: { readonly move: Move }) => {
  const points = useCountUp(player.score - gained, player.score, gainMs.delay, gainMs.lasts);
  return (
    <tr class={player.rank === 1 && player.score > 0 ? "line first" : "line"} style={{ "--climbed": String(climbed) }}>
      <td class="rank">
        <span class="for-ears">{ordinal(player.rank)}</span>
        <span aria-hidden="true">{player.rank}</span>
        {rose !== 0 && (
          <span class={rose > 0 ? "arrow up" : "arrow down"} aria-hidden="true">
            {rose > 0 ? "▲" : "▼"}
          </span>
        )}
      </td>
      <th scope="row">
        <Avatar id={player.id} name={player.name} />
        <span class="name">{player.name}</span>
        {player.kind === "bot" && <span class="badge">{say("screen:word.bot")}</span>}
      </th>
      <td class="streak">
        {player.streak > 1 && (
          <>
            <span aria-hidden="true">🔥 </span>
            {say("screen:race.inARow", { count: player.streak })}
          </>
        )}
      </td>
      <td class="points">
        {gained > 0 && <span class="gain">+{inFigures(gained)}</span>}
        <span>{inFigures(points)}</span>
      </td>
    </tr>
  );
};
