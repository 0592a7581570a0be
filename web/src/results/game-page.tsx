import "../style/past-game.css";
import { useFetched } from "../people/fetched.ts";
import { Figure } from "../people/figures.tsx";
import { Missing, Page } from "../people/page.tsx";
import { gamePath } from "../people/paths.ts";
import { countText, momentText, numberText, secondsText, topicText } from "../people/words.ts";
import { ordinal } from "../game/ordinal.ts";
import { follow } from "../route.ts";
import { me } from "../session.ts";
import { AskedCard } from "./asked-card.tsx";
import { CsvButton } from "./csv-button.tsx";
import { ShareButton } from "./share-button.tsx";
import { Standings } from "./standings.tsx";
import { ownSum, readSummary, type Summary } from "./summary.ts";

/** A finished game: where everybody came, and question by question what was asked and chosen. */
export const GamePage = ({ id }: { readonly id: string }) => {
  const own = me.value?.id ?? "";
  const { data, code, fault, again } = useFetched(`${id} ${own}`, () => readSummary(id));
  if (data?.game === id) return <Shown summary={data} own={own} />;
  return (
    <Page title="A game">
      {code === "" && <p class="muted">One moment…</p>}
      {code === "not_found" && (
        <Missing heading="This game is not kept" words="Games are kept once they have been played to their end." />
      )}
      {code !== "" && code !== "not_found" && (
        <Missing heading="This page could not be loaded" words={fault} onAgain={again} />
      )}
    </Page>
  );
};

const Shown = ({ summary, own }: { readonly summary: Summary; readonly own: string }) => {
  const { game, lobby, topic, at, players, questions, lines, corrections, mayExport } = summary;
  const mine = lines.find(({ player }) => player === own);
  return (
    <Page title={topicText(topic)}>
      <section class="card game-head" data-testid="past-game">
        <h1>
          <bdi>{topicText(topic)}</bdi>
        </h1>
        <p class="muted">
          {momentText(at)} · {countText(players, "player")} · {countText(questions.length, "question")}
        </p>
        {corrections.length > 0 && (
          <p class="muted">Corrected since: {countText(corrections.length, "question")} had something wrong.</p>
        )}
        {mine !== undefined && <OwnFigures summary={summary} rank={mine.rank} score={mine.score} />}
        <div class="actions">
          {lobby !== undefined && (
            <a class="button" href={`/l/${lobby}`} onClick={follow} data-testid="to-lobby">
              To the lobby
            </a>
          )}
          <ShareButton title="Parlor" words={`A game of trivia: ${topicText(topic)}`} path={gamePath(game)} />
          {mayExport && <CsvButton game={game} />}
        </div>
      </section>
      <Standings lines={lines} players={players} own={own} />
      <section class="questions" aria-labelledby="questions-title">
        <h2 id="questions-title">Questions</h2>
        <ol class="asked-list">
          {questions.map((asked, index) => (
            <AskedCard key={asked.id} asked={asked} number={index + 1} />
          ))}
        </ol>
        {questions.length === 0 && <p class="muted">Of this game only the standings are left.</p>}
      </section>
    </Page>
  );
};

type OwnProps = { readonly summary: Summary; readonly rank: number; readonly score: number };

const OwnFigures = ({ summary: { questions, players }, rank, score }: OwnProps) => {
  const { asked, right, time, streak } = ownSum(questions);
  return (
    <dl class="figures" aria-label="Your game" data-testid="own-figures">
      <Figure name="Your place" value={ordinal(rank)} hint={`of ${numberText(players)}`} />
      <Figure name="Points" value={numberText(score)} />
      <Figure name="Right" value={String(right)} hint={`of ${asked}`} />
      <Figure name="Right after" value={time === undefined ? "–" : secondsText(time)} hint="on average" />
      <Figure name="Best streak" value={String(streak)} />
    </dl>
  );
};
