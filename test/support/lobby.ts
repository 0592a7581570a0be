import { asAnyGame } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import type { Hand, LobbyCommand } from "../../src/lobby/commands.ts";
import { type ConductRules, type Judged, nothingPast } from "../../src/lobby/ladder.ts";
import { defaultSettings, gamesOf, lobbyOf } from "../../src/lobby/index.ts";
import { anyBot, type BotWish, type Kind, type Settings } from "../../src/lobby/state.ts";
import { Story } from "./given.ts";
import { ana, ben, cai, questions } from "./quiz.ts";

export const games = gamesOf([asAnyGame(quiz)]);
export const lobby = lobbyOf(games);
export const start = 1_000_000;
export const tick: LobbyCommand = { type: "tick" };

let minted = 0;
/** Ids and seeds that never come twice. */
export const fresh = () => {
  minted++;
  return { id: `id${minted}`, seed: `seed${minted}` };
};

export const hand = (player: PlayerId, staff = false): Hand => ({ player, staff });

export const wish: BotWish = anyBot;

export const create = (
  settings: Partial<Settings> = {},
  bots = 0,
  owner: PlayerId | "" = ana,
): LobbyCommand & { type: "create" } => ({
  type: "create",
  code: "ABCDE",
  owner,
  settings: { ...defaultSettings, title: "Test", count: 2, seconds: 10, ...settings },
  bots: Array.from({ length: bots }, () => wish),
  timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  fresh: { id: "first", seed: "seed" },
});

export const join = (player: PlayerId, kind: Kind = "human", name = player as string): LobbyCommand => ({
  type: "join",
  person: { id: player, name, kind },
  fresh: fresh(),
});

const hour = 3_600_000;
export const rules: ConductRules = {
  limit: 3,
  strikeMs: 7 * 24 * hour,
  cleanLines: 20,
  muteMs: hour / 12,
  banMs: 24 * hour,
  secondBanMs: 168 * hour,
  hosts: ["example.org"],
};

/** What is made of a text in which nothing was found, or something of a tier that is blocked. */
export const judged = (text: string, tier = 0): Judged => ({
  action: tier === 0 ? "allow" : "block",
  tier,
  category: tier === 0 ? "" : "insult",
  rule: tier === 0 ? "" : "word:test",
  score: tier === 0 ? 0 : 1,
  shown: text,
  flag: undefined,
});

export const chat = (player: PlayerId, text: string, tier = 0): LobbyCommand & { type: "chat" } => ({
  type: "chat",
  person: { id: player, name: player, kind: "human" },
  text,
  judged: judged(text, tier),
  past: nothingPast,
  rules,
  fresh: fresh(),
});

export const answerTo = (player: PlayerId, question: string, choice: number): LobbyCommand => ({
  type: "play",
  player,
  message: { type: "answer", question, choice },
});

export const starting = (player: PlayerId, more: Partial<LobbyCommand & { type: "start" }> = {}): LobbyCommand => ({
  type: "start",
  hand: hand(player),
  wish: {},
  fresh: fresh(),
  ...more,
});

/** A lobby that has been made and waits for its questions. */
export const made = (settings: Partial<Settings> = {}, bots = 0, owner: PlayerId | "" = ana) =>
  new Story(lobby, lobby.initial, start).when(create(settings, bots, owner));

type LobbyStory = ReturnType<typeof made>;

/** The order that is being made. */
export const orderOf = ({ state: { stage } }: LobbyStory) => {
  if (stage.status !== "building") throw new Error(`nothing is being made: ${stage.status}`);
  return stage.making.order;
};

/** The same lobby with its questions there. */
export const built = (story: LobbyStory, count = orderOf(story).count): LobbyStory =>
  story.when({ type: "built", game: orderOf(story).game, questions: questions(count), note: "" });

/** Ana's lobby with Ana, Ben and Cai in it, and questions ready. */
export const ready = (settings: Partial<Settings> = {}, bots = 0): LobbyStory =>
  built(made(settings, bots)).when(join(ana)).when(join(ben)).when(join(cai));

/** The same with a game in progress, its first question open. */
export const playing = (settings: Partial<Settings> = {}, bots = 0): LobbyStory =>
  ready(settings, bots)
    .when(starting(ana))
    .at(start + 3000, tick);
