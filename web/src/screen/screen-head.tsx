import { Degraded } from "../lobby/degraded.tsx";
import { link, lobby } from "../store.ts";
import { say } from "../text/say.ts";

/** What is played, how to get in, and how the connection is. */
export const ScreenHead = () => {
  const { title, topic, code, status, game, degraded } = lobby.value ?? {};
  // Between games the same stands in the hall, and larger.
  const isPlaying = (status === "in-progress" || status === "completed") && (game?.phase ?? "") !== "";
  return (
    <header class="screen-head">
      <h1>
        {title || topic || say("play:lobbies.mixed")}
        {title && topic ? <span class="muted"> {topic}</span> : null}
      </h1>
      {link.value.state !== "open" && (
        <p class="screen-banner" role="status" data-testid="reconnecting">
          {say("screen:head.reconnecting")}
        </p>
      )}
      {degraded && <Degraded />}
      {game?.paused && <p class="screen-banner">{say("play:game.paused")}</p>}
      {isPlaying && (
        <p class="join-at">
          <span>{location.host}</span> <code data-testid="lobby-code">{code}</code>
        </p>
      )}
    </header>
  );
};
