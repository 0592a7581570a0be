import { type Recogniser, TalkError, type TalkFault } from "./recogniser.ts";

/** As far as we use it: TypeScript's library does not have it, as it is no standard yet. */
type Recognition = EventTarget & {
  lang: string;
  interimResults: boolean;
  maxAlternatives: number;
  continuous: boolean;
  start: () => void;
  stop: () => void;
  abort: () => void;
};
type Alternatives = ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean };
type ResultEvent = Event & { readonly results: ArrayLike<Alternatives> };

const faults: Readonly<Record<string, TalkFault>> = {
  "not-allowed": "refused",
  "service-not-allowed": "offline",
  "audio-capture": "no_microphone",
  "no-speech": "silence",
  network: "offline",
  "language-not-supported": "unsupported",
};

/** The browser's own recognition, by the name that the browser has for it. */
const maker = (): (new () => Recognition) | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as unknown as Readonly<
    Record<string, new () => Recognition>
  >;
  return SpeechRecognition ?? webkitSpeechRecognition;
};

/** Listens by the browser's recognition; undefined where it has none. */
export const browserRecogniser = (): Recogniser | undefined => {
  const Recognising = maker();
  if (Recognising === undefined) return undefined;
  return ({ language, onPartial, onOpen }) => {
    const recognition = new Recognising();
    Object.assign(recognition, { lang: language, interimResults: true, maxAlternatives: 4, continuous: false });
    let best: readonly string[] = [];
    const heard = new Promise<readonly string[]>((resolve, reject) => {
      recognition.addEventListener("start", onOpen);
      recognition.addEventListener("result", (event) => {
        best = alternativesOf((event as ResultEvent).results);
        onPartial(best[0] ?? "");
      });
      recognition.addEventListener("error", (event) => {
        const { error = "" } = event as Event & { readonly error?: string };
        reject(new TalkError(faults[error] ?? "failed"));
      });
      recognition.addEventListener("end", () => {
        if (best.some((text) => text.trim() !== "")) resolve(best);
        else reject(new TalkError("silence"));
      });
    });
    try {
      recognition.start();
    } catch {
      return { heard: Promise.reject(new TalkError("failed")), finish: () => {}, cancel: () => {} };
    }
    return { heard, finish: () => recognition.stop(), cancel: () => recognition.abort() };
  };
};

/** The parts that were heard one after another; the likeliest of each, with the others of the last. */
const alternativesOf = (results: ArrayLike<Alternatives>): readonly string[] => {
  const parts = Array.from(results);
  const before = parts.slice(0, -1).map((part) => part[0]?.transcript ?? "");
  const last = parts.at(-1);
  return Array.from(last ?? [], ({ transcript }) => [...before, transcript].join("").trim());
};
