import { follow } from "../route.ts";
import { say } from "../text/say.ts";
import type { SeasonPlace } from "./profile.ts";
import { seasonDayText } from "./words.ts";

type Props = { readonly kind: string; readonly seasons: readonly SeasonPlace[] };

/** Where somebody was when seasons ended. */
export const PastSeasons = ({ kind, seasons }: Props) => {
  if (seasons.length === 0) return null;
  return (
    <section class="card" aria-labelledby="seasons-title" data-testid="past-seasons">
      <h2 id="seasons-title">{say("people:seasons.title")}</h2>
      <ol class="game-list">
        {seasons.map(({ id, number, year, begin, end, rank, of, score }) => (
          <li key={id}>
            <a href={`/boards?board=season&kind=${kind}&season=${id}`} onClick={follow}>
              <span class="grow">
                <span class="topic">{say("people:season.name", { number, year: String(year) })}</span>
                <span class="muted">
                  {seasonDayText(begin)} – {seasonDayText(end - 1)}
                </span>
              </span>
              <span class="outcome">
                <strong>{say("people:seasons.place", { rank, of })}</strong>
                <span class="muted">{say("people:games.points", { points: score })}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
};
