import { createHash } from "node:crypto";
import type { Budget } from "../model/budget.ts";
import type { Log } from "../telemetry/log.ts";
import type { Audio, Ears, Heard, Recording, SpeechOutcome, Voice } from "./speech.ts";

export type SpeechOptions = {
  readonly voice: Voice | undefined;
  readonly ears: Ears | undefined;
  /** Distinguishes what the same text sounds like. */
  readonly manner: string;
  readonly spend: Budget["take"];
  readonly log: Log;
  /** Told what came of each wish, and how many seconds the server took if it was asked. */
  readonly onOutcome: (kind: "read" | "hear", outcome: SpeechOutcome, seconds?: number) => void;
};

export type Speech = {
  readonly canRead: boolean;
  readonly canHear: boolean;
  /** A text as sound; undefined when it can't be had just now. */
  readonly read: (lobby: string, text: string) => Promise<Audio | undefined>;
  /** What somebody said; undefined when it can't be understood just now. Nothing of it is kept or logged. */
  readonly hear: (
    lobby: string,
    person: string,
    recording: Recording & { readonly seconds: number },
    signal: AbortSignal,
  ) => Promise<Pick<Heard, "text"> | undefined>;
};

const timeoutMs = 8000;
const longestText = 1500;
const keptBytes = 16 * 1024 * 1024;
/** What sound is counted as, in tokens, as the official API does about. */
const tokens = { perLetter: 1.7, perSecond: 17 } as const;

/** Counts apart from what bots use, so that neither starves the other; the server's own counts hold both. */
const apart = (whose: string): string => `${whose} voice`;

/** Reads and listens within the budget. What is read twice is made once. */
export const speechOf = ({ voice, ears, manner, spend, log, onOutcome }: SpeechOptions): Speech => {
  const kept = new Kept(keptBytes);
  const beingMade = new Map<string, Promise<Audio | undefined>>();

  const make = async (lobby: string, text: string, using: Voice): Promise<Audio | undefined> => {
    const taken = await spend({ lobby: apart(lobby), person: "", tokens: Math.ceil(text.length * tokens.perLetter) });
    if (!taken.ok) {
      onOutcome("read", "spent");
      return undefined;
    }
    const asked = performance.now();
    // Nobody's signal: whoever asks next wants the same.
    const audio = await using.read(text, { signal: new AbortController().signal, timeoutMs });
    onOutcome("read", audio.ok ? "done" : audio.fault, (performance.now() - asked) / 1000);
    if (audio.ok) return audio;
    log.warn({ fault: audio.fault, reason: audio.message }, "a text could not be read aloud");
    return undefined;
  };

  return {
    canRead: voice !== undefined,
    canHear: ears !== undefined,
    read: async (lobby, text) => {
      if (voice === undefined || text.length > longestText) return undefined;
      const key = createHash("sha256").update(`${manner}\n${text}`).digest("base64url");
      const known = kept.get(key);
      if (known !== undefined) {
        onOutcome("read", "kept");
        return known;
      }
      const making = beingMade.get(key) ?? make(lobby, text, voice);
      beingMade.set(key, making);
      try {
        const audio = await making;
        if (audio !== undefined) kept.put(key, audio);
        return audio;
      } finally {
        beingMade.delete(key);
      }
    },
    hear: async (lobby, person, { seconds, ...recording }, signal) => {
      if (ears === undefined) return undefined;
      const wish = { lobby: apart(lobby), person: apart(person), tokens: Math.ceil(seconds * tokens.perSecond) };
      const taken = await spend(wish);
      if (!taken.ok) {
        onOutcome("hear", "spent");
        return undefined;
      }
      const asked = performance.now();
      const heard = await ears.hear(recording, { signal, timeoutMs });
      onOutcome("hear", heard.ok ? "done" : heard.fault, (performance.now() - asked) / 1000);
      if (!heard.ok) {
        if (heard.fault !== "stopped") log.warn({ fault: heard.fault, reason: heard.message }, "nobody was understood");
        return undefined;
      }
      if (heard.tokens !== undefined) taken.settle(heard.tokens);
      return { text: heard.text };
    },
  };
};

/** Sounds up to so many bytes; what was wanted longest ago goes first. */
class Kept {
  readonly #most: number;
  readonly #sounds = new Map<string, Audio>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Audio | undefined {
    const sound = this.#sounds.get(key);
    if (sound === undefined) return undefined;
    this.#sounds.delete(key);
    this.#sounds.set(key, sound);
    return sound;
  }

  put(key: string, sound: Audio): void {
    if (this.#sounds.has(key)) return;
    this.#sounds.set(key, sound);
    this.#bytes += sound.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#sounds) {
      if (this.#bytes <= this.#most) return;
      this.#sounds.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
