import type { TalkFault } from "./recogniser.ts";

/** What to do when nothing was understood. */
export const faultWords: Readonly<Record<TalkFault, string>> = {
  refused: "The microphone is not allowed here. Allow it in the browser's settings for this page, or answer by hand.",
  no_microphone: "No microphone was found, or another program has it.",
  unsupported: "This browser can't listen, and this server has no ears either. Answer by hand.",
  silence: "Nothing was heard. Press and speak.",
  too_fast: "That was a lot at once. Wait a moment, or answer by hand.",
  offline: "What listens can't be reached just now. Try again, or answer by hand.",
  failed: "That could not be understood. Try again, or answer by hand.",
};
