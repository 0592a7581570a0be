import { languageOf, spokenHere, voiceFor } from "./language.ts";

const patienceMs = 1500;

/** Reads a text with a voice of the browser, until it is through or `signal` is aborted; gives false when it has none. */
export const readByBrowser = async (text: string, signal: AbortSignal): Promise<boolean> => {
  if (!("speechSynthesis" in globalThis)) return false;
  const voices = await voicesThere();
  if (signal.aborted) return true;
  if (voices.length === 0) return false;
  const language = languageOf(text, spokenHere());
  const said = new SpeechSynthesisUtterance(text);
  said.lang = language;
  said.voice = voiceFor(voices, language) ?? null;
  return new Promise((resolve) => {
    const stop = (): void => speechSynthesis.cancel();
    signal.addEventListener("abort", stop, { once: true });
    const over = (wentWell: boolean) => (): void => {
      signal.removeEventListener("abort", stop);
      resolve(wentWell || signal.aborted);
    };
    said.addEventListener("end", over(true));
    said.addEventListener("error", over(false));
    // What an earlier page has left in the queue would come first.
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  });
};

/** Browsers list their voices late, and some never say that they have. */
const voicesThere = async (): Promise<readonly SpeechSynthesisVoice[]> => {
  const now = speechSynthesis.getVoices();
  if (now.length > 0) return now;
  return new Promise((resolve) => {
    const done = (): void => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, patienceMs);
  });
};
