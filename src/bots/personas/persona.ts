/** Moments for which a persona has words of its own. */
type LineKind =
  /** In a game. */
  | "right"
  | "wrong"
  | "missed"
  | "streak"
  | "won"
  | "ended"
  /** Somebody else won: `{winner}`. */
  | "beaten"
  /** By itself: somebody comes, nobody speaks, and what stands before the offer of a game. */
  | "arrival"
  | "lull"
  | "offer"
  /** In answer to somebody. */
  | "greeting"
  | "mood"
  | "self"
  | "thanks"
  | "praise"
  | "tease"
  | "insult"
  | "deflect"
  | "joke"
  | "favourite"
  /** To a question it can't answer, to a remark, and to the answer to a question of its own. */
  | "ask"
  | "open"
  | "reply"
  /** A few words that may follow a plain fact. */
  | "aside"
  /** Sentences of a story: the first, and one from the middle. */
  | "opening"
  | "tale"
  /** A few words before a sentence of a story. */
  | "lead";

/**
 * What a bot is like. In its lines `{name}` is who it speaks to, `{topic}` the lobby's topic, `{word}` something that
 * was said, `{thing}` (or `{Thing}`, at the start of a sentence) what a story is about; a line is left out when there
 * is nothing to put in. What is said in a game has none of them.
 */
export type Persona = {
  /** Letters a to z. */
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly skill: number;
  /** From 0 to 1: how likely it says something when it might. */
  readonly talk: number;
  /** Who it is and how it speaks, for a model: at most 500 characters. */
  readonly prompt: string;
  /** A topic word, as `topicWords` gives it, to what it adds to the skill, in logits from -1 to 1. */
  readonly strengths: Readonly<Record<string, number>>;
  readonly quirks: readonly string[];
  readonly lines: Readonly<Record<LineKind, readonly string[]>>;
};
