import { useRef } from "preact/hooks";
import { Countdown } from "../game/countdown.tsx";
import type { Player } from "../lobby-state.ts";
import { ModePart } from "../modes/mode-part.tsx";
import { hasParts } from "../modes/view.ts";
import { PlainStage } from "../modes/plain-stage.tsx";
import { lobby } from "../store.ts";
import { Board } from "./board.tsx";
import { Hall } from "./hall.tsx";
import { Race } from "./race.tsx";
import { Winners } from "./winners.tsx";

/** Phases that all modes show alike. */
const shared: ReadonlySet<string> = new Set(["question", "reveal", "scores", "podium"]);

/** Whatever the lobby does now, and what the mode has to say beside it. */
export const Stage = () => {
  const { phase = "" } = lobby.value?.game ?? {};
  return (
    <>
      <Shown />
      {shared.has(phase) && hasParts() && <ModePart part="ScreenBeside" />}
    </>
  );
};

const Shown = () => {
  const { status, game, players = [] } = lobby.value ?? {};
  const at = `${game?.id} ${game?.number}`;
  // As they stood when the present question or round was opened, whatever the mode calls that.
  const stood = useRef<{ readonly at: string; readonly players: readonly Player[] }>({ at: "", players: [] });
  if (stood.current.at !== at || game?.phase === "question") stood.current = { at, players };
  if (game === undefined || (status !== "in-progress" && status !== "completed")) return <Hall />;
  switch (game.phase) {
    case "countdown":
      return <Countdown />;
    case "question":
    case "reveal":
      return <Board />;
    case "scores":
      return <Race key={game.number} before={stood.current.players} />;
    case "podium":
      return <Winners />;
    case "":
      return <Hall />;
    default:
      return <ModePart part="Screen" Otherwise={PlainStage} />;
  }
};
