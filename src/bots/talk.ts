/** The words that the parts of a bot's company share. Everything in them comes from frames that people get, too. */

/** A chat line as it was shown. */
export type Heard = {
  readonly player: string;
  readonly name: string;
  readonly kind: "human" | "bot";
  readonly text: string;
  /** ms since 1970. */
  readonly at: number;
};

/** Why a bot may say something now. */
export type Occasion =
  /** Somebody spoke to it, by name or in answer to what it asked. */
  | { readonly type: "mention"; readonly line: Heard }
  /** Somebody has come. */
  | { readonly type: "arrival"; readonly name: string }
  /** A question of the game was revealed. */
  | { readonly type: "reveal"; readonly right: boolean; readonly answered: boolean; readonly streak: number }
  /** The game is over; `rank` is the bot's own, from 1. */
  | { readonly type: "ended"; readonly rank: number; readonly winner: string }
  /** Nobody has said anything for a while. */
  | { readonly type: "lull" }
  /** It is the bot's turn to add to a story. */
  | {
      readonly type: "story";
      readonly soFar: readonly string[];
      /** What somebody said who wanted one. */
      readonly wish?: string;
      /** Those of the sentences that people wrote. */
      readonly byPeople?: readonly string[];
      /** Somebody wants it to end with this sentence. */
      readonly closes?: boolean;
    };

/** What a bot knows when it speaks. All of it is data, whoever wrote it. */
export type Scene = {
  readonly occasion: Occasion;
  /** Latest last, at most 20. */
  readonly chat: readonly Heard[];
  readonly lobby: {
    readonly title: string;
    readonly topic: string;
    /** What the owner wants the company to be like; "" for nothing. */
    readonly prompt: string;
  };
  readonly game: {
    /** "" when there is none. */
    readonly phase: string;
    readonly number: number;
    readonly total: number;
    /** Best first. */
    readonly ranking: readonly { readonly name: string; readonly score: number; readonly isMe: boolean }[];
  };
  /** Names of everybody here, the bot's own left out. */
  readonly others: readonly string[];
};
