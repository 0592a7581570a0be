import type { AskOptions, ModelFailure, ModelFault } from "../model/model.ts";

/** What came of a wish to have something read or understood: done by the server, known already, not paid for, or why not. */
export type SpeechOutcome = "done" | "kept" | "spent" | ModelFault;

/** A text that was read. */
export type Audio = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

/** Reads texts. Never rejects. */
export type Voice = { readonly read: (text: string, limits: AskOptions) => Promise<Audio | ModelFailure> };

/** Something that somebody has said. */
export type Recording = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** One of `recordingTypes`. */
  readonly type: string;
  /** Two letters, such as "en"; "" for whatever it is. */
  readonly language: string;
};

export type Heard = { readonly ok: true; readonly text: string; readonly tokens: number | undefined };

/** Understands recordings. Never rejects. */
export type Ears = { readonly hear: (recording: Recording, limits: AskOptions) => Promise<Heard | ModelFailure> };
