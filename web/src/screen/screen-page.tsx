import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Visit } from "../connection.ts";
import { Between } from "../game/between.tsx";
import { Countdown } from "../game/countdown.tsx";
import { MakingMore } from "../game/making.tsx";
import { Podium } from "../game/podium.tsx";
import { QuestionView } from "../game/question.tsx";
import { Ranking } from "../game/ranking.tsx";
import { useWakeLock } from "../game/wake-lock.ts";
import { SignIn } from "../home/sign-in.tsx";
import { Announcer } from "../lobby/announcer.tsx";
import { Degraded } from "../lobby/degraded.tsx";
import { Waiting } from "../lobby/lobby-page.tsx";
import { Out } from "../lobby/out.tsx";
import { me } from "../session.ts";
import { link, lobby } from "../store.ts";

/** The big view of a lobby for a room full of people. */
export const ScreenPage = ({ code }: { readonly code: string }) => {
  const signedIn = me.value;
  if (signedIn === undefined) return <Waiting words="One moment…" />;
  if (signedIn !== null) return <Inside code={code} />;
  return (
    <main class="narrow">
      <SignIn heading={`Show lobby ${code}`} />
    </main>
  );
};

const Inside = ({ code }: { readonly code: string }) => {
  const round = useSignal(0);
  useEffect(() => {
    document.title = `${code} · Parlor`;
    const visit = new Visit(code, "screen");
    visit.open();
    return () => visit.close();
  }, [code, round.value]);
  useWakeLock(true);
  const { value: at } = link;
  const again = () => round.value++;
  if (at.state === "out") return <Out code={code} word={at.word} onAgain={again} onWatch={again} />;
  const shown = lobby.value;
  if (shown === undefined) return <Waiting words={`Joining ${code}…`} />;
  return (
    <div class="screen">
      <header>
        <h1>{shown.title || shown.topic || "Mixed trivia"}</h1>
        <p class="join-at">
          Join at <strong>{location.host}</strong> with <code data-testid="lobby-code">{shown.code}</code>
        </p>
        {at.state !== "open" && (
          <p class="banner" role="status" data-testid="reconnecting">
            Reconnecting…
          </p>
        )}
        {shown.degraded && <Degraded />}
      </header>
      <main
        class="game"
        data-testid="game"
        data-phase={shown.game.phase}
        data-number={shown.game.number}
        data-status={shown.status}
      >
        {shown.game.paused && <p class="paused">Paused</p>}
        <Stage />
        {shown.status === "in-progress" && shown.game.phase !== "question" && <MakingMore />}
      </main>
      <Announcer />
    </div>
  );
};

const Stage = () => {
  const { status, game, players = [] } = lobby.value ?? {};
  const playing = status === "in-progress" || status === "completed";
  if (playing && game?.phase === "countdown") return <Countdown />;
  if (playing && (game?.phase === "question" || game?.phase === "reveal")) return <QuestionView />;
  if (playing && game?.phase === "scores") return <Ranking />;
  if (playing && game?.phase === "podium") return <Podium />;
  return (
    <>
      <Between />
      <ul class="here" aria-label="Players" data-testid="players">
        {players.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
};
