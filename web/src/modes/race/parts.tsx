import "../../style/mode-race.css";
import { keysOn } from "../../game/keys.ts";
import { QuestionPicture } from "../../game/picture.tsx";
import { Timer } from "../../game/timer.tsx";
import { lobby, plays, seat } from "../../store.ts";
import { parts } from "../../text/parts.tsx";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import type { ModeParts } from "../registry.ts";
import { nameOf } from "../view.ts";
import { Buzzer, BuzzLine } from "./buzzer.tsx";
import { Choices } from "./choices.tsx";
import { useBuzzKeys } from "./moving.ts";
import { buzzShown, goalShown, phaseShown } from "./shown.ts";
import { Track } from "./track.tsx";
import { Wall } from "./wall.tsx";

/** A question that is open: to press, and for who has the buzz to answer. */
const Stage = () => {
  useBuzzKeys();
  const { game } = lobby.value ?? {};
  if (game === undefined) return null;
  const { question, number, total } = game;
  return (
    <div class="question buzz-stage">
      <p class="progress-line">
        <span>{sayRich("play:question.of", { number, total }, parts)}</span>
        {question.category && <span class="muted">{question.category}</span>}
      </p>
      <Timer />
      <h2 class={question.prompt.length > 90 ? "prompt long" : "prompt"} data-testid="prompt" dir="auto">
        {question.prompt}
      </h2>
      {question.image && <QuestionPicture key={question.id} url={question.image} />}
      <BuzzLine />
      <Choices />
      <div class="buzz-dock">
        <Buzzer />
      </div>
      {keysOn.value && plays.value && <p class="hint keys">{say("modeRace:buzz.hint")}</p>}
      <Track />
    </div>
  );
};

/** Whose the question was. */
const Winner = () => {
  const { player } = buzzShown();
  const who = player === seat.value ? say("modeRace:wonYou") : say("modeRace:won", { name: nameOf(player ?? "") });
  return (
    <p class="buzz-line" role="status" data-testid="winner">
      <strong>{player === null ? say("modeRace:nobody") : who}</strong>
    </p>
  );
};

const Beside = () => {
  switch (phaseShown()) {
    case "countdown":
      return <p class="race-intro">{say("modeRace:intro", { goal: goalShown().goal })}</p>;
    case "reveal":
      return (
        <>
          <Winner />
          <Track />
        </>
      );
    case "scores":
      return <Track />;
    default:
      return null;
  }
};

const ScreenBeside = () =>
  phaseShown() === "reveal" ? (
    <div class="buzz-wall">
      <Winner />
      <Track />
    </div>
  ) : null;

/** What the race shows of its own. */
export const race: ModeParts = { Stage, Beside, Screen: Wall, ScreenBeside };
