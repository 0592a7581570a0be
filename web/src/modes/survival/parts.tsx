import "../../style/mode-survival.css";
import { lobby, plays } from "../../store.ts";
import { say } from "../../text/say.ts";
import type { ModeParts } from "../registry.ts";
import { Hearts, LivesBoard } from "./lives.tsx";
import { namesOf, ownLives, ownRun, survivalShown, tollShown } from "./shown.ts";

/** As many as are taken in at a glance, and from a sofa. */
const pageMost = 24;
const wallMost = 10;

const phase = (): string => lobby.value?.game.phase ?? "";

/** What everybody should know before it begins. */
const Intro = () => {
  const { lives = 0, comeback = 0 } = survivalShown() ?? {};
  return (
    <p class="survival-intro">
      {say("modeSurvival:intro", { count: lives })}
      {comeback > 0 && ` ${say("modeSurvival:introGhosts", { count: comeback })}`}
    </p>
  );
};

/** One's own lives, or what a ghost may hope for. */
const Own = () => {
  const { lives = 0, comeback = 0 } = survivalShown() ?? {};
  if (ownLives() > 0) {
    return (
      <p class="survival-own" data-testid="own-lives">
        <span class="muted">{say("modeSurvival:you.lives")}</span> <Hearts lives={ownLives()} of={lives} />
      </p>
    );
  }
  return (
    <p class="survival-own ghost" data-testid="own-lives">
      {ownRun() > 0 ? say("modeSurvival:you.run", { run: ownRun(), of: comeback }) : say("modeSurvival:you.ghost")}
    </p>
  );
};

const Sudden = () => (
  <p class="survival-sudden" role="status">
    {say("modeSurvival:sudden")}
  </p>
);

/** What the question took and gave. */
const TollLines = () => {
  const toll = tollShown();
  if (toll === undefined) return null;
  const { fell, lost, back, draw } = toll;
  return (
    <div class="survival-toll" role="status" data-testid="toll">
      {draw && <p>{say("modeSurvival:toll.draw")}</p>}
      {fell.length > 0 && <p class="fell">{say("modeSurvival:toll.fell", { names: namesOf(fell) })}</p>}
      {lost.length > 0 && <p>{say("modeSurvival:toll.lost", { names: namesOf(lost) })}</p>}
      {back.length > 0 && <p class="back">{say("modeSurvival:toll.back", { names: namesOf(back) })}</p>}
      {!draw && fell.length + lost.length + back.length === 0 && <p>{say("modeSurvival:toll.none")}</p>}
    </div>
  );
};

const Beside = () => {
  if (phase() === "countdown") return <Intro />;
  if (survivalShown() === undefined) return null;
  if (phase() === "podium") return <p class="survival-intro muted">{say("modeSurvival:bonus")}</p>;
  return (
    <>
      {plays.value && <Own />}
      {survivalShown()?.sudden === true && phase() !== "reveal" && <Sudden />}
      <TollLines />
      <LivesBoard most={pageMost} />
    </>
  );
};

/** After a question the ranking needs the whole wall. */
const ScreenBeside = () =>
  phase() === "question" || phase() === "reveal" ? (
    <div class="survival-wall">
      {survivalShown()?.sudden === true && phase() === "question" && <Sudden />}
      <TollLines />
      <LivesBoard most={wallMost} />
    </div>
  ) : null;

/** What survival shows of its own. */
export const survival: ModeParts = { Beside, ScreenBeside };
