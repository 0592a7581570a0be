import { useEffect } from "preact/hooks";
import { ask } from "../actions.ts";
import { lobby, maySteer } from "../store.ts";

/** Alt and a letter run the game from anywhere on the page, also while something is being typed. */
export const useHostKeys = (onOpen: () => void): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat || !maySteer.value) return;
      if (document.querySelector("dialog[open]") !== null) return;
      // The place of the key: with Alt, a Mac types another letter.
      const act = acts(onOpen)[event.code];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

const acts = (onOpen: () => void): Readonly<Record<string, () => void>> => {
  const { status, game } = lobby.value ?? {};
  if (status !== "in-progress") return { KeyH: onOpen };
  return {
    KeyH: onOpen,
    KeyP: () => void ask(game?.paused ? "resume" : "pause", {}),
    KeyN: () => (game?.paused ? undefined : void ask("skip", {})),
  };
};
