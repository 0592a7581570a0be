import "../style/past-game.css";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { FairnessButton } from "../fairness/fairness-button.tsx";
import { useFetched } from "../people/fetched.ts";
import { Figure } from "../people/figures.tsx";
import { Missing, Page } from "../people/page.tsx";
import { gamePath } from "../people/paths.ts";
import { momentText, numberText, secondsText, topicText } from "../people/words.ts";
import { ordinal } from "../game/ordinal.ts";
import { modeName } from "../modes/available.ts";
import { follow } from "../route.ts";
import { me } from "../session.ts";
import { say } from "../text/say.ts";
import { AskedCard } from "./asked-card.tsx";
import { CsvButton } from "./csv-button.tsx";
import { ShareButton } from "./share-button.tsx";
import { Standings } from "./standings.tsx";
import { ownSum, readSummary, type Summary } from "./summary.ts";

const Story = lazyPart(() => import("../modes/story/whole.tsx").then(({ Whole }) => Whole), "modeStory");

/** A finished game: where everybody came, and question by question what was asked and chosen. */
export const GamePage = ({ id }: { readonly id: string }) => {
  const own = me.value?.id ?? "";
  const { data, code, fault, again } = useFetched(`${id} ${own}`, () => readSummary(id));
  if (data?.game === id) return <Shown summary={data} own={own} />;
  return (
    <Page title={say("results:page.title")}>
      {code === "" && <p class="muted">{say("play:page.moment")}</p>}
      {code === "not_found" && <Missing heading={say("results:page.notKept")} words={say("results:page.whatIsKept")} />}
      {code !== "" && code !== "not_found" && (
        <Missing heading={say("play:page.notLoaded")} words={fault} onAgain={again} />
      )}
    </Page>
  );
};

const Shown = ({ summary, own }: { readonly summary: Summary; readonly own: string }) => {
  const { game, lobby, mode, topic, at, players, questions, lines, corrections, mayExport, story } = summary;
  const mine = lines.find(({ player }) => player === own);
  return (
    <Page title={topicText(topic)}>
      <section class="card game-head" data-testid="past-game">
        <h1>
          <bdi>{topicText(topic)}</bdi>
        </h1>
        <p class="muted">
          {momentText(at)} · {say("results:page.players", { count: players })}
          {questions.length > 0 && ` · ${say("results:page.questions", { count: questions.length })}`}
          {mode !== "quiz" && ` · ${modeName(mode)}`}
        </p>
        {corrections.length > 0 && <p class="muted">{say("results:page.corrected", { count: corrections.length })}</p>}
        {mine !== undefined && <OwnFigures summary={summary} rank={mine.rank} score={mine.score} />}
        <div class="actions">
          {lobby !== undefined && (
            <a class="button" href={`/l/${lobby}`} onClick={follow} data-testid="to-lobby">
              {say("results:page.toLobby")}
            </a>
          )}
          <ShareButton
            title="Parlor"
            words={say("results:share.game", { topic: topicText(topic) })}
            path={gamePath(game)}
          />
          {mayExport && <CsvButton game={game} />}
        </div>
        <FairnessButton game={game} />
      </section>
      <Standings lines={lines} players={players} own={own} />
      {story !== undefined && <Story {...story} />}
      {(story === undefined || questions.length > 0) && (
        <section class="questions" aria-labelledby="questions-title">
          <h2 id="questions-title">{say("results:page.asked")}</h2>
          <ol class="asked-list">
            {questions.map((asked, index) => (
              <AskedCard key={asked.id} asked={asked} number={index + 1} />
            ))}
          </ol>
          {questions.length === 0 && <p class="muted">{say("results:page.standingsOnly")}</p>}
        </section>
      )}
    </Page>
  );
};

type OwnProps = { readonly summary: Summary; readonly rank: number; readonly score: number };

const OwnFigures = ({ summary: { questions, players }, rank, score }: OwnProps) => {
  const { asked, right, time, streak } = ownSum(questions);
  return (
    <dl class="figures" aria-label={say("results:own.title")} data-testid="own-figures">
      <Figure name={say("results:own.place")} value={ordinal(rank)} hint={say("results:own.of", { count: players })} />
      <Figure name={say("results:own.points")} value={numberText(score)} />
      {asked > 0 && (
        <>
          <Figure
            name={say("results:own.right")}
            value={numberText(right)}
            hint={say("results:own.of", { count: asked })}
          />
          <Figure
            name={say("results:own.after")}
            value={time === undefined ? "–" : secondsText(time)}
            hint={say("results:own.average")}
          />
          <Figure name={say("results:own.streak")} value={numberText(streak)} />
        </>
      )}
    </dl>
  );
};
