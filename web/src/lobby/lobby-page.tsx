import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ChatPanel } from "../chat/chat-panel.tsx";
import { type As, Visit } from "../connection.ts";
import { Game } from "../game/game.tsx";
import { Brand } from "../home/brand.tsx";
import { SignIn } from "../home/sign-in.tsx";
import { go } from "../route.ts";
import { me } from "../session.ts";
import { addCard, link, lobby } from "../store.ts";
import { Announcer } from "./announcer.tsx";
import { Header } from "./header.tsx";
import { Out } from "./out.tsx";
import { Players } from "./players.tsx";
import { useScrollStop } from "./scroll-stop.ts";

/** A lobby, for who plays in it or watches. */
export const LobbyPage = ({ code }: { readonly code: string }) => {
  const signedIn = me.value;
  if (signedIn === undefined) return <Waiting words="One moment…" />;
  if (signedIn !== null) return <Inside key={signedIn.id} code={code} />;
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main>
        <SignIn heading={`Join lobby ${code}`} />
      </main>
    </div>
  );
};

const Inside = ({ code }: { readonly code: string }) => {
  const as = useSignal<As>("player");
  const round = useSignal(0);
  const visit = useRef<Visit | undefined>(undefined);
  const isFreed = useRef(false);
  useEffect(() => {
    document.title = `${code} · Parlor`;
    const opened = new Visit(code, as.value);
    visit.current = opened;
    opened.open();
    return () => opened.close();
  }, [code, as.value, round.value]);
  const stage = useScrollStop<HTMLDivElement>();
  const { value: at } = link;
  const isThere = lobby.value !== undefined;
  useEffect(() => {
    if (!isThere || !isFreed.current) return;
    isFreed.current = false;
    addCard("freed", "The ban is over: welcome back.");
  }, [isThere]);
  const again = (afterBan: boolean) => {
    isFreed.current = afterBan;
    round.value++;
  };
  if (at.state === "out") {
    return <Out code={code} word={at.word} onAgain={again} onWatch={() => (as.value = "spectator")} />;
  }
  if (lobby.value === undefined) return <Waiting words={`Joining ${code}…`} />;
  const leave = () => {
    visit.current?.close(true);
    go("/");
  };
  return (
    <div class="lobby" data-status={lobby.value.status}>
      <Header onLeave={leave} />
      <div class="stage" ref={stage}>
        <Game />
        <Players />
      </div>
      <ChatPanel />
      <Announcer />
    </div>
  );
};

/** Shown while there is nothing else to show. */
export const Waiting = ({ words }: { readonly words: string }) => (
  <main class="waiting">
    <p role="status">{link.value.state === "lost" ? "Reconnecting…" : words}</p>
  </main>
);
