import { useEffect, useState } from "preact/hooks";
import { type LobbyState, readLobby } from "../../lobby-state.ts";
import { follow } from "../../route.ts";
import { inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { AnnounceDialog } from "../announce-dialog.tsx";
import { post } from "../api.ts";
import { look, lookAt, overview } from "../live.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";
import { adminPath } from "../sections.ts";
import { levelWords, sourceWords } from "../words.ts";
import { LookChat } from "./look-chat.tsx";
import { LookPlayers } from "./look-players.tsx";
import { LookQuestion } from "./look-question.tsx";
import { phaseWords } from "./phase-words.ts";

type Open = "announce" | "close" | undefined;

/** One lobby from outside, as those in it see it. */
export const LobbyLook = ({ code }: { readonly code: string }) => {
  const [open, setOpen] = useState<Open>();
  useEffect(() => {
    lookAt(code);
    return () => lookAt("");
  }, [code]);
  const seen = look.value;
  const lobby = seen?.lobby ? readLobby(seen.lobby) : undefined;
  const close = async (why: string) => {
    await post(`lobbies/${code}/close`, { why });
    mention(say("admin:look.closed", { code }));
  };
  return (
    <>
      <p class="back">
        <a href={adminPath("lobbies")} onClick={follow}>
          ‹ {say("admin:look.back")}
        </a>
      </p>
      <div class="head">
        <h1 data-testid="look-title">
          <code>{code}</code> {lobby?.title || lobby?.topic}
        </h1>
        <span class="grow" />
        {lobby && (
          <div class="actions">
            <button class="small" data-testid="announce" onClick={() => setOpen("announce")}>
              {say("admin:announce.toLobby")}
            </button>
            <button class="small danger" data-testid="close-lobby" onClick={() => setOpen("close")}>
              {say("admin:look.close")}
            </button>
          </div>
        )}
      </div>
      {seen === undefined && <p class="empty">{say("admin:looking")}</p>}
      {seen?.lobby === null && (
        <p class="empty" data-testid="gone">
          {say("admin:look.gone")}
        </p>
      )}
      {lobby && (
        <>
          {isAsleep(seen?.lobby) && <p class="muted">{say("admin:look.asleep")}</p>}
          <Facts code={code} lobby={lobby} />
          <div class="columns">
            <div class="stack">
              <LookQuestion game={lobby.game} />
              <LookPlayers code={code} players={lobby.players} owner={lobby.ownerId} />
            </div>
            <LookChat code={code} chat={seen?.chat ?? []} />
          </div>
        </>
      )}
      {open === "announce" && (
        <AnnounceDialog
          title={say("admin:announce.lobby", { code })}
          onSend={(body) => post(`lobbies/${code}/announce`, body)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "close" && (
        <ReasonDialog
          title={say("admin:look.closeTitle", { code })}
          act={say("admin:look.closeAct")}
          grave
          onSure={close}
          onClose={() => setOpen(undefined)}
        >
          <p>{say("admin:look.closeHelp", { count: lobby?.players.length ?? 0 })}</p>
        </ReasonDialog>
      )}
    </>
  );
};

const isAsleep = (lobby: object | null | undefined): boolean =>
  lobby !== null && lobby !== undefined && "asleep" in lobby && lobby.asleep === true;

const Facts = ({ code, lobby }: { readonly code: string; readonly lobby: LobbyState }) => {
  const brief = overview.value?.lobbies.find((one) => one.code === code);
  const { phase, number, total, paused } = lobby.game;
  const at = phaseWords({ status: lobby.status, phase, number, total });
  const door = { locked: lobby.locked ? "yes" : "no", public: brief?.public ? "yes" : "no" };
  return (
    <dl class="facts" data-testid="facts">
      <Fact name={say("admin:lobbies.phase")}>{paused ? say("admin:look.pausedAt", { phase: at }) : at}</Fact>
      <Fact name={say("admin:look.topic")}>{lobby.topic || "—"}</Fact>
      <Fact name={say("admin:look.source")}>{lobby.source === "" ? "—" : sourceWords(lobby.source)}</Fact>
      <Fact name={say("admin:look.door")}>{say("admin:look.doorState", door)}</Fact>
      <Fact name={say("admin:look.watching")}>{inFigures(lobby.spectators)}</Fact>
      {brief && <Fact name={say("admin:lobbies.lines")}>{inFigures(brief.linesPerMinute)}</Fact>}
      {brief && <Fact name={say("admin:lobbies.level")}>{levelWords(brief.level)}</Fact>}
      {brief && <Fact name={say("admin:lobbies.process")}>{brief.process}</Fact>}
      {lobby.prompt !== "" && <Fact name={say("admin:look.prompt")}>{lobby.prompt}</Fact>}
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
