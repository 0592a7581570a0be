import { useEffect } from "preact/hooks";
import { askModes, available, modeName } from "../modes/available.ts";
import { follow } from "../route.ts";
import { say } from "../text/say.ts";
import type { Rating } from "./profile.ts";
import { numberText } from "./words.ts";

/** What somebody is rated, in all games together and in each. */
export const Ratings = ({ ratings }: { readonly ratings: readonly Rating[] }) => {
  useEffect(() => void askModes(), []);
  // Names of modes come with what is known of them.
  void available.value;
  if (ratings.length === 0) return null;
  return (
    <section class="card" aria-labelledby="ratings-title" data-testid="ratings">
      <h2 id="ratings-title">{say("people:rating.title")}</h2>
      <ul class="rating-list">
        {ratings.map(({ mode = "", rating, margin, games, provisional, rank, of = 0 }) => (
          <li key={mode}>
            <span class="grow">
              <span>{mode === "" ? say("people:rating.all") : modeName(mode)}</span>
              {provisional && <span class="badge">{say("people:rating.provisional")}</span>}
              <span class="muted">{say("people:rating.games", { games })}</span>
            </span>
            <span class="outcome">
              <strong>{numberText(rating)}</strong>
              <span class="muted">{say("people:rating.margin", { margin: numberText(margin) })}</span>
              {rank !== undefined && (
                <a href={boardPath(mode)} onClick={follow}>
                  {say("people:seasons.place", { rank, of })}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const boardPath = (mode: string): string =>
  `/boards?board=rating${mode === "" ? "" : `&mode=${encodeURIComponent(mode)}`}`;
