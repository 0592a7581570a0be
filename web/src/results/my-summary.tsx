import "../style/my-summary.css";
import { useFetched } from "../people/fetched.ts";
import { gamePath } from "../people/paths.ts";
import { countText, secondsText } from "../people/words.ts";
import { ordinal } from "../game/ordinal.ts";
import { seat } from "../store.ts";
import { ShareButton } from "./share-button.tsx";
import { type Asked, ownSum, readSummary, type Summary } from "./summary.ts";

/** After a game: which answers were right and how fast, and the ways on from here. */
export const MySummary = ({ game }: { readonly game: string }) => {
  const { data, code, fault, again } = useFetched(game, () => readSummary(game));
  if (data?.game === game) return <Shown summary={data} />;
  // A game that does not count has no page.
  if (code === "" || code === "not_found") return null;
  return (
    <section class="my-summary">
      <p role="alert">{fault}</p>
      <button class="small" onClick={again}>
        Show my answers
      </button>
    </section>
  );
};

const Shown = ({ summary }: { readonly summary: Summary }) => {
  const { game, questions, topic, players, lines } = summary;
  const mine = lines.find(({ player }) => player === seat.value);
  const isIn = questions.some(({ own }) => own !== undefined);
  const words =
    mine === undefined
      ? "A game of trivia on Parlor"
      : `I came ${ordinal(mine.rank)} of ${players} with ${countText(mine.score, "point")}${topic === "" ? "" : ` in ${topic}`}`;
  return (
    <section class="my-summary" aria-label={isIn ? "Your answers" : "This game"} data-testid="my-summary">
      {isIn && <Answers questions={questions} />}
      <div class="actions">
        <a class="button" href={gamePath(game)} target="_blank" rel="noopener" data-testid="to-game">
          {isIn ? "Every question" : "The game question by question"}
          <span class="for-ears"> (opens in a new tab)</span>
        </a>
        <ShareButton title="Parlor" words={words} path={gamePath(game)} />
      </div>
    </section>
  );
};

const Answers = ({ questions }: { readonly questions: readonly Asked[] }) => {
  const { asked, right, time, streak } = ownSum(questions);
  return (
    <>
      <h3>Your answers</h3>
      <p>
        <strong>
          {right} of {asked} right
        </strong>
        {time !== undefined && `, in ${secondsText(time)} on average`}
        {streak > 1 && `, ${streak} in a row`}.
      </p>
      <ol class="answer-marks">
        {questions.map((question, index) => (
          <li key={question.id} class={markOf(question).kind} title={question.prompt}>
            <span class="for-ears">
              {question.prompt}: {markOf(question).words}
            </span>
            <span aria-hidden="true">
              <span class="number">{index + 1}</span> {markOf(question).sign}
            </span>
            {question.own !== undefined && question.own.choice !== null && (
              <span class="took">{secondsText(question.own.time)}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};

const markOf = ({ own, struck }: Asked) => {
  if (struck) return { kind: "none", sign: "⊘", words: "struck out" };
  if (own === undefined) return { kind: "none", sign: "·", words: "you were not here" };
  if (own.right) return { kind: "good", sign: "✓", words: "right" };
  return own.choice === null
    ? { kind: "none", sign: "–", words: "no answer" }
    : { kind: "bad", sign: "✗", words: "wrong" };
};
