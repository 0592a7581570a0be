import { useSignal } from "@preact/signals";
import { ask } from "../actions.ts";
import { lobby, maySteer } from "../store.ts";

/** The controls of a running game, for who may use them. */
export const OwnerBar = () => {
  const stopping = useSignal(false);
  const { status, game } = lobby.value ?? {};
  if (!maySteer.value || (status !== "in-progress" && status !== "building")) return null;
  const stop = () => {
    if (stopping.value) void ask("stop", {});
    stopping.value = !stopping.value;
  };
  return (
    <div class="owner-bar" role="group" aria-label="Run the game">
      {status === "in-progress" && (
        <>
          <button class="small" onClick={() => void ask(game?.paused ? "resume" : "pause", {})}>
            {game?.paused ? "Resume" : "Pause"}
          </button>
          {!game?.paused && (
            <button class="small" onClick={() => void ask("skip", {})}>
              Skip
            </button>
          )}
        </>
      )}
      <button class="small" onClick={stop} onBlur={() => (stopping.value = false)}>
        {stopping.value ? "Really stop?" : "Stop"}
      </button>
    </div>
  );
};
