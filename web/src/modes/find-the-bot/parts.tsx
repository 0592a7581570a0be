import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import type { ModeParts } from "../registry.ts";
import "../../style/mode-find-the-bot.css";
import { Talk } from "./talk.tsx";
import { Unmasking } from "./unmasking.tsx";
import { Vote } from "./vote.tsx";
import { Wall } from "./wall.tsx";

const Stage = () => {
  switch (lobby.value?.game.phase) {
    case "talking":
      return <Talk />;
    case "voting":
      return <Vote />;
    default:
      return <Unmasking />;
  }
};

/** What everybody agrees to, before it begins. */
const Intro = () =>
  lobby.value?.game.phase === "countdown" ? <p class="mode-intro">{say("modeFindTheBot:intro")}</p> : null;

export const findTheBot: ModeParts = { Stage, Beside: Intro, Screen: Wall, ScreenBeside: Intro };
