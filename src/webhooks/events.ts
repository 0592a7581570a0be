import type { AnyGame, AnyGameEvent, AnyGameState, QuestionRecord } from "../core/game.ts";

/** What a webhook can ask to be told. The names never change their meaning. */
export const webhookTypes = [
  "lobby.created",
  "lobby.ready",
  "game.started",
  "question.closed",
  "game.completed",
  "lobby.failed",
  "player.sanctioned",
] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** What one webhook is told: plain JSON, with no key of an open question, no token and no chat in it. */
export type WebhookEvent = { readonly type: WebhookType; readonly payload: WebhookPayload };
type WebhookPayload = {
  /** The lobby as it was then; its owner is who may be told. */
  readonly lobby: { readonly code: string; readonly title: string; readonly owner: string };
  readonly [name: string]: unknown;
};

type PlayLike = { readonly id: string; readonly mode: string; readonly state: AnyGameState };

/** As much of a lobby's state as is needed here. */
type LobbyLike = {
  readonly code: string;
  readonly ownerId: string;
  readonly settings: {
    readonly title: string;
    readonly topic: string;
    readonly mode: string;
    readonly public: boolean;
  };
  readonly banned: ReadonlyMap<string, { readonly until: number }>;
  readonly stage: { readonly status: string; readonly play?: PlayLike };
};

type FinalLineLike = {
  readonly player: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly right: number;
  readonly rank: number;
};

/** The events of a lobby of which something is told, with what is told of them. */
export type ToldEvent =
  | { readonly type: "created" }
  | { readonly type: "built"; readonly game: string; readonly questions: readonly unknown[] }
  | {
      readonly type: "game_started";
      readonly game: string;
      readonly mode: string;
      readonly topic: string;
      readonly questions: readonly unknown[];
    }
  | { readonly type: "in_game"; readonly event: AnyGameEvent }
  | {
      readonly type: "game_completed";
      readonly game: string;
      readonly mode: string;
      readonly topic: string;
      readonly counts: boolean;
      readonly standings: readonly FinalLineLike[];
    }
  | { readonly type: "build_failed"; readonly game: string; readonly reason: string }
  | { readonly type: "muted"; readonly player: string; readonly until: number }
  | {
      readonly type: "banned";
      readonly player: string;
      readonly until: number;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly type: "left"; readonly player: string; readonly reason: string; readonly at: number };

/** The lobby before and after the event, and the modes it can play. */
export type LobbyFacts = {
  readonly before: LobbyLike;
  readonly after: LobbyLike;
  readonly games: ReadonlyMap<string, AnyGame>;
};

type Telling = readonly [type: WebhookType, rest: Readonly<Record<string, unknown>>] | undefined;

/** By event: what is told of it. Each names what goes out, so that a new field of an event stays inside. */
const tellings: {
  readonly [Type in ToldEvent["type"]]: (event: Extract<ToldEvent, { type: Type }>, facts: LobbyFacts) => Telling;
} = {
  created: (_event, { after: { settings } }) => [
    "lobby.created",
    { topic: settings.topic, mode: settings.mode, public: settings.public },
  ],
  built: ({ game, questions }) => ["lobby.ready", { game, questions: questions.length }],
  game_started: ({ game, mode, topic, questions }) => [
    "game.started",
    { game, mode, topic, questions: questions.length },
  ],
  in_game: ({ event }, facts) => closing(event, facts),
  game_completed: ({ game, mode, topic, counts, standings }) => [
    "game.completed",
    {
      game,
      mode,
      topic,
      counts,
      standings: standings.map(({ player, name, kind, score, right, rank }) => ({
        player,
        name,
        kind,
        score,
        right,
        rank,
      })),
    },
  ],
  build_failed: ({ game, reason }) => ["lobby.failed", { game, reason }],
  muted: ({ player, until }) => ["player.sanctioned", { player, sanction: "mute", until }],
  banned: ({ player, until, by, reason }) => ["player.sanctioned", { player, sanction: "ban", until, by, reason }],
  // Who is banned is put out, too: that is one sanction.
  left: ({ player, reason, at }, { after }) =>
    reason === "kicked" && (after.banned.get(player)?.until ?? 0) <= at
      ? ["player.sanctioned", { player, sanction: "kick" }]
      : undefined,
};

/** What webhooks are told of an event: one thing or nothing. Pure, and the same whenever it is asked again. */
export const webhookEventsOf = (event: { readonly type: string }, facts: LobbyFacts): readonly WebhookEvent[] => {
  if (!Object.hasOwn(tellings, event.type)) return [];
  const told = event as ToldEvent;
  const telling = (tellings[told.type] as (event: ToldEvent, facts: LobbyFacts) => Telling)(told, facts);
  if (telling === undefined) return [];
  const [type, rest] = telling;
  const { code, ownerId, settings } = facts.after;
  return [{ type, payload: { lobby: { code, title: settings.title, owner: ownerId }, ...rest } }];
};

/** A question is closed when the game has one more on its record; only then is its key everybody's. */
const closing = (event: AnyGameEvent, { before, after, games }: LobbyFacts): Telling => {
  const play = after.stage.play;
  const game = play === undefined ? undefined : games.get(play.mode);
  // An answer closes nothing by itself, and there are many of them.
  if (play === undefined || game === undefined || game.mayGather(event)) return undefined;
  const was = before.stage.play?.id === play.id ? game.record(before.stage.play.state).length : 0;
  const record = game.record(play.state);
  const closed = record.length > was ? record.at(-1) : undefined;
  if (closed === undefined) return undefined;
  return ["question.closed", { game: play.id, number: record.length, ...outcomeOf(closed) }];
};

const outcomeOf = ({ id, prompt, choices, key, outcomes }: QuestionRecord) => ({
  question: { id, prompt, choices, key },
  counts: choices.map((_, choice) => outcomes.filter((outcome) => outcome.choice === choice).length),
  right: outcomes.filter(({ right }) => right).length,
});
