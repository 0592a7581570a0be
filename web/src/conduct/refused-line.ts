import { serverNow } from "../clock.ts";
import { sentence } from "../codes-text.ts";
import { lobby, put } from "../store.ts";
import { say } from "../text/say.ts";
import { momentWords } from "./words.ts";

/** In trouble everybody writes as slowly as this, in seconds. */
export const emergencySlowMode = 30;

/** Why a line was not taken, in the words of this lobby's rules. */
export const refusedLine = (code: string): string => {
  const { links = "", slowMode = 0, emergency = false } = lobby.value?.rules ?? {};
  const pause = Math.max(slowMode, emergency ? emergencySlowMode : 0);
  const until = put.value?.kind === "mute" ? put.value.until : undefined;
  if (code === "muted" && until !== undefined)
    return say("conduct:put.until", { moment: momentWords(until, serverNow()) });
  if (code === "blocked") return say("conduct:refused.blocked");
  if (code === "too_fast" && pause > 0) return say("conduct:refused.slow", { seconds: pause });
  if (code === "no_links" && links === "staff") return say("conduct:refused.linksHost");
  if (code === "no_links" && links === "listed") return say("conduct:refused.linksListed");
  return sentence(code);
};
