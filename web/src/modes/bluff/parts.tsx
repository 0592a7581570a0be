import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import type { ModeParts } from "../registry.ts";
import "../../style/mode-bluff.css";
import { Brought } from "./brought.tsx";
import { Unmasking } from "./unmasking.tsx";
import { Vote } from "./vote.tsx";
import { Wall } from "./wall.tsx";
import { Write } from "./write.tsx";

const Stage = () => {
  switch (lobby.value?.game.phase) {
    case "writing":
      return <Write />;
    case "voting":
      return <Vote />;
    default:
      return <Unmasking />;
  }
};

/** How it goes, before it begins. */
const Intro = () =>
  lobby.value?.game.phase === "countdown" ? <p class="bluff-intro">{say("modeBluff:intro")}</p> : null;

const Beside = () => (lobby.value?.game.phase === "scores" ? <Brought /> : <Intro />);

export const bluff: ModeParts = { Stage, Beside, Screen: Wall };
