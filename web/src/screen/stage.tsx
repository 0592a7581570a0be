import { useRef } from "preact/hooks";
import { Countdown } from "../game/countdown.tsx";
import type { Player } from "../lobby-state.ts";
import { ModePart } from "../modes/mode-part.tsx";
import { PlainStage } from "../modes/plain-stage.tsx";
import { lobby } from "../store.ts";
import { Board } from "./board.tsx";
import { Hall } from "./hall.tsx";
import { Race } from "./race.tsx";
import { Winners } from "./winners.tsx";

/** Whatever the lobby does now. */
export const Stage = () => {
  const { status, game, players = [] } = lobby.value ?? {};
  const stood = useRef<readonly Player[]>([]);
  if (game?.phase === "countdown" || game?.phase === "question") stood.current = players;
  if (game === undefined || (status !== "in-progress" && status !== "completed")) return <Hall />;
  switch (game.phase) {
    case "countdown":
      return <Countdown />;
    case "question":
    case "reveal":
      return <Board />;
    case "scores":
      return <Race key={game.number} before={stood.current} />;
    case "podium":
      return <Winners />;
    case "":
      return <Hall />;
    default:
      return <ModePart part="Screen" Otherwise={PlainStage} />;
  }
};
