import { look, showsChat } from "./look.ts";

/** What can be set on a screen, out of the way until somebody moves the mouse or presses a key. */
export const Tools = () => (
  <div class="screen-tools" role="toolbar" aria-label="Screen">
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

const toggleFullScreen = async (): Promise<void> => {
  // A browser may refuse it; then the window stays as it is.
  await (
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  ).catch(() => undefined);
};
