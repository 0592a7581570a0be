import type { Amendment, Proof } from "../core/fairness.ts";
import type { AnyGameEvent, Question, Timings } from "../core/game.ts";
import type { GameId, PlayerId } from "../core/ids.ts";
import type { Options } from "../core/options.ts";
import type {
  BotTraits,
  BotWish,
  ChatLine,
  Wish,
  Kind,
  Offer,
  Order,
  Picture,
  Progress,
  Settings,
  Source,
} from "./state.ts";

/** Why a seat was given up. */
export type LeaveReason = "left" | "timed_out" | "kicked" | "gave_seat" | "removed";

/** What has happened in a lobby: plain JSON, stored for ever. Times are ms since 1970. */
export type LobbyEvent =
  | {
      readonly type: "created";
      readonly code: string;
      readonly owner: PlayerId | "";
      readonly settings: Settings;
      readonly bots: readonly BotWish[];
      readonly timings: Timings;
      readonly at: number;
    }
  | {
      readonly type: "joined";
      readonly player: PlayerId;
      readonly name: string;
      readonly kind: Kind;
      readonly avatar: string;
      readonly bot?: BotTraits;
      readonly device?: string;
      readonly staff?: boolean;
      readonly at: number;
    }
  | { readonly type: "bot_tuned"; readonly player: PlayerId; readonly bot: BotTraits }
  | { readonly type: "returned"; readonly player: PlayerId; readonly at: number }
  | { readonly type: "dropped"; readonly player: PlayerId; readonly at: number }
  | { readonly type: "left"; readonly player: PlayerId; readonly reason: LeaveReason; readonly at: number }
  | { readonly type: "owner_changed"; readonly player: PlayerId }
  | { readonly type: "settings_changed"; readonly changes: Partial<Settings> }
  | { readonly type: "bots_changed"; readonly bots: readonly BotWish[] }
  | {
      readonly type: "muted";
      readonly player: PlayerId;
      readonly until: number;
      /** Missing when the rules did it. */
      readonly by?: PlayerId;
      readonly sanction?: string;
      readonly reason?: string;
      readonly at?: number;
    }
  | { readonly type: "unmuted"; readonly player: PlayerId }
  | {
      readonly type: "banned";
      readonly player: PlayerId;
      readonly until: number;
      /** "" when the rules did it. */
      readonly by: PlayerId | "";
      readonly reason: string;
      readonly name?: string;
      readonly device?: string;
      /** Whether it holds here, or in every lobby of the owner. */
      readonly scope?: "lobby" | "owner";
      readonly sanction?: string;
      readonly at?: number;
    }
  | { readonly type: "unbanned"; readonly player: PlayerId; readonly by: PlayerId | ""; readonly at: number }
  | {
      readonly type: "struck";
      readonly strike: string;
      readonly player: PlayerId;
      readonly name: string;
      readonly kind: Kind;
      readonly device: string;
      /** What kind of breach, and which rule found it; "staff" when somebody of the staff did. */
      readonly reason: string;
      readonly rule: string;
      readonly tier: number;
      readonly weight: number;
      readonly text: string;
      /** What the strikes that count come to now, and what they lead to at `limit`. */
      readonly count: number;
      readonly limit: number;
      readonly sanction: "warning" | "mute" | "ban";
      /** Null when it has no end, or is over at once. */
      readonly until: number | null;
      readonly by: PlayerId | "";
      readonly expiresAt: number;
      readonly at: number;
    }
  /** Strikes that count no longer: worn off by good conduct. */
  | {
      readonly type: "strikes_cleared";
      readonly player: PlayerId;
      readonly strikes: readonly string[];
      readonly at: number;
    }
  | { readonly type: "pardoned"; readonly player: PlayerId; readonly strikes: readonly string[]; readonly by: PlayerId }
  | ({ readonly type: "chatted" } & ChatLine)
  /** A signal asks for somebody to look at a line. */
  | {
      readonly type: "flagged";
      readonly message: string;
      readonly rule: string;
      readonly category: string;
      readonly score: number;
      readonly at: number;
    }
  | {
      readonly type: "line_removed";
      readonly id: string;
      readonly by: PlayerId | "";
      readonly reason: string;
      readonly at: number;
    }
  | { readonly type: "held"; readonly line: ChatLine }
  | {
      readonly type: "held_decided";
      readonly id: string;
      readonly player?: PlayerId;
      readonly allow: boolean;
      readonly by: PlayerId;
    }
  | { readonly type: "wave_locked"; readonly until: number }
  | { readonly type: "wave_over" }
  /** Somebody's data have gone; `lines` are those of bots that named them. */
  | { readonly type: "forgotten"; readonly player: PlayerId; readonly lines?: readonly string[] }
  | { readonly type: "chat_expired"; readonly before: number }
  | {
      readonly type: "offered";
      readonly id: string;
      readonly player: PlayerId;
      readonly mode: string;
      readonly topic: string;
      readonly source?: Source;
      readonly pack?: string;
      readonly count?: number;
      readonly seconds?: number;
      readonly options?: Options;
      readonly closesAt: number;
      readonly seed: Offer["seed"];
      readonly nonce?: string;
    }
  | { readonly type: "offer_answered"; readonly id: string; readonly player: PlayerId; readonly accept: boolean }
  | { readonly type: "offer_closed"; readonly id: string; readonly outcome: "met" | "withdrawn" }
  | { readonly type: "ordered"; readonly order: Order; readonly at: number; readonly endsAt: number }
  | { readonly type: "progressed"; readonly game: GameId; readonly progress: Progress }
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
      /** Of the game that runs, with these questions. */
      readonly commitment?: string;
    }
  | { readonly type: "build_failed"; readonly game: GameId; readonly reason: string }
  /** Somebody has seen the questions that are ready, keys and all. */
  | { readonly type: "previewed"; readonly player: PlayerId; readonly at: number }
  | { readonly type: "question_dropped"; readonly question: string }
  | { readonly type: "question_edited"; readonly question: string; readonly edited: Question }
  | { readonly type: "pictured"; readonly topic: string; readonly image: Picture }
  | {
      readonly type: "game_started";
      readonly game: GameId;
      readonly mode: string;
      readonly topic: string;
      readonly questions: readonly string[];
      readonly at: number;
      /** The game's own first event. */
      readonly first: AnyGameEvent;
      readonly sealed?: { readonly commitment: string; readonly setup: Proof["setup"] };
    }
  /** `amended`: a question was put right, of which this is the first consequence. */
  | { readonly type: "in_game"; readonly event: AnyGameEvent; readonly amended?: Amendment }
  | { readonly type: "paused"; readonly at: number }
  | { readonly type: "resumed"; readonly at: number }
  | {
      readonly type: "game_completed";
      readonly game: GameId;
      readonly mode: string;
      readonly topic: string;
      readonly counts: boolean;
      readonly at: number;
      readonly standings: readonly FinalLine[];
      /** What opens its commitments. */
      readonly proof?: Proof;
    }
  | {
      readonly type: "reported";
      readonly player: PlayerId;
      readonly message?: string;
      readonly question?: string;
      /** The game that the question was asked in, when that is the one being played or the last one. */
      readonly game?: GameId;
      /** The person whom it is about, and the id under which moderators find it. */
      readonly about?: PlayerId;
      readonly review?: string;
      readonly reason: string;
      readonly at: number;
    }
  | {
      readonly type: "evening_begun";
      readonly id: string;
      readonly seed: string;
      readonly nonce?: string;
      readonly items: readonly Wish[];
      readonly gapMs: number;
      readonly led: boolean;
      readonly at: number;
    }
  | { readonly type: "evening_went_on"; readonly index: number; readonly game: string }
  | {
      readonly type: "evening_scored";
      readonly points: readonly { readonly player: PlayerId; readonly points: number }[];
      /** Null after the last game. */
      readonly nextAt: number | null;
      readonly at: number;
    }
  | { readonly type: "evening_ended"; readonly at: number }
  | { readonly type: "woken"; readonly at: number }
  | { readonly type: "clock_moved"; readonly by: number }
  | { readonly type: "closed"; readonly at: number };

/** A line of a finished game's standings, complete enough to stand on a board by itself. */
export type FinalLine = {
  readonly player: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
};
