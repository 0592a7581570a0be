import { useEffect, useState } from "preact/hooks";
import { type LobbyState, readLobby } from "../../lobby-state.ts";
import { follow } from "../../route.ts";
import { AnnounceDialog } from "../announce-dialog.tsx";
import { post } from "../api.ts";
import { look, lookAt, overview } from "../live.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { say } from "../saying.ts";
import { adminPath } from "../sections.ts";
import { counted } from "../words.ts";
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
  const lobby = seen?.lobby ? readLook(seen.lobby) : undefined;
  const close = async (why: string) => {
    await post(`lobbies/${code}/close`, { why });
    say(`Lobby ${code} has been closed.`);
  };
  return (
    <>
      <p class="back">
        <a href={adminPath("lobbies")} onClick={follow}>
          ‹ All lobbies
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
              Announce…
            </button>
            <button class="small danger" data-testid="close-lobby" onClick={() => setOpen("close")}>
              Close lobby…
            </button>
          </div>
        )}
      </div>
      {seen === undefined && <p class="empty">Looking…</p>}
      {seen?.lobby === null && (
        <p class="empty" data-testid="gone">
          This lobby is not running, or not any more.
        </p>
      )}
      {lobby && (
        <>
          {isAsleep(seen?.lobby) && <p class="muted">It is asleep: nobody is in it. This is how it was left.</p>}
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
          title={`Announce to lobby ${code}`}
          onSend={(body) => post(`lobbies/${code}/announce`, body)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "close" && (
        <ReasonDialog
          title={`Close lobby ${code}?`}
          act="Close it for good"
          grave
          onSure={close}
          onClose={() => setOpen(undefined)}
        >
          <p>
            {counted(lobby?.players.length ?? 0, "player")} will be sent out, and the game in it ends. This can’t be
            undone.
          </p>
        </ReasonDialog>
      )}
    </>
  );
};

const isAsleep = (lobby: object | null | undefined): boolean =>
  lobby !== null && lobby !== undefined && "asleep" in lobby && lobby.asleep === true;

/** Players come as a map, a list or an object, by how the notice was packed. */
const readLook = (lobby: object): LobbyState => {
  const { players } = lobby as { players?: unknown };
  if (players instanceof Map) return readLobby(lobby);
  return readLobby({ ...lobby, players: new Map(Object.entries(players ?? {})) });
};

const Facts = ({ code, lobby }: { readonly code: string; readonly lobby: LobbyState }) => {
  const brief = overview.value?.lobbies.find((one) => one.code === code);
  const { phase, number, total, paused } = lobby.game;
  return (
    <dl class="facts" data-testid="facts">
      <Fact name="Phase">
        {phaseWords({ status: lobby.status, phase, number, total })}
        {paused ? ", paused" : ""}
      </Fact>
      <Fact name="Topic">{lobby.topic || "—"}</Fact>
      <Fact name="Questions from">{lobby.source || "—"}</Fact>
      <Fact name="Door">
        {lobby.locked ? "locked" : "open"}
        {brief?.public ? ", public" : ""}
      </Fact>
      <Fact name="Watching">{String(lobby.spectators)}</Fact>
      {brief && <Fact name="Lines/min">{String(brief.linesPerMinute)}</Fact>}
      {brief && <Fact name="Level">{brief.level}</Fact>}
      {brief && <Fact name="Process">{brief.process}</Fact>}
      {lobby.prompt !== "" && <Fact name="Wish for the bots">{lobby.prompt}</Fact>}
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: string | readonly string[] }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
