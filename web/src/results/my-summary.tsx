import "../style/my-summary.css";
import { FairnessButton } from "../fairness/fairness-button.tsx";
import { useFetched } from "../people/fetched.ts";
import { gamePath } from "../people/paths.ts";
import { secondsText } from "../people/words.ts";
import { ordinal } from "../game/ordinal.ts";
import { seat } from "../store.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { ShareButton } from "./share-button.tsx";
import { type Asked, type Line, ownSum, readSummary, type Summary } from "./summary.ts";

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
        {say("results:mine.again")}
      </button>
    </section>
  );
};

const Shown = ({ summary }: { readonly summary: Summary }) => {
  const { game, questions, topic, players, lines } = summary;
  const mine = lines.find(({ player }) => player === seat.value);
  const isIn = questions.some(({ own }) => own !== undefined);
  return (
    <section
      class="my-summary"
      aria-label={isIn ? say("results:mine.title") : say("results:mine.game")}
      data-testid="my-summary"
    >
      {isIn && <Answers questions={questions} />}
      <div class="actions">
        <a class="button" href={gamePath(game)} target="_blank" rel="noopener" data-testid="to-game">
          {sayRich(isIn ? "results:mine.every" : "results:mine.byQuestion", {}, parts)}
        </a>
        <ShareButton title="Parlor" words={shareText(topic, players, mine)} path={gamePath(game)} />
      </div>
      <FairnessButton game={game} />
    </section>
  );
};

/** What goes with the link when it is handed on. */
const shareText = (topic: string, players: number, mine: Line | undefined): string => {
  if (mine === undefined) return say("results:share.anyGame");
  const came = { place: ordinal(mine.rank), players, points: mine.score };
  return topic === "" ? say("results:share.mine", came) : say("results:share.mineIn", { ...came, topic });
};

const Answers = ({ questions }: { readonly questions: readonly Asked[] }) => {
  const { asked, right, time, streak } = ownSum(questions);
  return (
    <>
      <h3>{say("results:mine.title")}</h3>
      <p>
        {time === undefined
          ? sayRich("results:mine.sum", { right, asked }, parts)
          : sayRich(
              streak > 1 ? "results:mine.sumStreak" : "results:mine.sumTime",
              { right, asked, time: secondsText(time), streak },
              parts,
            )}
      </p>
      <ol class="answer-marks">
        {questions.map((question, index) => (
          <li key={question.id} class={markOf(question).kind} title={question.prompt}>
            <span class="for-ears">
              {say("results:mine.mark", { question: question.prompt, outcome: markOf(question).words })}
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
  if (struck) return { kind: "none", sign: "⊘", words: say("results:mine.markStruck") };
  if (own === undefined) return { kind: "none", sign: "·", words: say("results:mine.markAbsent") };
  if (own.right) return { kind: "good", sign: "✓", words: say("results:mine.markRight") };
  return own.choice === null
    ? { kind: "none", sign: "–", words: say("results:mine.markNone") }
    : { kind: "bad", sign: "✗", words: say("results:mine.markWrong") };
};
