const pollMs = 5;
const looks = new Set<() => void>();

/** Has every wait look at once: for what changes something that may be over by the next look. */
export const lookNow = (): void => {
  for (const look of looks) look();
};

/**
 * Waits for a condition and gives its value; fails with what was waited for when `timeoutMs` have passed. What comes
 * together with the change that was waited for is there, too: the wait ends some milliseconds after it.
 */
export const until = <T>(what: string, condition: () => T | undefined | false | null, timeoutMs = 30_000): Promise<T> =>
  new Promise((resolve, reject) => {
    let looked = false;
    const giveUpAt = performance.now() + timeoutMs;
    const end = (settle: () => void): void => {
      looks.delete(look);
      clearInterval(timer);
      if (looked) setTimeout(settle, pollMs);
      else settle();
    };
    const look = (): void => {
      try {
        const value = condition();
        if (value !== undefined && value !== false && value !== null) end(() => resolve(value));
        else if (performance.now() > giveUpAt)
          end(() => reject(new Error(`waited ${timeoutMs} ms in vain for ${what}`)));
      } catch (error) {
        end(() => reject(error));
      }
    };
    const timer = setInterval(look, pollMs);
    looks.add(look);
    look();
    looked = true;
  });
