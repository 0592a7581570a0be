import type { AnyGameState, Question, Timings } from "../core/game.ts";
import type { Options } from "../core/options.ts";
import type { GameId, PlayerId } from "../core/ids.ts";
import type { Sealed } from "./sealing.ts";

export type Kind = "human" | "bot";

/** How a bot plays and talks, for everybody to see: from 0 to 1, and by a law or by asking a model. */
export type BotTraits = { readonly skill: number; readonly talk: number; readonly brain: "skill" | "model" };

/** Who somebody is, as their token says; a bot says what it is like, too. */
export type Person = {
  readonly id: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly bot?: BotTraits | undefined;
  /** The token of a guest's device; "" or missing for none. */
  readonly device?: string | undefined;
  /** Whether they have an account. */
  readonly registered?: boolean | undefined;
  /** Whether they are a moderator or an admin. */
  readonly staff?: boolean | undefined;
};

/** A seat. Times are ms since 1970; `awaySince` is undefined while connected. */
export type Member = {
  readonly id: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly avatar: string;
  readonly joinedAt: number;
  readonly awaySince: number | undefined;
  readonly bot: BotTraits | undefined;
  readonly device: string;
  readonly staff: boolean;
};

/** Where questions come from; `auto` takes what fits best of all there is. */
export type Source = "auto" | "bank" | "facts" | "model" | "opentdb" | "pack";

/** Who may start a game: the owner alone, anyone at once, or as many as make a majority. */
type StartRule = "owner" | "anyone" | "majority";

export type Settings = {
  readonly title: string;
  readonly topic: string;
  readonly mode: string;
  /** Of the mode, as far as they were set. */
  readonly options: Options;
  readonly count: number;
  readonly seconds: number;
  /** So many times the seconds there are to answer. */
  readonly answerTime: 1 | 1.5 | 2 | 3;
  readonly source: Source;
  /** The pack that questions come from when the source is `pack`; otherwise "". */
  readonly pack: string;
  readonly maxPlayers: number;
  readonly public: boolean;
  readonly locked: boolean;
  /** Whether a game begins by itself when its questions are ready. */
  readonly autoStart: boolean;
  readonly startRule: StartRule;
  /** Seconds between two chat lines of one person; 0 for the ordinary flood limit. */
  readonly slowMode: number;
  /** What the owner wishes of the bots' company, in words; "" for nothing. */
  readonly prompt: string;
  /** How strict the lobby is with words. */
  readonly level: "off" | "mild" | "standard" | "strict";
  /** Who may write links: everybody, everybody to listed hosts, the owner and the staff, or nobody. */
  readonly links: "allowed" | "listed" | "staff" | "blocked";
  /** A newcomer's first lines, and those of their first minutes, wait until somebody has looked at them; 0 for none. */
  readonly holdLines: number;
  readonly holdMinutes: number;
  /** So many new people within 10 s lock the lobby for a while; 0 for never. */
  readonly joinWave: number;
  /** Trouble: only people with accounts come in and write, and slowly. */
  readonly emergency: boolean;
};

/** One bot that the lobby wants; what is null is as its persona has it. */
export type BotWish = {
  readonly persona: string | null;
  readonly skill: number | null;
  readonly talk: number | null;
  readonly brain: BotTraits["brain"] | null;
};

/** A bot like any other. */
export const anyBot: BotWish = { persona: null, skill: null, talk: null, brain: null };

export type ChatLine = {
  readonly id: string;
  readonly player: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
  readonly at: number;
};

/** What is known of somebody's writing: a bucket of lines, when the last one came, and what the latest were. */
export type Talker = {
  readonly tokens: number;
  readonly lastAt: number;
  /** How many lines in all, and how many since their last strike. */
  readonly lines: number;
  readonly clean: number;
  readonly said: readonly { readonly what: string; readonly at: number }[];
};

/** Who may not come in, as they were called, and until when in ms since 1970. */
type Ban = {
  readonly until: number;
  readonly name: string;
  readonly device: string;
  readonly reason: string;
  readonly at: number;
  /** "" when the rules did it. */
  readonly by: PlayerId | "";
};

/** A strike that was earned here. */
export type StrikeMark = {
  readonly id: string;
  readonly weight: number;
  readonly at: number;
  readonly expiresAt: number;
};

