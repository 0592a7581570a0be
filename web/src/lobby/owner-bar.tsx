import { useSignal } from "@preact/signals";
import { ask } from "../actions.ts";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { useHostKeys } from "../hosting/host-keys.ts";
import { LobbyNotes } from "../hosting/lobby-notes.tsx";
import { lobby, maySteer } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

/** Fetched when they are first wanted: who only plays never needs them. */
const HostDialog = lazyPart(() => import("../hosting/host-dialog.tsx").then((loaded) => loaded.HostDialog), "host");
const ResultsTools = lazyPart(
  () => import("../hosting/results-tools.tsx").then((loaded) => loaded.ResultsTools),
  "results",
);

/** The controls of the lobby, for who may use them; and for everybody, who knows the answers. */
export const OwnerBar = () => {
  const { status, game } = lobby.value ?? {};
  const open = useSignal(false);
  useHostKeys(() => (open.value = true));
  return (
    <>
      {maySteer.value && (
        <div class="owner-bar" role="group" aria-label={say("play:steer.group")}>
          {status === "in-progress" && <Running paused={game?.paused === true} />}
          {status === "completed" && game !== undefined && !game.stopped && <ResultsTools game={game.id} />}
          <button
            class="small"
            aria-haspopup="dialog"
            aria-keyshortcuts="Alt+H"
            title="Alt+H"
            data-testid="host-controls"
            onClick={() => (open.value = true)}
          >
            {sayRich("play:steer.host", {}, parts)}
          </button>
        </div>
      )}
      <LobbyNotes />
      {maySteer.value && open.value && <HostDialog onClose={() => (open.value = false)} />}
    </>
  );
};

const Running = ({ paused }: { readonly paused: boolean }) => (
  <>
    <button
      class="small"
      aria-keyshortcuts="Alt+P"
      title="Alt+P"
      onClick={() => void ask(paused ? "resume" : "pause", {})}
    >
      {say(paused ? "play:steer.resume" : "play:steer.pause")}
    </button>
    {!paused && (
      <button class="small" aria-keyshortcuts="Alt+N" title="Alt+N" onClick={() => void ask("skip", {})}>
        {say("play:steer.skip")}
      </button>
    )}
    <SureButton sure={say("play:steer.sure")} onSure={() => void ask("stop", {})}>
      {say("play:steer.stop")}
    </SureButton>
  </>
);
