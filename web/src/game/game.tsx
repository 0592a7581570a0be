import { OfferCard } from "../lobby/offer-card.tsx";
import { OwnerBar } from "../lobby/owner-bar.tsx";
import { useScrollStop } from "../lobby/scroll-stop.ts";
import { lobby } from "../store.ts";
import { Between } from "./between.tsx";
import { Countdown } from "./countdown.tsx";
import { useAnswerKeys } from "./keys.ts";
import { MyResult } from "./my-result.tsx";
import { Podium } from "./podium.tsx";
import { QuestionView } from "./question.tsx";
import { Ranking } from "./ranking.tsx";
import { useWakeLock } from "./wake-lock.ts";

/** The stage: whatever the lobby does now. */
export const Game = () => {
  useAnswerKeys();
  const { game, status } = lobby.value ?? {};
  const stage = useScrollStop<HTMLElement>();
  useWakeLock(status === "in-progress");
  return (
    <main
      class="game"
      ref={stage}
      data-testid="game"
      data-phase={game?.phase ?? ""}
      data-number={game?.number ?? 0}
      data-status={status ?? ""}
    >
      <OfferCard />
      <OwnerBar />
      {game?.paused && <p class="paused">Paused</p>}
      <Stage />
    </main>
  );
};

const Stage = () => {
  const { game, status } = lobby.value ?? {};
  if (status !== "in-progress" && status !== "completed") return <Between />;
  switch (game?.phase) {
    case "countdown":
      return <Countdown />;
    case "question":
    case "reveal":
      return <QuestionView />;
    case "scores":
      return (
        <div class="scores">
          <h2>
            After question {game.number} of {game.total}
          </h2>
          <MyResult />
          <Ranking />
        </div>
      );
    case "podium":
      return <Podium />;
    default:
      return <Between />;
  }
};
