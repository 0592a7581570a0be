import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { ChatPanel } from "../chat/chat-panel.tsx";
import { absentSince, type As, Visit } from "../connection.ts";
import { Game } from "../game/game.tsx";
import { go } from "../route.ts";
import { me } from "../session.ts";
import { addCard, link, lobby } from "../store.ts";
import { Absent } from "./absent.tsx";
import { Announcer } from "./announcer.tsx";
import { Door } from "./door.tsx";
import { Header } from "./header.tsx";
import { Out } from "./out.tsx";
import { Players } from "./players.tsx";
import { useScrollStop } from "./scroll-stop.ts";
import { say } from "../text/say.ts";
import { waitAnew } from "./free-seat.tsx";

/** A lobby, for who plays in it or watches. */
export const LobbyPage = ({ code }: { readonly code: string }) => {
  const signedIn = me.value;
  if (signedIn === undefined) return <Waiting words={say("play:page.moment")} />;
  if (signedIn !== null) return <Inside key={signedIn.id} code={code} />;
  return <Door code={code} />;
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
    if (isThere) waitAnew();
    if (!isThere || !isFreed.current) return;
    isFreed.current = false;
    addCard({ code: "freed", text: "" });
  }, [isThere]);
  const again = (afterBan: boolean) => {
    isFreed.current = afterBan;
    round.value++;
  };
  if (at.state === "out") {
    return <Out code={code} word={at.word} onAgain={again} onWatch={() => (as.value = "spectator")} />;
  }
  if (lobby.value === undefined) return <Waiting words={say("play:lobby.joining", { code })} />;
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
    {/* The seconds are seen, and not read out one by one. */}
    <p role={absentSince.value === undefined ? "status" : undefined}>
      {absentSince.value === undefined ? words : <Absent />}
    </p>
    <Slow />
  </main>
);

const slowMs = 4000;

/** Said when the server does not answer at all. */
const Slow = () => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  return <p role="status">{isSlow && say("play:lobby.slow")}</p>;
};
