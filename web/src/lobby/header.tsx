import { useSignal } from "@preact/signals";
import { Brand } from "../home/brand.tsx";
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
        </h1>
        <CopyLink code={code ?? ""} />
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

const copiedMs = 2000;

const CopyLink = ({ code }: { readonly code: string }) => {
  const copied = useSignal(false);
  const copy = async () => {
    // Without a secure context there is no clipboard; then the code is there to be read.
    if (
      !(await navigator.clipboard?.writeText(`${location.origin}/l/${code}`).then(
        () => true,
        () => false,
      ))
    )
      return;
    copied.value = true;
    setTimeout(() => (copied.value = false), copiedMs);
  };
  return (
    <button class="code-button" onClick={() => void copy()} title="Copy the link to this lobby">
      <span class="for-ears">Copy link. Code </span>
      <code data-testid="lobby-code">{code}</code>
      <span class="hint" aria-live="polite">
        {copied.value ? "Copied" : "Copy"}
      </span>
    </button>
  );
};
