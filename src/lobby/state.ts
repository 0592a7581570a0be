import type { AnyGameState, Question, Timings } from "../core/game.ts";
import type { GameId, PlayerId } from "../core/ids.ts";

export type Kind = "human" | "bot";

/** How a bot plays and talks, for everybody to see: from 0 to 1, and by a law or by asking a model. */
export type BotTraits = { readonly skill: number; readonly talk: number; readonly brain: "skill" | "model" };

/** Who somebody is, as their token says; a bot says what it is like, too. */
export type Person = {
  readonly id: PlayerId;
  readonly name: string;
  readonly kind: Kind;
  readonly bot?: BotTraits | undefined;
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
};

/** Where questions come from; `auto` takes what fits best of all there is. */
export type Source = "auto" | "bank" | "facts" | "model" | "opentdb" | "pack";

/** Who may start a game: the owner alone, anyone at once, or as many as make a majority. */
type StartRule = "owner" | "anyone" | "majority";

export type Settings = {
  readonly title: string;
  readonly topic: string;
  readonly mode: string;
  readonly count: number;
  readonly seconds: number;
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

/** What is known of somebody's writing: a bucket of lines and when the last one came. */
export type Talker = { readonly tokens: number; readonly lastAt: number };

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
    }
  | { readonly status: "in-progress"; readonly play: Play; readonly making: Making | undefined }
  | { readonly status: "completed"; readonly play: Play }
  | { readonly status: "failed"; readonly reason: string };

export type Offer = {
  readonly id: string;
  readonly player: PlayerId;
  readonly mode: string;
  readonly topic: string;
  readonly closesAt: number;
  readonly seed: string;
  readonly accepted: ReadonlySet<PlayerId>;
  readonly declined: ReadonlySet<PlayerId>;
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
  readonly banned: ReadonlyMap<PlayerId, number>;
  readonly bots: readonly BotWish[];
  readonly talkers: ReadonlyMap<PlayerId, Talker>;
  readonly chat: readonly ChatLine[];
  readonly offer: Offer | undefined;
  /** The picture of the topic that was shown last. */
  readonly image: Image | undefined;
  readonly stage: Stage;
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
} as const;

/** How many of a thing are kept. */
export const limits = { chatKept: 200, historyPage: 50, bansKept: 200, askedKept: 5000, playedKept: 500 } as const;

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
