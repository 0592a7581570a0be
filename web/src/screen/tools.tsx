import { change, needsTouch, settingsAt } from "../sound/settings.ts";
import { LanguageMenu } from "../text/language-menu.tsx";
import { say } from "../text/say.ts";
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
    <div class="screen-tools" role="toolbar" aria-label={say("screen:tools.title")}>
      <button class="small" data-testid="screen-sound" aria-pressed={on} onClick={() => change("screen", { on: !on })}>
        {say("screen:tools.sound")}
      </button>
      {on && (
        <>
          <button class="small" aria-label={say("screen:tools.quieter")} onClick={() => turn(-volumeStep)}>
            −
          </button>
          <span class="volume">{say("screen:tools.volume", { percent: Math.round(volume * 100) })}</span>
          <button class="small" aria-label={say("screen:tools.louder")} onClick={() => turn(volumeStep)}>
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
        {say("screen:tools.aloud")}
      </button>
      <button class="small" aria-pressed={showsChat.value} onClick={() => (showsChat.value = !showsChat.value)}>
        {say("screen:tools.chat")}
      </button>
      <button class="small" data-testid="look" onClick={() => (look.value = look.value === "dark" ? "light" : "dark")}>
        {look.value === "dark" ? say("screen:tools.light") : say("screen:tools.dark")}
      </button>
      <LanguageMenu />
      {document.fullscreenEnabled && (
        <button class="small" onClick={() => void toggleFullScreen()}>
          {say("screen:tools.full")}
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
      <span aria-hidden="true">🔊</span> {say("screen:tools.tap")}
    </button>
  ) : null;
