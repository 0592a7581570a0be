import { useEffect } from "preact/hooks";
import { lobby } from "../store.ts";
import { askModes, modeAbout, modeName } from "./available.ts";

/** What is played, and what that is in a sentence: for who did not choose it. */
export const ModeLine = () => {
  const mode = lobby.value?.game.mode ?? "";
  // The names come with the page; whether a mode asks questions does not.
  useEffect(() => void askModes(), []);
  if (modeAbout(mode) === "") return null;
  return (
    <p class="mode-line">
      <strong>{modeName(mode)}</strong> <span>{modeAbout(mode)}</span>
    </p>
  );
};
