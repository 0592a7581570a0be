import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import "../style/screen.css";
import "../style/screen-hall.css";
import "../style/screen-board.css";
import "../style/screen-results.css";
import { sentence } from "../codes-text.ts";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { Visit } from "../connection.ts";
import { useWakeLock } from "../game/wake-lock.ts";
import { Announcer } from "../lobby/announcer.tsx";
import { Waiting } from "../lobby/lobby-page.tsx";
import { Out } from "../lobby/out.tsx";
import { refusalCode } from "../refusal.ts";
import { me } from "../session.ts";
import { Hearing } from "../sound/hearing.tsx";
import { link, lobby } from "../store.ts";
import { say } from "../text/say.ts";
import { look, showsChat } from "./look.ts";
import { ScreenHead } from "./screen-head.tsx";
import { signInScreen, signOutScreen } from "./screen-guest.ts";
import { Stage } from "./stage.tsx";
import { Ticker } from "./ticker.tsx";
import { SoundPrompt, Tools } from "./tools.tsx";
import { useIdle } from "./use-idle.ts";

const retryMs = 2000;

const EveningCard = lazyPart(
  () => import("../evening/evening-card.tsx").then(({ EveningCard: part }) => part),
  "evening",
  "modes",
);

/** The big view of a lobby for a room full of people. */
export const ScreenPage = ({ code }: { readonly code: string }) => {
  const signedIn = me.value;
  const fault = useSignal("");
  const isOwn = useRef(false);
  useEffect(() => {
    if (signedIn !== null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enter = (): void => {
      signInScreen().then(
        () => (isOwn.current = true),
        (error: unknown) => {
          fault.value = sentence(refusalCode(error) ?? "offline");
          timer = setTimeout(enter, retryMs);
        },
      );
    };
    enter();
    return () => clearTimeout(timer);
  }, [signedIn === null]);
  useEffect(
    () => () => {
      if (isOwn.current) signOutScreen();
    },
    [],
  );
  if (!signedIn) return <Waiting words={fault.value || say("play:page.moment")} />;
  return <Inside key={signedIn.id} code={code} />;
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
  const isIdle = useIdle();
  const { value: at } = link;
  const again = () => round.value++;
  if (at.state === "out") return <Out code={code} word={at.word} onAgain={again} onWatch={again} />;
  const shown = lobby.value;
  if (shown === undefined) return <Waiting words={say("play:lobby.joining", { code })} />;
  return (
    <div class={isIdle ? "screen idle" : "screen"} data-look={look.value}>
      <ScreenHead />
      <main
        class="screen-stage"
        data-testid="game"
        data-phase={shown.game.phase}
        data-number={shown.game.number}
        data-status={shown.status}
      >
        <Stage />
        {shown.evening.total > 0 && shown.status !== "in-progress" && <EveningCard />}
      </main>
      <footer class="screen-foot">
        {showsChat.value && <Ticker />}
        <div class="screen-hands">
          <Tools />
          <SoundPrompt />
        </div>
      </footer>
      <Hearing place="screen" />
      <Announcer />
    </div>
  );
};
