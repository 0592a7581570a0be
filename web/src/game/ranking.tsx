import { useRef } from "preact/hooks";
import type { Player } from "../lobby-state.ts";
import { useCountUp } from "../screen/count-up.ts";
import { lobby, seat } from "../store.ts";
import { raceMs, useRace } from "./race.ts";

const shownMost = 10;

type Props = {
  /** As they stood before the question, best first; without it nothing moves. */
  readonly before?: readonly Player[];
};

/** The best ten and, when they are not among them, whoever looks at the page. */
export const Ranking = ({ before = [] }: Props) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = listed(lobby.value?.players ?? []);
  const stood = listed(before).map(({ id }) => id);
  const places = shown.map(({ id }) => (stood.includes(id) ? stood.indexOf(id) : undefined));
  useRace(body, places);
  return (
    <table class="ranking" data-testid="ranking">
      <caption>Ranking</caption>
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Name</th>
          <th scope="col" class="figure">
            Streak
          </th>
          <th scope="col" class="figure">
            Points
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
  const mine = ranked.slice(shownMost).filter(({ id }) => id === seat.value);
  return [...ranked.slice(0, shownMost), ...mine];
};

const Line = ({ player, was }: { readonly player: Player; readonly was: number }) => {
  const { id, name, kind, rank, streak, score } = player;
  const points = useCountUp(was, score, raceMs.fly - 200, raceMs.count);
  return (
    <tr class={id === seat.value ? "me" : ""}>
      <td>{rank}</td>
      <th scope="row">
        <bdi>{name}</bdi> {id === seat.value && <span class="badge">you</span>}{" "}
        {kind === "bot" && <span class="badge">bot</span>}
      </th>
      <td class="figure">{streak > 1 ? <Streak length={streak} /> : "–"}</td>
      <td class="figure">
        {score > was && <span class="gain">+{(score - was).toLocaleString("en")}</span>} {points.toLocaleString("en")}
      </td>
    </tr>
  );
};

const Streak = ({ length }: { readonly length: number }) => (
  <>
    <span aria-hidden="true">🔥</span> {length}
    <span class="for-ears"> in a row</span>
  </>
);
