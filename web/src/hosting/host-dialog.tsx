import "../style/host.css";
import { useState } from "preact/hooks";
import type { Messages } from "../../../src/protocol/messages.ts";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { Dialog } from "../dialog.tsx";
import { lobby, maySteer } from "../store.ts";
import { DoorTools } from "./door-tools.tsx";
import { GameSettings } from "./game-settings.tsx";
import { Guests } from "./guests.tsx";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

type Changes = Messages["settings"];

/** Everything that the host does beside the game, in one place: on a phone the rest of the page is far away. */
export const HostDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { busy, fault, run } = useSending();
  const [isSaved, setSaved] = useState(false);
  const at = lobby.value;
  if (at === undefined || !maySteer.value) return null;
  const change = async (changes: Changes) => {
    setSaved(false);
    setSaved(await run(() => order("settings", changes)));
  };
  return (
    <Dialog title={say("host:run.title")} testId="host-dialog" onClose={onClose}>
      <div class="host-parts">
        <DoorTools at={at} busy={busy} onChange={(changes) => void change(changes)} />
        <Guests at={at} onClose={onClose} />
        <GameSettings at={at} onChange={(changes) => void change(changes)} />
        <p>
          <a href="/packs" target="_blank" rel="noopener">
            {sayRich("host:run.packs", {}, parts)}
          </a>
        </p>
        <p class="muted host-keys">
          {sayRich("host:run.keys", {
            pause: <kbd>Alt+P</kbd>,
            next: <kbd>Alt+N</kbd>,
            open: <kbd>Alt+H</kbd>,
          })}
        </p>
      </div>
      <div class="actions">
        <button class="primary" onClick={onClose}>
          {say("host:act.done")}
        </button>
        <p class="muted saved" role="status">
          {isSaved ? say("host:act.saved") : ""}
        </p>
        <p class="fault" role="alert">
          {fault}
        </p>
      </div>
    </Dialog>
  );
};
