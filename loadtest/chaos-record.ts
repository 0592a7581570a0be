/** What a client of a chaos run has done and seen: all that the tally may believe. */

/** The outcome of an operation, as its client knows it; `unknown` when the connection went before the reply came. */
export type Fate = "invoked" | "ok" | "refused" | "unknown";

export type GivenAnswer = {
  readonly game: string;
  readonly question: string;
  readonly choice: number;
  fate: Fate;
  /** How often it was sent: again after each crash until its fate is known. */
  sent: number;
  /** The code of the refusal. */
  code: string;
  /** Ms from the question's opening to the acknowledged instant; undefined when only a repeat was acknowledged. */
  time: number | undefined;
  /** Of the question, in ms. */
  limit: number;
  /** Which process acknowledged it; "" when none did, or only a repeat. */
  process: string;
};

export type SaidLine = {
  readonly text: string;
  fate: Fate;
  id: string;
  /** By `performance.now()`: a line acknowledged before another was sent is before it in the history. */
  readonly sentAt: number;
  ackedAt: number;
  /** Which process acknowledged it; "" when none did. */
  process: string;
};

/** The notice `result`, as far as it is checked. */
export type Result = {
  readonly question: string;
  readonly choice: number | null;
  readonly key: number;
  readonly right: boolean;
  readonly points: number;
  readonly total: number;
  readonly streak: number;
};

export type Chronicle = {
  readonly player: string;
  readonly name: string;
  /** By game and question. */
  readonly answers: Map<string, GivenAnswer>;
  readonly lines: SaidLine[];
  /** By game and question: what the server told this player alone. */
  readonly results: Map<string, Result>;
  /** Which choice was right, by game and question, as everybody was shown. */
  readonly keys: Map<string, number>;
  /** Everybody's points on the podium, by game. */
  readonly podiums: Map<string, ReadonlyMap<string, number>>;
  /** How far each game was when it was seen last. */
  readonly places: Map<string, number>;
  /** What this client saw and must never see. */
  readonly oddities: string[];
  /** How many starts of a game were acknowledged. */
  starts: number;
  /** How long each absence was that this player did not want, in ms. */
  readonly awayMs: number[];
  /** Tries to join that were refused, and how long the refusal took, in ms. */
  readonly refusals: { readonly code: string; readonly ms: number }[];
};

export const newChronicle = (player: string, name: string): Chronicle => ({
  player,
  name,
  answers: new Map(),
  lines: [],
  results: new Map(),
  keys: new Map(),
  podiums: new Map(),
  places: new Map(),
  oddities: [],
  starts: 0,
  awayMs: [],
  refusals: [],
});

export const keyOf = (game: string, question: string): string => `${game}/${question}`;
