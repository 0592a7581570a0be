import "../style/invite.css";
import { useRef } from "preact/hooks";
import { Dialog } from "../dialog.tsx";
import { Qr } from "../screen/qr.tsx";
import { lobbyLink, useCopy } from "./copy-link.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

type Props = { readonly code: string; readonly onClose: () => void };

/** How others get in: a code to be scanned from across the table, the link, and the screen for everybody. */
export const InviteDialog = ({ code, onClose }: Props) => {
  const big = useRef<HTMLDivElement>(null);
  const link = lobbyLink(code);
  const { copied, copy } = useCopy(link);
  // The browser's own dialog may be called off, or refused: then nothing has happened.
  const share = () => void navigator.share({ title: "Parlor", url: link }).catch(() => undefined);
  const enlarge = () => void big.current?.requestFullscreen().catch(() => undefined);
  return (
    <Dialog title={say("host:invite.title")} testId="invite-dialog" onClose={onClose}>
      <div class="invite" ref={big}>
        <Qr text={link} label={say("host:invite.qr", { code })} />
        <p>
          {sayRich(
            "host:invite.how",
            { address: location.host },
            { b: (words) => <strong class="address">{words}</strong> },
          )}
        </p>
        <p class="invite-code">
          <span class="for-ears">{say("host:invite.code")} </span>
          <code>{code}</code>
        </p>
      </div>
      <div class="field">
        <label for="invite-link">{say("host:invite.link")}</label>
        <input id="invite-link" readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      </div>
      <div class="actions">
        <button class="primary" data-testid="copy-link" onClick={() => void copy()}>
          <span aria-live="polite">{copied ? say("host:act.copied") : say("host:invite.copy")}</span>
        </button>
        {"share" in navigator && <button onClick={share}>{say("host:invite.share")}</button>}
        {document.fullscreenEnabled && (
          <button data-testid="qr-full" onClick={enlarge}>
            {say("host:invite.full")}
          </button>
        )}
        <a class="button" href={`/screen/${code}`} target="_blank" rel="noopener" data-testid="to-screen">
          {sayRich("host:invite.screen", {}, parts)}
        </a>
        <button onClick={onClose}>{say("host:act.close")}</button>
      </div>
    </Dialog>
  );
};
