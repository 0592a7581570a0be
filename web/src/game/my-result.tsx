import { lobby, result, struck } from "../store.ts";
import { ordinal } from "./ordinal.ts";

/** What came of one's own answer. */
export const MyResult = () => {
  const mine = result.value;
  const question = lobby.value?.game.question.id ?? "";
  if (struck.value.has(question))
    return (
      <p class="struck" data-testid="struck">
        <strong>Struck out.</strong> This question counts for nobody.
      </p>
    );
  if (mine === undefined || mine.question !== question) return null;
  const { choice, right, points, total, streak, rank } = mine;
  const verdict = right ? "✓ Right!" : choice === null ? "No answer" : "✗ Not this time";
  return (
    <div class={right ? "my-result good" : "my-result"} data-testid="my-result">
      <strong class="verdict">{verdict}</strong>
      <dl>
        <Figure name="Points" value={`+${points.toLocaleString("en")}`} />
        <Figure name="Streak" value={String(streak)} />
        <Figure name="Total" value={total.toLocaleString("en")} />
        {rank > 0 && <Figure name="Rank" value={ordinal(rank)} />}
      </dl>
    </div>
  );
};

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