/** What questions are wanted and what for. */
export type Order = {
  readonly game: GameId;
  readonly mode: string;
  readonly topic: string;
  readonly source: Source;
  readonly pack: string;
  readonly count: number;
  readonly seconds: number;
  readonly seed: string;
  /** What the game's commitment is salted with; orders of before there were any have none. */
  readonly nonce?: string;
  /** Of the mode, as far as they were set. */
  readonly options?: Options;
  /** Whether the game begins as soon as the questions are there. */
  readonly thenStart: boolean;
};

export type Progress = { readonly stage: string; readonly done: number; readonly total: number };

/** Questions that are being made, until `endsAt` at most. */
export type Making = {
  readonly order: Order;
  readonly progress: Progress;
  readonly endsAt: number;
  /** How many the lobby has been given already, those of the first lot included. */
  readonly made: number;
};

/** A game on its own clock: game time is the lobby's time less `offset`, and stands while `pausedAt` is set. */
export type Play = {
  readonly id: GameId;
  readonly mode: string;
  readonly topic: string;
  readonly state: AnyGameState;
  readonly offset: number;
  readonly pausedAt: number | undefined;
  /** Who has seen the questions beforehand, and so does not play. */
  readonly seen: ReadonlySet<PlayerId>;
  /** What it is bound to; nothing for a game of before there was that. */
  readonly sealed?: Sealed;
};

export type Stage =
  | { readonly status: "idle" }
  | { readonly status: "building"; readonly making: Making }
  /** What is there can be played; with `making`, the rest is still to come. */
  | {
      readonly status: "ready";
      readonly order: Order;
      readonly questions: readonly Question[];
      readonly making: Making | undefined;
      /** Who has looked at them. */
      readonly seen: ReadonlySet<PlayerId>;
    }
  | { readonly status: "in-progress"; readonly play: Play; readonly making: Making | undefined }
  | { readonly status: "completed"; readonly play: Play }
  | { readonly status: "failed"; readonly reason: string };

export type Offer = {
  readonly id: string;
  readonly player: PlayerId;
  readonly mode: string;
  readonly topic: string;
  /** Old offers say nothing of where questions come from; how many and how long is told where it was named. */
  readonly source?: Source;
  readonly pack?: string;
  readonly count?: number;
  readonly seconds?: number;
  readonly options?: Options;
  readonly closesAt: number;
  readonly seed: string;
  readonly nonce?: string;
  readonly accepted: ReadonlySet<PlayerId>;
  readonly declined: ReadonlySet<PlayerId>;
};

/** What a game is asked to be, also in an evening; what is left out comes from the settings. */
export type Wish = {
  readonly mode?: string | undefined;
  /** Of the mode; another mode than the settings' begins with its own. */
  readonly options?: Options | undefined;
  readonly topic?: string | undefined;
  readonly source?: Source | undefined;
  readonly pack?: string | undefined;
  readonly count?: number | undefined;
  readonly seconds?: number | undefined;
};

/** Several games one after the other, with one scoreboard. */
export type Evening = {
  readonly id: string;
  readonly seed: string;
  readonly nonce?: string;
  readonly items: readonly Wish[];
  /** How long there is between two games, in ms. */
  readonly gapMs: number;
  /** Whether a bot leads through it. */
  readonly led: boolean;
  /** Index of the game that is played, or was last; -1 before the first. */
  readonly at: number;
  readonly game: string;
  /** When the next one begins, ms since 1970; undefined while one is played, and after the last. */
  readonly nextAt: number | undefined;
  readonly over: boolean;
  readonly scores: ReadonlyMap<PlayerId, number>;
};

/** The address of a picture; a photo has an author, who is named with it. Absent texts are "". */
export type Picture = { readonly url: string; readonly author: string; readonly authorUrl: string };

type Image = Picture & { readonly topic: string };

