import { lobby, result, struck } from "../store.ts";
import { ordinal } from "./ordinal.ts";
import { partOf } from "../modes/view.ts";
import { inFigures } from "../text/figures.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

/** What came of one's own answer. */
export const MyResult = () => {
  const mine = result.value;
  const question = lobby.value?.game.question.id ?? "";
  if (struck.value.has(question))
    return (
      <p class="struck" data-testid="struck">
        {sayRich("play:result.struck", {}, parts)}
      </p>
    );
  if (mine === undefined || mine.question !== question) return null;
  const { choice, right, points, total, streak, rank } = mine;
  const isGuess = partOf("closest") !== undefined && choice !== null;
  const verdict = say(
    isGuess
      ? right
        ? "play:result.nearest"
        : "play:result.guess"
      : right
        ? "play:result.right"
        : choice === null
          ? "play:result.none"
          : "play:result.wrong",
  );
  return (
    <div class={right ? "my-result good" : "my-result"} data-testid="my-result">
      <strong class="verdict">{verdict}</strong>
      <dl>
        <Figure name={say("play:top.points")} value={`${points < 0 ? "" : "+"}${inFigures(points)}`} />
        <Figure name={say("play:result.streak")} value={String(streak)} />
        <Figure name={say("play:result.total")} value={inFigures(total)} />
        {rank > 0 && <Figure name={say("play:top.rank")} value={ordinal(rank)} />}
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
