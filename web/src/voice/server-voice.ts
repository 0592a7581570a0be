import { client } from "../session.ts";

export type Part = "question" | "answer";

const timeoutMs = 10_000;

/** Plays what the server reads, until it is through or `signal` is aborted; gives false when that can't be done. */
export const readByServer = async (
  code: string,
  question: string,
  part: Part,
  signal: AbortSignal,
): Promise<boolean> => {
  const address = `/api/speech/${encodeURIComponent(code)}/${encodeURIComponent(question)}?part=${part}`;
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${client.auth.token}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok || response.headers.get("content-type")?.startsWith("audio/") !== true) return false;
    return await play(await response.blob(), signal);
  } catch {
    return signal.aborted;
  }
};

const play = async (sound: Blob, signal: AbortSignal): Promise<boolean> => {
  if (signal.aborted) return true;
  const url = URL.createObjectURL(sound);
  const audio = new Audio(url);
  const ended = new Promise<boolean>((resolve) => {
    audio.addEventListener("ended", () => resolve(true));
    audio.addEventListener("error", () => resolve(false));
    signal.addEventListener("abort", () => {
      audio.pause();
      resolve(true);
    });
  });
  try {
    await audio.play();
    return await ended;
  } finally {
    URL.revokeObjectURL(url);
  }
};
