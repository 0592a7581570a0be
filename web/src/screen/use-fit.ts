import { useLayoutEffect, useRef } from "preact/hooks";

/** From as large as it should be to as small as it may be. */
const steps = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52] as const;

/**
 * Makes what is in an element smaller, by the unit `--fit`, until it fits; looked at anew when `key` or the room for it
 * changes. What is too long even so is marked with `data-overflows`.
 */
export const useFit = <Part extends HTMLElement>(key: string) => {
  const part = useRef<Part>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      const { current } = part;
      if (current === null) return;
      delete current.dataset.overflows;
      for (const step of steps) {
        current.style.setProperty("--fit", String(step));
        if (current.scrollHeight <= current.clientHeight + 1) return;
      }
      current.dataset.overflows = "";
    };
    fit();
    // What stands beside it takes room, too, and may come later.
    const watcher = new ResizeObserver(fit);
    if (part.current !== null) watcher.observe(part.current);
    return () => watcher.disconnect();
  }, [key]);
  return part;
};
