import { useEffect, useState } from "preact/hooks";

/** A figure that runs from one value to another after a while; at once for who wants no motion. */
export const useCountUp = (from: number, to: number, delayMs: number, lastsMs: number): number => {
  const isStill = from === to || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [shown, setShown] = useState(isStill ? to : from);
  useEffect(() => {
    if (isStill) {
      setShown(to);
      return undefined;
    }
    const startAt = performance.now() + delayMs;
    let frame = 0;
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - startAt) / lastsMs));
      setShown(Math.round(from + (to - from) * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [from, to]);
  return shown;
};
