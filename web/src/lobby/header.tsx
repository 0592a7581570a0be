import { Brand } from "../home/brand.tsx";
import { answerTimeBadge } from "../hosting/answer-times.ts";
import { lobbyLink, useCopy } from "../hosting/copy-link.ts";
import { InviteButton } from "../hosting/invite-button.tsx";
import { SoundButton } from "../sound/sound-button.tsx";
import { link, lobby, status } from "../store.ts";
import { Absent } from "./absent.tsx";
import { Degraded } from "./degraded.tsx";

/** Where we are, how to get others here, and how the connection is. */
export const Header = ({ onLeave }: { readonly onLeave: () => void }) => {
  const { title, topic, code, locked, degraded } = lobby.value ?? {};
  return (
    <header class="lobby-header">
      <div class="bar">
        <Brand />
        <h1>
          {title || topic || "Mixed trivia"}
          {title && topic ? <span class="muted"> {topic}</span> : null}
          {locked && <span class="badge">locked</span>}
          <AnswerTime />
        </h1>
        <CopyLink code={code ?? ""} />
        <InviteButton code={code ?? ""} />
        <SoundButton />
        <button class="quiet" onClick={onLeave}>
          Leave
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
    <button class="code-button" onClick={() => void copy()} title="Copy the link to this lobby">
      <span class="for-ears">Copy link. Code </span>
      <code data-testid="lobby-code">{code}</code>
      <span class="hint" aria-live="polite">
        {copied ? "Copied" : "Copy"}
      </span>
    </button>
  );
};

/** Longer time to answer than usual, for everybody to see. */
const AnswerTime = () => {
  const words = answerTimeBadge(lobby.value?.answerTime ?? 1);
  return words === "" ? null : (
    <span class="badge" data-testid="answer-time" title="There is more time to answer">
      {words}
      <span class="for-ears"> to answer</span>
    </span>
  );
};
