/**
 * Something that one player is asked to do now, beside a question that all are asked. Pages, bots and voices work from
 * these alone, whatever the mode.
 */
export type Ask = {
  /** Names this request in a move; of one game, and never used for another. */
  readonly id: string;
  /** What kind of move answers it. */
  readonly what: "choose" | "write" | "number" | "press";
  /** What it is for, in one word such as `vote` or `lie`: for pages and bots that know the word. */
  readonly purpose: string;
  /** The question or the task; "" where the page says it by itself. */
  readonly prompt: string;
  /** To `choose` from. */
  readonly choices?: readonly string[];
  /** Of a `write`, its longest length; of a `number`, the least and the greatest. */
  readonly least?: number;
  readonly most?: number;
  /** Whether others will read what is written: then it must be fit to be read. */
  readonly shown?: boolean;
  /** Whether it may be answered again and again. */
  readonly repeats?: boolean;
  /** Game time, or server time on the wire; undefined when nothing ends it. */
  readonly endsAt?: number;
};

/** What a player answers to an ask: the field that belongs to its kind, and none for a `press`. */
export type Move = {
  readonly ask: string;
  readonly choice?: number | undefined;
  readonly text?: string | undefined;
  readonly number?: number | undefined;
};

/** Why a move does not fit its ask; undefined when it does. */
export const misfit = (ask: Ask, move: Move): "no_such_choice" | "malformed" | undefined => {
  switch (ask.what) {
    case "choose":
      if (move.choice === undefined) return "malformed";
      return ask.choices?.[move.choice] === undefined ? "no_such_choice" : undefined;
    case "write":
      return move.text === undefined || move.text === "" || move.text.length > (ask.most ?? Infinity)
        ? "malformed"
        : undefined;
    case "number":
      return move.number === undefined || move.number < (ask.least ?? -Infinity) || move.number > (ask.most ?? Infinity)
        ? "malformed"
        : undefined;
    case "press":
      return undefined;
  }
};
