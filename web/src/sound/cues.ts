/** Every short sound there is. */
export const cues = [
  "join",
  "opens",
  "tick",
  "locked",
  "right",
  "wrong",
  "reveal",
  "streak",
  "fanfare",
  "chat",
] as const;
export type Cue = (typeof cues)[number];

export type Music = "lobby" | "question" | "none";

/** What sounds depend on, at one moment. */
export type Scene = {
  readonly code: string;
  readonly isOpen: boolean;
  /** A screen, or somebody who watches, has no answers of their own. */
  readonly isSeated: boolean;
  readonly isPaused: boolean;
  readonly isPlaying: boolean;
  readonly phase: string;
  readonly question: string;
  readonly secondsLeft: number;
  readonly players: number;
  /** The question to which an answer is locked in. */
  readonly locked: string;
  readonly result: {
    readonly question: string;
    readonly right: boolean;
    readonly isNone: boolean;
    readonly streak: number;
  };
  /** The latest line that somebody else has written. */
  readonly line: string;
};

/** From here on each second is heard. */
const lastSeconds = 5;
/** From here on right answers in a row are celebrated. */
const streakFrom = 3;

/** What is to be heard when one moment follows another. Who has just come, or come back, hears nothing of what was. */
export const cuesBetween = (before: Scene | undefined, after: Scene): readonly Cue[] => {
  if (before === undefined || before.code !== after.code || !before.isOpen || !after.isOpen) return [];
  const heard: Cue[] = [];
  const isAnother = before.question !== after.question;
  if (after.phase === "question" && (isAnother || before.phase === "countdown")) heard.push("opens");
  else if (isTick(before, after)) heard.push("tick");
  if (after.locked !== before.locked && after.locked === after.question && after.locked !== "") heard.push("locked");
  heard.push(...outcome(before, after));
  if (after.phase === "podium" && before.phase !== "podium" && before.isPlaying) heard.push("fanfare");
  if (after.players > before.players && !after.isPlaying) heard.push("join");
  // While a question is open nobody is called away from it.
  if (after.line !== before.line && after.line !== "" && after.phase !== "question") heard.push("chat");
  return heard;
};

const isTick = (before: Scene, after: Scene): boolean =>
  after.phase === "question" &&
  before.phase === "question" &&
  !after.isPaused &&
  after.secondsLeft < before.secondsLeft &&
  after.secondsLeft > 0 &&
  after.secondsLeft <= lastSeconds;

const outcome = (before: Scene, after: Scene): readonly Cue[] => {
  if (!after.isSeated) return before.phase === "question" && after.phase === "reveal" ? ["reveal"] : [];
  const { question, right, isNone, streak } = after.result;
  if (question === before.result.question || question !== after.question || question === "") return [];
  if (right) return streak >= streakFrom ? ["right", "streak"] : ["right"];
  return [isNone ? "reveal" : "wrong"];
};

/** What plays in the background. */
export const musicFor = ({ isOpen, isPaused, isPlaying, phase }: Scene): Music => {
  if (!isOpen || isPaused) return "none";
  if (phase === "question" || phase === "countdown") return "question";
  return isPlaying || phase === "podium" ? "none" : "lobby";
};
