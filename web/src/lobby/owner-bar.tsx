import { useSignal } from "@preact/signals";
import { ask } from "../actions.ts";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { useHostKeys } from "../hosting/host-keys.ts";
import { LobbyNotes } from "../hosting/lobby-notes.tsx";
import { lobby, maySteer } from "../store.ts";
import { SureButton } from "../sure-button.tsx";

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
        <div class="owner-bar" role="group" aria-label="Run the lobby">
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
            Host<span class="for-ears">: people, bots and settings</span>
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
      {paused ? "Resume" : "Pause"}
    </button>
    {!paused && (
      <button class="small" aria-keyshortcuts="Alt+N" title="Alt+N" onClick={() => void ask("skip", {})}>
        Skip
      </button>
    )}
    <SureButton sure="Really stop?" onSure={() => void ask("stop", {})}>
      Stop
    </SureButton>
  </>
);
