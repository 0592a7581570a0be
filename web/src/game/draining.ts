import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { lobby } from "../store.ts";
import { wantsNoMotion } from "./motion.ts";
import { clockStands, timeLeft } from "./time-left.ts";

/** The bar may be this far from the server's clock before it is put right. */
const driftMs = 60;

/**
 * Lets a bar run empty with the phase. The browser draws it by itself, at the rate of the screen; here it is only put
 * where the server's clock says, and put right when that becomes better known. Without motion it goes in whole seconds.
 */
export const useDraining = (bar: RefObject<HTMLElement | null>): void => {
  const { phaseMs = 0, phaseEndsAt = 0, remainingMs = 0 } = lobby.value?.game ?? {};
  const stands = clockStands();
  const running = useRef<Animation | undefined>(undefined);
  useLayoutEffect(() => {
    if (bar.current === null || phaseMs === 0) return undefined;
    const animation = bar.current.animate([{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }], {
      duration: phaseMs,
      fill: "both",
      easing: wantsNoMotion() ? `steps(${Math.ceil(phaseMs / 1000)})` : "linear",
    });
    animation.currentTime = phaseMs - timeLeft();
    if (stands) animation.pause();
    running.current = animation;
    return () => animation.cancel();
  }, [phaseMs, phaseEndsAt, remainingMs, stands]);
  // With every rendering, that is about every second.
  useEffect(() => {
    const animation = running.current;
    const due = phaseMs - timeLeft();
    if (animation && !stands && Math.abs(Number(animation.currentTime ?? 0) - due) > driftMs && due < phaseMs)
      animation.currentTime = due;
  });
};
