import { ask } from "../actions.ts";
import { lobby, maySteer } from "../store.ts";
import { SureButton } from "../sure-button.tsx";

/** The controls of a running game, for who may use them. */
export const OwnerBar = () => {
  const { status, game } = lobby.value ?? {};
  if (!maySteer.value || status !== "in-progress") return null;
  return (
    <div class="owner-bar" role="group" aria-label="Run the game">
      <button class="small" onClick={() => void ask(game?.paused ? "resume" : "pause", {})}>
        {game?.paused ? "Resume" : "Pause"}
      </button>
      {!game?.paused && (
        <button class="small" onClick={() => void ask("skip", {})}>
          Skip
        </button>
      )}
      <SureButton sure="Really stop?" onSure={() => void ask("stop", {})}>
        Stop
      </SureButton>
    </div>
  );
};
