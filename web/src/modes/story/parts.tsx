import "../../style/mode-story.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Timer } from "../../game/timer.tsx";
import { useFit } from "../../screen/use-fit.ts";
import { lobby, seat } from "../../store.ts";
import { say } from "../../text/say.ts";
import { asksFor } from "../asks.tsx";
import type { ModeParts } from "../registry.ts";
import { nameOf } from "../view.ts";
import { Choose, Chosen, voteWords } from "./choose.tsx";
import { ballot, linesOf, own, told, turn } from "./round.ts";
import { Sentences, Whole } from "./whole.tsx";
import { Write } from "./write.tsx";

const Stage = () => {
  const [sentence] = asksFor("sentence");
  const [vote] = asksFor("vote");
  return (
    <div class="story">
      <Timer />
      <Heading />
      {turn() !== undefined && <SoFar />}
      {sentence !== undefined && <Write key={sentence.id} ask={sentence} />}
      {vote !== undefined && <Choose key={vote.id} ask={vote} />}
      {lobby.value?.game.phase === "chosen" && <Chosen />}
    </div>
  );
};

const Heading = () => {
  const { number = 0, total = 0, phase } = lobby.value?.game ?? {};
  const counted = ballot();
  return (
    <div role="status">
      <p class="muted story-line">
        <span>{say("modeStory:sentence", { number, total })}</span>
        {counted !== undefined && <span>{say("modeStory:vote.count", { count: counted.voted })}</span>}
      </p>
      <h2 data-testid="story-now">{phase === "chosen" ? say("modeStory:chosen") : nowWords()}</h2>
    </div>
  );
};

/** What is done now, and by whom. */
const nowWords = (): string => {
  const now = turn();
  if (ballot() !== undefined) return voteWords();
  if (now === undefined) return "";
  if (now.turns === "votes")
    return say(typeof own().proposal === "string" ? "modeStory:turn.waiting" : "modeStory:turn.all");
  if (now.writer === null) return say("modeStory:turn.nobody");
  return now.writer === seat.value
    ? say(now.ending ? "modeStory:turn.yourEnding" : "modeStory:turn.yours")
    : say(now.ending ? "modeStory:turn.ending" : "modeStory:turn.theirs", { name: nameOf(now.writer) });
};

/** The story as far as it goes; its end is what one writes on. */
const SoFar = () => {
  const story = told();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.scrollTo(0, list.current.scrollHeight);
  }, [story]);
  if (story === undefined) return null;
  return (
    <div class="so-far" ref={list} role="region" tabIndex={0} aria-label={say("modeStory:soFar")}>
      <Sentences language={story.language} lines={linesOf(story)} />
    </div>
  );
};

/** On the podium, all of it. */
const Beside = () => {
  const story = told();
  if (lobby.value?.game.phase !== "podium" || story === undefined || story.lines.length === 0) return null;
  return <Whole title={say("modeStory:whole")} language={story.language} lines={linesOf(story)} />;
};

/** On the big screen, as large as it fits. */
const Screen = () => {
  const story = told();
  const { phase, number } = lobby.value?.game ?? {};
  const wall = useFit<HTMLDivElement>(`${phase} ${number} ${story?.lines.length}`);
  return (
    <div class="board story" ref={wall}>
      <Timer />
      <Heading />
      {phase === "chosen" ? <Chosen /> : <Texts />}
    </div>
  );
};

/** What is voted on, or the story. */
const Texts = () => {
  const story = told();
  const texts = ballot()?.texts;
  if (story === undefined) return null;
  if (texts === undefined) return <Sentences language={story.language} lines={linesOf(story)} />;
  const lines = texts.map((text) => ({ player: "", name: "", text }));
  return (
    <div class="story-offers">
      <Sentences language={story.language} lines={lines} />
    </div>
  );
};

/** What came of it, beside the winners. */
const ScreenBeside = () => {
  const story = told();
  const wall = useFit<HTMLDivElement>(`${story?.lines.length}`);
  if (lobby.value?.game.phase !== "podium" || story === undefined || story.lines.length === 0) return null;
  return (
    <section class="board story story-wall" ref={wall}>
      <h2>{say("modeStory:whole")}</h2>
      <Sentences language={story.language} lines={linesOf(story)} />
    </section>
  );
};

/** What a story shows of its own. */
export const story: ModeParts = { Stage, Beside, Screen, ScreenBeside };
