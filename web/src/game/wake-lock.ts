import { useEffect } from "preact/hooks";

/** Keeps the screen of a phone on while `on`, where the browser can. */
export const useWakeLock = (on: boolean): void =>
  useEffect(() => {
    if (!on || !("wakeLock" in navigator)) return undefined;
    let over = false;
    let lock: WakeLockSentinel | undefined;
    // The browser lets go by itself when the page is hidden.
    const take = async () => {
      if (document.visibilityState === "hidden" || (lock !== undefined && !lock.released)) return;
      lock = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (over) await lock?.release();
    };
    const onChange = () => void take();
    document.addEventListener("visibilitychange", onChange);
    onChange();
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", onChange);
      void lock?.release();
    };
  }, [on]);
