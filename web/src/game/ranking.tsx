import { useRef } from "preact/hooks";
import type { Player } from "../lobby-state.ts";
import { useCountUp } from "../screen/count-up.ts";
import { lobby, result, seat, self } from "../store.ts";
import { raceMs, useRace } from "./race.ts";
import { PlayerName } from "../lobby/player-name.tsx";
import { inFigures } from "../text/figures.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

const shownMost = 10;

type Props = {
  /** As they stood before the question, best first; without it nothing moves. */
  readonly before?: readonly Player[];
};

/** The best ten and, when they are not among them, whoever looks at the page, between those next to them. */
export const Ranking = ({ before = [] }: Props) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = listed(lobby.value?.players ?? []);
  const stood = listed(before).map(({ id }) => id);
  const places = shown.map(({ id }) => (stood.includes(id) ? stood.indexOf(id) : undefined));
  useRace(body, places);
  return (
    <table class="ranking" data-testid="ranking">
      <caption>{say("play:ranking.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("play:top.rank")}</th>
          <th scope="col">{say("play:top.name")}</th>
          <th scope="col" class="figure">
            {say("play:result.streak")}
          </th>
          <th scope="col" class="figure">
            {say("play:top.points")}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {shown.map((player) => (
          <Line
            key={player.id}
            player={player}
            was={before.find(({ id }) => id === player.id)?.score ?? player.score}
          />
        ))}
      </tbody>
    </table>
  );
};

const listed = (players: readonly Player[]): readonly Player[] => {
  const ranked = players.filter(({ rank }) => rank > 0);
  const best = ranked.slice(0, shownMost);
  const mine = ranked.find(({ id }) => id === seat.value) ?? self.value;
  if (mine === undefined || mine.rank === 0 || best.some(({ id }) => id === seat.value)) return best;
  const next = nextToMe(players).filter(({ id }) => best.every((one) => one.id !== id));
  return [...best, ...[...next, mine].toSorted((one, other) => one.rank - other.rank)];
};

/** Who stands just above and just below; told only in a crowd, of which the lobby shows the best alone. */
const nextToMe = (players: readonly Player[]): readonly Player[] =>
  (result.value?.near ?? []).flatMap(({ player, score, rank }) => {
    const shown = players.find(({ id }) => id === player);
    return shown === undefined ? [] : [{ ...shown, score, rank }];
  });

const Line = ({ player, was }: { readonly player: Player; readonly was: number }) => {
  const { id, name, kind, rank, streak, score } = player;
  const points = useCountUp(was, score, raceMs.fly - 200, raceMs.count);
  return (
    <tr class={id === seat.value ? "me" : ""}>
      <td>{rank}</td>
      <th scope="row">
        <PlayerName id={id} name={name} /> {id === seat.value && <span class="badge">{say("play:badge.you")}</span>}{" "}
        {kind === "bot" && <span class="badge">{say("play:badge.bot")}</span>}
      </th>
      <td class="figure">{streak > 1 ? <Streak length={streak} /> : "–"}</td>
      <td class="figure">
        {score > was && <span class="gain">+{inFigures(score - was)}</span>} {inFigures(points)}
      </td>
    </tr>
  );
};

const Streak = ({ length }: { readonly length: number }) => (
  <>
    <span aria-hidden="true">🔥</span> {sayRich("play:ranking.streak", { count: length }, parts)}
  </>
);
