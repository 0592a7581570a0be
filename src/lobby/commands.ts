import type { Move } from "../core/ask.ts";
import type { PlayMessage, Question } from "../core/game.ts";
import type { GameId, PlayerId } from "../core/ids.ts";
import type { ConductRules, Judged, PastConduct } from "./ladder.ts";
import type { BotTraits, BotWish, Wish, Person, Picture, Progress, Settings } from "./state.ts";

/** Fresh ids and chance for what a command may bring about. */
export type Fresh = {
  readonly id: string;
  readonly seed: string;
  /** Of 128 bits at least; needed only for what may bring about a game. */
  readonly nonce?: string | undefined;
};

export type { Wish };

/** Whose hand is at the controls. `staff` are moderators and admins. */
export type Hand = { readonly player: PlayerId; readonly staff: boolean };

export type LobbyCommand =
  | {
      readonly type: "create";
      readonly code: string;
      readonly owner: PlayerId | "";
      readonly settings: Settings;
      readonly bots: readonly BotWish[];
      readonly timings: { readonly countdown: number; readonly reveal: number; readonly scores: number };
      readonly fresh: Fresh;
    }
  | { readonly type: "join"; readonly person: Person; readonly fresh: Fresh }
  | { readonly type: "drop"; readonly player: PlayerId }
  | { readonly type: "leave"; readonly player: PlayerId }
  | {
      readonly type: "chat";
      readonly person: Person;
      readonly text: string;
      readonly judged: Judged;
      /** What counts against them elsewhere; needed only for what is blocked. */
      readonly past: PastConduct;
      readonly rules: ConductRules;
      readonly fresh: Fresh;
    }
  | { readonly type: "start"; readonly hand: Hand; readonly wish: Wish; readonly fresh: Fresh }
  | { readonly type: "suggest"; readonly player: PlayerId; readonly wish: Wish; readonly fresh: Fresh }
  | { readonly type: "offer"; readonly player: PlayerId; readonly id: string | undefined; readonly accept: boolean }
  | { readonly type: "play"; readonly player: PlayerId; readonly message: PlayMessage }
  | {
      readonly type: "move";
      readonly person: Person;
      readonly move: Move;
      /** What was found in its text; undefined when it has none. */
      readonly judged: Judged | undefined;
      readonly past: PastConduct;
      readonly rules: ConductRules;
      readonly fresh: Fresh;
    }
  | { readonly type: "settings"; readonly hand: Hand; readonly changes: Partial<Settings>; readonly fresh: Fresh }
  | {
      readonly type: "begin_evening";
      readonly hand: Hand;
      readonly items: readonly Wish[];
      readonly gapMs: number;
      readonly led: boolean;
      readonly fresh: Fresh;
    }
  | { readonly type: "next_in_evening" | "end_evening"; readonly hand: Hand }
  | { readonly type: "pause" | "resume" | "skip" | "stop"; readonly hand: Hand }
  /** The owner looks at the questions that are ready, drops one, or puts another in its place. */
  | { readonly type: "preview"; readonly hand: Hand }
  | { readonly type: "drop_question"; readonly hand: Hand; readonly question: string }
  | { readonly type: "edit_question"; readonly hand: Hand; readonly question: string; readonly edited: Question }
  | {
      readonly type: "kick";
      readonly hand: Hand;
      readonly player: PlayerId;
      readonly ban: boolean;
      readonly minutes: number | undefined;
      readonly reason: string;
      readonly fresh: Fresh;
    }
  | {
      readonly type: "mute";
      readonly hand: Hand;
      readonly player: PlayerId;
      readonly minutes: number;
      readonly reason: string;
      readonly fresh: Fresh;
    }
  | { readonly type: "unban"; readonly hand: Hand; readonly player: PlayerId }
  | { readonly type: "remove_line"; readonly hand: Hand; readonly id: string; readonly reason: string }
  /** Somebody has looked at a line that was held back. */
  | { readonly type: "decide_held"; readonly hand: Hand; readonly id: string; readonly allow: boolean }
  /** The staff count a strike for something that was said or done here. */
  | {
      readonly type: "strike";
      readonly hand: Hand;
      readonly person: Person;
      readonly text: string;
      readonly reason: string;
      readonly past: PastConduct;
      readonly rules: ConductRules;
      readonly fresh: Fresh;
    }
  /** Strikes were taken back: they no longer count here, and what followed from them ends. */
  | { readonly type: "pardon"; readonly hand: Hand; readonly player: PlayerId; readonly strikes: readonly string[] }
  /** Somebody's data are to go: what they said here, too. */
  | { readonly type: "forget"; readonly player: PlayerId; readonly name?: string }
  /** Lines of before an instant are kept no longer. */
  | { readonly type: "expire_chat"; readonly before: number }
  | { readonly type: "transfer"; readonly hand: Hand; readonly player: PlayerId }
  | { readonly type: "add_bots"; readonly hand: Hand; readonly count: number; readonly wish: BotWish }
  | { readonly type: "tune_bot"; readonly hand: Hand; readonly player: PlayerId; readonly changes: Partial<BotTraits> }
  | { readonly type: "remove_bot"; readonly hand: Hand; readonly player: PlayerId }
  | {
      readonly type: "report";
      readonly player: PlayerId;
      readonly message: string | undefined;
      readonly question: string | undefined;
      readonly about: PlayerId | undefined;
      readonly reason: string;
      readonly fresh: Fresh;
    }
  /** Something is wrong with a question of the running game: the choice `right` is right, or, when null, none counts. */
  | { readonly type: "correct"; readonly hand: Hand; readonly question: string; readonly right: string | null }
  | { readonly type: "close"; readonly hand: Hand }
  /** From the building of questions; `game` says which order it was. */
  | { readonly type: "progress"; readonly game: GameId; readonly progress: Progress }
  /** Enough questions to begin with; with `more`, others follow as `added`. */
  | {
      readonly type: "built";
      readonly game: GameId;
      readonly questions: readonly Question[];
      readonly note: string;
      readonly more?: boolean;
    }
  | {
      readonly type: "added";
      readonly game: GameId;
      readonly questions: readonly Question[];
      readonly note: string;
      readonly last: boolean;
    }
  | { readonly type: "build_failed"; readonly game: GameId; readonly reason: string }
  /** From the search for a picture of the topic. */
  | { readonly type: "picture"; readonly topic: string; readonly image: Picture }
  /** Somebody runs this lobby again, which nobody has run since `stoodFrom`. */
  | { readonly type: "wake"; readonly stoodFrom: number }
  /** The clock stood for so many ms, because nothing could be made durable. */
  | { readonly type: "stood"; readonly ms: number }
  | { readonly type: "tick" };

export type LobbyReason =
  | "banned"
  | "lobby_full"
  | "lobby_locked"
  | "lobby_not_found"
  | "too_fast"
  | "muted"
  | "blocked"
  | "repeated"
  | "no_links"
  | "too_many_mentions"
  | "too_many_emoji"
  | "registered_only"
  | "not_a_player"
  | "not_owner"
  | "no_game"
  | "wrong_phase"
  | "no_open_question"
  | "wrong_question"
  | "no_such_choice"
  | "too_late"
  | "already_answered"
  | "no_such_player"
  | "no_such_offer"
  | "no_such_message"
  | "not_found"
  | "has_seen"
  | "building"
  | "busy"
  | "not_available"
  | "hushed"
  | "no_such_ask"
  | "no_such_option"
  | "malformed"
  | "own_work"
  | "too_near"
  | "locked_out"
  | "out";
