import { useEffect } from "preact/hooks";
import type { Talk } from "./talk.ts";

const key = "v";

/** Lets a key be held to speak, unless somebody writes, or has a dialog open. */
export const useTalkKey = (talk: Talk, on: boolean): void =>
  useEffect(() => {
    if (!on) return undefined;
    const down = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== key || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isBusy(event.target)) return;
      talk.press(performance.now());
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === key) talk.release(performance.now());
    };
    document.addEventListener("keydown", down);
    document.addEventListener("keyup", up);
    return () => {
      document.removeEventListener("keydown", down);
      document.removeEventListener("keyup", up);
    };
  }, [talk, on]);

const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));
