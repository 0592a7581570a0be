import "../style/invite.css";
import { useRef } from "preact/hooks";
import { Dialog } from "../dialog.tsx";
import { Qr } from "../screen/qr.tsx";
import { lobbyLink, useCopy } from "./copy-link.ts";

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
    <Dialog title="Invite others" testId="invite-dialog" onClose={onClose}>
      <div class="invite" ref={big}>
        <Qr text={link} label={`QR code that leads to the lobby ${code}`} />
        <p>
          Scan it, or open <strong class="address">{location.host}</strong> and type
        </p>
        <p class="invite-code">
          <span class="for-ears">the code </span>
          <code>{code}</code>
        </p>
      </div>
      <div class="field">
        <label for="invite-link">Link</label>
        <input id="invite-link" readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      </div>
      <div class="actions">
        <button class="primary" data-testid="copy-link" onClick={() => void copy()}>
          <span aria-live="polite">{copied ? "Copied" : "Copy the link"}</span>
        </button>
        {"share" in navigator && <button onClick={share}>Share…</button>}
        {document.fullscreenEnabled && (
          <button data-testid="qr-full" onClick={enlarge}>
            Full screen
          </button>
        )}
        <a class="button" href={`/screen/${code}`} target="_blank" rel="noopener" data-testid="to-screen">
          For a TV<span class="for-ears"> or projector (opens in a new tab)</span>
        </a>
        <button onClick={onClose}>Close</button>
      </div>
    </Dialog>
  );
};
