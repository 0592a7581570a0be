/** How long a person would need to type this, in ms: long enough to look alive, never more than 4 s. */
export const typingMs = (text: string): number => Math.min(4000, 600 + 35 * text.length);

/** Waits, but no longer than anybody is there. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (ms <= 0 || signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });

/** At any pace nobody's line is taken sooner after their last than they could have typed it; in ms. */
export const soonestMs = (text: string): number => 100 + 10 * text.length;

/** The sign that somebody is typing, told to others only when it changes. */
export const typingSign = (speaker: { readonly typing: (on: boolean) => void }): ((on: boolean) => void) => {
  let isShown = false;
  return (on) => {
    if (on !== isShown) speaker.typing(on);
    isShown = on;
  };
};
