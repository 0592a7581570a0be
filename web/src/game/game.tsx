import { useLayoutEffect, useRef } from "preact/hooks";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { Cards } from "../lobby/cards.tsx";
import { OfferCard } from "../lobby/offer-card.tsx";
import { OwnerBar } from "../lobby/owner-bar.tsx";
import { useScrollStop } from "../lobby/scroll-stop.ts";
import type { Player } from "../lobby-state.ts";
import { lobby } from "../store.ts";
import { ModePart } from "../modes/mode-part.tsx";
import { hasParts } from "../modes/view.ts";
import { PlainStage } from "../modes/plain-stage.tsx";
import { Between } from "./between.tsx";
import { Countdown } from "./countdown.tsx";
import { keysShown, useAnswerKeys } from "./keys.ts";
import { MakingMore } from "./making.tsx";
import { MyResult } from "./my-result.tsx";
import { Podium } from "./podium.tsx";
import { QuestionView } from "./question.tsx";
import { QuestionTools } from "./question-tools.tsx";
import { Ranking } from "./ranking.tsx";
import { Reporting } from "./reporting.tsx";
import { useWakeLock } from "./wake-lock.ts";
import { say } from "../text/say.ts";

const KeysDialog = lazyPart(() => import("./keys-dialog.tsx").then(({ KeysDialog: part }) => part), "play");

const EveningCard = lazyPart(
  () => import("../evening/evening-card.tsx").then(({ EveningCard: part }) => part),
  "evening",
  "modes",
);

/** The stage: whatever the lobby does now. */
export const Game = () => {
  useAnswerKeys();
  const { game, status } = lobby.value ?? {};
  const stage = useScrollStop<HTMLElement>();
  const before = useBefore();
  useWakeLock(status === "in-progress");
  // Each step begins at its top: on a phone somebody may have scrolled down to press something.
  useLayoutEffect(() => {
    stage.current?.scrollTo(0, 0);
    stage.current?.parentElement?.scrollTo(0, 0);
  }, [game?.phase, game?.number]);
  return (
    <main
      class="game"
      ref={stage}
      data-testid="game"
      data-phase={game?.phase ?? ""}
      data-number={game?.number ?? 0}
      data-status={status ?? ""}
    >
      <Cards />
      <OfferCard />
      <OwnerBar />
      {(lobby.value?.evening.total ?? 0) > 0 && <EveningCard />}
      {game?.paused && <p class="paused">{say("play:game.paused")}</p>}
      <Stage before={before} />
      {isShared(game?.phase) && hasParts() && <ModePart part="Beside" />}
      {status === "in-progress" && game?.phase !== "question" && <MakingMore />}
      <Reporting />
      {keysShown.value && <KeysDialog />}
    </main>
  );
};

/** Whether the phase is one that all modes show alike. */
const isShared = (phase: string | undefined): boolean =>
  phase === "countdown" || phase === "question" || phase === "reveal" || phase === "scores" || phase === "podium";

/** The players as they stood when the present question or round was opened, best first. */
const useBefore = (): readonly Player[] => {
  const { game, players = [] } = lobby.value ?? {};
  const at = `${game?.id} ${game?.number}`;
  const before = useRef<{ readonly at: string; readonly players: readonly Player[] }>({ at: "", players: [] });
  if (before.current.at !== at || game?.phase === "question") before.current = { at, players };
  return before.current.players;
};

const Stage = ({ before }: { readonly before: readonly Player[] }) => {
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
          <h2>{say("play:game.after", { number: game.number, total: game.total })}</h2>
          <MyResult />
          <Ranking before={before} />
          <QuestionTools />
        </div>
      );
    case "podium":
      return <Podium />;
    case "":
    case undefined:
      return <Between />;
    default:
      return <ModePart part="Stage" Otherwise={PlainStage} />;
  }
};
