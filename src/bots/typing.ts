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
