import { client } from "../session.ts";
import { lobby } from "../store.ts";
import { type Recogniser, TalkError, type TalkFault } from "./recogniser.ts";

const types = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
/** Enough for speech: 15 s are 60 kB. */
const bitsPerSecond = 32_000;
const timeoutMs = 12_000;

const refusals: Readonly<Record<string, TalkFault>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "no_microphone",
  NotReadableError: "no_microphone",
};

/** Records here and has the server understand it. */
export const serverRecogniser: Recogniser = ({ language, onOpen }) => {
  const over = new AbortController();
  const finished = new AbortController();
  const heard = listen(language, onOpen, finished.signal, over.signal);
  return { heard, finish: () => finished.abort(), cancel: () => over.abort() };
};

const listen = async (
  language: string,
  onOpen: () => void,
  finished: AbortSignal,
  over: AbortSignal,
): Promise<readonly string[]> => {
  const sound = await record(onOpen, finished, over);
  if (over.aborted || sound.size === 0) throw new TalkError("silence");
  const { text } = await transcribe(sound, language, over);
  if (text.trim() === "") throw new TalkError("silence");
  return [text];
};

const record = async (onOpen: () => void, finished: AbortSignal, over: AbortSignal): Promise<Blob> => {
  // Without a secure context there is no microphone.
  if (navigator.mediaDevices === undefined || !("MediaRecorder" in globalThis)) throw new TalkError("unsupported");
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } })
    .catch((error: unknown) => {
      throw new TalkError(refusals[(error as Error).name] ?? "failed");
    });
  try {
    return await take(stream, onOpen, finished, over);
  } finally {
    // Nobody is listened to a moment longer than they wish.
    for (const track of stream.getTracks()) track.stop();
  }
};

const take = (stream: MediaStream, onOpen: () => void, finished: AbortSignal, over: AbortSignal): Promise<Blob> => {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const options = { audioBitsPerSecond: bitsPerSecond };
  const recorder = new MediaRecorder(stream, mimeType === undefined ? options : { ...options, mimeType });
  return new Promise((resolve, reject) => {
    const parts: Blob[] = [];
    const stop = (): void => {
      if (recorder.state !== "inactive") recorder.stop();
    };
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => resolve(new Blob(parts, { type: recorder.mimeType })));
    recorder.addEventListener("error", () => reject(new TalkError("failed")));
    recorder.start();
    onOpen();
    for (const signal of [finished, over]) {
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    }
  });
};

const transcribe = async (sound: Blob, language: string, over: AbortSignal): Promise<{ readonly text: string }> => {
  const query = new URLSearchParams({ lobby: lobby.value?.code ?? "", language: language.slice(0, 2).toLowerCase() });
  const response = await fetch(`/api/transcribe?${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${client.auth.token}`, "content-type": sound.type || "audio/webm" },
    body: sound,
    signal: AbortSignal.any([over, AbortSignal.timeout(timeoutMs)]),
  }).catch(() => {
    throw new TalkError("offline");
  });
  if (response.status === 429) throw new TalkError("too_fast");
  if (!response.ok) throw new TalkError("offline");
  const { text } = (await response.json()) as { readonly text?: unknown };
  return { text: typeof text === "string" ? text : "" };
};
