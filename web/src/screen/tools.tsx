import { change, needsTouch, settingsAt } from "../sound/settings.ts";
import { look, showsChat } from "./look.ts";

const volumeStep = 0.2;

/** What can be set on a screen, out of the way until somebody moves the mouse or presses a key. */
export const Tools = () => {
  const { on, aloud, volume } = settingsAt("screen").value;
  const turn = (by: number) => {
    const next = Math.round(Math.min(1, Math.max(0, volume + by)) * 10) / 10;
    change("screen", { volume: next, on: next > 0 });
  };
  return (
    <div class="screen-tools" role="toolbar" aria-label="Screen">
      <button class="small" data-testid="screen-sound" aria-pressed={on} onClick={() => change("screen", { on: !on })}>
        Sound
      </button>
      {on && (
        <>
          <button class="small" aria-label="Quieter" onClick={() => turn(-volumeStep)}>
            −
          </button>
          <span class="volume">{Math.round(volume * 100)} %</span>
          <button class="small" aria-label="Louder" onClick={() => turn(volumeStep)}>
            +
          </button>
        </>
      )}
      <button
        class="small"
        data-testid="screen-aloud"
        aria-pressed={aloud}
        onClick={() => change("screen", { aloud: !aloud })}
      >
        Read aloud
      </button>
      <button class="small" aria-pressed={showsChat.value} onClick={() => (showsChat.value = !showsChat.value)}>
        Chat
      </button>
      <button class="small" data-testid="look" onClick={() => (look.value = look.value === "dark" ? "light" : "dark")}>
        {look.value === "dark" ? "Light" : "Dark"}
      </button>
      {document.fullscreenEnabled && (
        <button class="small" onClick={() => void toggleFullScreen()}>
          Full screen
        </button>
      )}
    </div>
  );
};

const toggleFullScreen = async (): Promise<void> => {
  // A browser may refuse it; then the window stays as it is.
  await (
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  ).catch(() => undefined);
};

/** Browsers let nothing sound before somebody has touched the page; any touch will do. */
export const SoundPrompt = () =>
  needsTouch.value ? (
    <button class="sound-prompt" data-testid="sound-prompt">
      <span aria-hidden="true">🔊</span> Tap for sound
    </button>
  ) : null;
