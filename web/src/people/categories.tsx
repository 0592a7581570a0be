import { say } from "../text/say.ts";
import type { Category } from "./profile.ts";
import { numberText, shareText } from "./words.ts";

/** With fewer answers than this a category says nothing yet. */
const leastAnswers = 3;
const shownMost = 3;

const shareOf = ({ right, answered }: Category): number => right / answered;

/** Categories that say something: the strongest first, and the weakest of the rest, the weakest first. */
const sides = (categories: readonly Category[]) => {
  const told = categories
    .filter(({ answered }) => answered >= leastAnswers)
    .toSorted((one, other) => shareOf(other) - shareOf(one) || other.answered - one.answered);
  const strongest = told.slice(0, Math.min(shownMost, Math.ceil(told.length / 2)));
  return { strongest, weakest: told.slice(strongest.length).toReversed().slice(0, shownMost) };
};

/** What a player knows best, and least. */
export const Categories = ({ categories }: { readonly categories: readonly Category[] }) => {
  const { strongest, weakest } = sides(categories);
  return (
    <section class="card" aria-labelledby="categories-title" data-testid="categories">
      <h2 id="categories-title">{say("people:categories.title")}</h2>
      {strongest.length === 0 && <p class="muted">{say("people:categories.few")}</p>}
      {strongest.length > 0 && <Side title={say("people:categories.strongest")} list={strongest} />}
      {weakest.length > 0 && <Side title={say("people:categories.weakest")} list={weakest} />}
    </section>
  );
};

const Side = ({ title, list }: { readonly title: string; readonly list: readonly Category[] }) => (
  <>
    <h3>{title}</h3>
    <ul class="category-list">
      {list.map((one) => (
        <li key={one.category}>
          <span class="category-line">
            <bdi class="grow">{one.category}</bdi>
            <strong>{shareText(one.right, one.answered)}</strong>
            <span class="muted">
              {say("people:figures.rightOf", { right: numberText(one.right), answered: numberText(one.answered) })}
            </span>
          </span>
          <span class="share-bar" aria-hidden="true">
            <span style={{ width: `${(100 * shareOf(one)).toFixed(1)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  </>
);
