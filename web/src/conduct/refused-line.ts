import { serverNow } from "../clock.ts";
import { sentence } from "../codes-text.ts";
import { lobby, put } from "../store.ts";
import { momentWords } from "./words.ts";

/** In trouble everybody writes as slowly as this, in seconds. */
export const emergencySlowMode = 30;

/** Why a line was not taken, in the words of this lobby's rules. */
export const refusedLine = (code: string): string => {
  const { links = "", slowMode = 0, emergency = false } = lobby.value?.rules ?? {};
  const pause = Math.max(slowMode, emergency ? emergencySlowMode : 0);
  const until = put.value?.kind === "mute" ? put.value.until : undefined;
  if (code === "muted" && until !== undefined) return `You can't write until ${momentWords(until, serverNow())}.`;
  if (code === "blocked") return "Not sent: that can't be said here.";
  if (code === "too_fast" && pause > 0) return `Slow mode: one line every ${pause} seconds.`;
  if (code === "no_links" && links === "staff") return "Only the host writes links here.";
  if (code === "no_links" && links === "listed") return "Links to this place can't be written here.";
  return sentence(code);
};
