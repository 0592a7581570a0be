import { Brand } from "../home/brand.tsx";
import { answerTimeBadge } from "../hosting/answer-times.ts";
import { lobbyLink, useCopy } from "../hosting/copy-link.ts";
import { InviteButton } from "../hosting/invite-button.tsx";
import { SoundButton } from "../sound/sound-button.tsx";
import { link, lobby, status } from "../store.ts";
import { Absent } from "./absent.tsx";
import { Degraded } from "./degraded.tsx";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

/** Where we are, how to get others here, and how the connection is. */
export const Header = ({ onLeave }: { readonly onLeave: () => void }) => {
  const { title, topic, code, locked, degraded } = lobby.value ?? {};
  return (
    <header class="lobby-header">
      <div class="bar">
        <Brand />
        <h1>
          {title || topic || say("play:lobbies.mixed")}
          {title && topic ? <span class="muted"> {topic}</span> : null}
          {locked && <span class="badge">{say("play:badge.locked")}</span>}
          <AnswerTime />
        </h1>
        <CopyLink code={code ?? ""} />
        <InviteButton code={code ?? ""} />
        <SoundButton />
        <button class="quiet" onClick={onLeave}>
          {say("play:header.leave")}
        </button>
      </div>
      <div class="toasts">
        {link.value.state !== "open" && (
          <p class="banner" data-testid="reconnecting">
            <Absent />
          </p>
        )}
        {degraded && <Degraded />}
        <p class="status" role="status" data-testid="notice">
          {status.value}
        </p>
      </div>
    </header>
  );
};

const CopyLink = ({ code }: { readonly code: string }) => {
  const { copied, copy } = useCopy(lobbyLink(code));
  return (
    <button class="code-button" onClick={() => void copy()} title={say("play:header.copyTitle")}>
      {sayRich("play:header.copyLink", { code: <code data-testid="lobby-code">{code}</code> }, parts)}
      <span class="hint" aria-live="polite">
        {say(copied ? "play:header.copied" : "play:header.copy")}
      </span>
    </button>
  );
};

/** Longer time to answer than usual, for everybody to see. */
const AnswerTime = () => {
  const words = answerTimeBadge(lobby.value?.answerTime ?? 1);
  return words === "" ? null : (
    <span class="badge" data-testid="answer-time" title={say("play:header.moreTime")}>
      {sayRich("play:header.toAnswer", { time: words }, parts)}
    </span>
  );
};
