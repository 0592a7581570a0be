/** Why nothing was understood. */
export type TalkFault =
  | "refused"
  | "no_microphone"
  | "unsupported"
  | "silence"
  | "too_fast"
  /** What listens can't be reached. */
  | "offline"
  | "failed";

/** Rejected with by whatever listens. */
export class TalkError extends Error {
  override readonly name = "TalkError";
  readonly fault: TalkFault;

  constructor(fault: TalkFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Somebody who is listened to. */
export type Hearing = {
  /** What was said as far as one can tell, likeliest first; rejects with TalkError. */
  readonly heard: Promise<readonly string[]>;
  /** They have said it all. */
  readonly finish: () => void;
  /** It does not matter any more. */
  readonly cancel: () => void;
};

export type Listening = {
  /** Such as "en" or "de-CH". */
  readonly language: string;
  readonly onPartial: (text: string) => void;
  /** The microphone is open: one may speak. */
  readonly onOpen: () => void;
};

export type Recogniser = (options: Listening) => Hearing;