export type Lobby = {
  readonly code: string;
  readonly createdAt: number;
  readonly closed: boolean;
  readonly settings: Settings;
  readonly timings: Timings;
  readonly ownerId: PlayerId | "";
  /** When the owner, who had been here, went away. */
  readonly ownerAwaySince: number | undefined;
  /** Since when no person has been connected. */
  readonly emptySince: number | undefined;
  readonly members: ReadonlyMap<PlayerId, Member>;
  readonly muted: ReadonlyMap<PlayerId, number>;
  readonly banned: ReadonlyMap<PlayerId, Ban>;
  readonly strikes: ReadonlyMap<PlayerId, readonly StrikeMark[]>;
  /** Lines that wait for somebody to look at them, by their ids. */
  readonly held: ReadonlyMap<string, ChatLine>;
  /** When the latest new people came; noted only where a wave of them locks the lobby. */
  readonly arrivals: readonly number[];
  /** Until when such a wave has locked it. */
  readonly waveUntil: number | undefined;
  readonly bots: readonly BotWish[];
  readonly talkers: ReadonlyMap<PlayerId, Talker>;
  readonly chat: readonly ChatLine[];
  readonly offer: Offer | undefined;
  /** The picture of the topic that was shown last. */
  readonly image: Image | undefined;
  readonly stage: Stage;
  readonly evening: Evening | undefined;
  /** Questions this lobby has played, oldest first. */
  readonly asked: ReadonlySet<string>;
  /** What the latest of them were, oldest first, so that nothing like them is made anew. */
  readonly played: readonly string[];
};

/** How long things last, in ms. */
export const times = {
  /** A seat is kept after its connection dropped. */
  seat: 120_000,
  /** The lobby is the owner's after they went away. */
  owner: 60_000,
  /** An offer stands. */
  offer: 60_000,
  /** Questions may take to be made. */
  building: 300_000,
  /** A lobby without people is kept awake. */
  empty: 600_000,
  /** An open question has at least this left when its lobby is woken. */
  leftOnWaking: 2000,
  /** Breaches so close to each other are one. */
  burst: 5000,
  /** A wave of new people comes within this, and locks the lobby for that. */
  wave: 10_000,
  waveLock: 300_000,
} as const;

/** The end of what has no end: the last instant that a Date can hold. */
export const forever = 8.64e15;

/** How many of a thing are kept. */
export const limits = {
  chatKept: 200,
  historyPage: 50,
  bansKept: 200,
  strikesKept: 500,
  heldKept: 50,
  askedKept: 5000,
  playedKept: 500,
  eveningShown: 50,
} as const;

export const isPaused = (play: Play): boolean => play.pausedAt !== undefined;

/** The time of the game at the instant `now`. */
export const gameTime = (play: Play, now: number): number => (play.pausedAt ?? now) - play.offset;

/** The topic on the lobby's door: of the game there is or is being made, or else of the settings. */
export const shownTopic = (lobby: Lobby): string => playOf(lobby)?.topic ?? lobby.settings.topic;

/** What is being made for the lobby just now. */
export const makingOf = ({ stage }: Lobby): Making | undefined =>
  stage.status === "building" || stage.status === "ready" || stage.status === "in-progress" ? stage.making : undefined;

export const playOf = ({ stage }: Lobby): Play | undefined =>
  stage.status === "in-progress" || stage.status === "completed" ? stage.play : undefined;

const nobody: ReadonlySet<PlayerId> = new Set();

/** Who has seen the questions of the game that is ready, or is being played, before they were asked. */
export const seenBy = (lobby: Lobby): ReadonlySet<PlayerId> =>
  lobby.stage.status === "ready" ? lobby.stage.seen : (playOf(lobby)?.seen ?? nobody);

export const isConnected = (member: Member): boolean => member.awaySince === undefined;

export const people = (lobby: Lobby): readonly Member[] =>
  [...lobby.members.values()].filter(({ kind }) => kind === "human");

export const botsIn = (lobby: Lobby): readonly Member[] =>
  [...lobby.members.values()].filter(({ kind }) => kind === "bot");

/** Since when nobody has been here for long enough that the lobby may sleep; undefined while it may not. */
export const restsFrom = (lobby: Lobby): number | undefined =>
  lobby.emptySince === undefined ? undefined : lobby.emptySince + times.empty;

/** How many of the wanted bots there is room for beside the people. */
export const botSeats = (lobby: Lobby): number =>
  Math.max(0, Math.min(lobby.bots.length, lobby.settings.maxPlayers - people(lobby).length));

/** A guest is known again by the device; who has an account is known by that, and others may use the same device. */
export const deviceOf = ({ device = "", registered = false }: Person): string => (registered ? "" : device);

/** The owner and the staff. */
export const isTrusted = (lobby: Lobby, { id, staff = false }: Person): boolean => staff || id === lobby.ownerId;
