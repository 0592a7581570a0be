import type { AnyGame } from "../core/game.ts";
import type { Decider } from "../core/decider.ts";
import type { LobbyCommand, LobbyReason } from "./commands.ts";
import { decide } from "./decide.ts";
import { nextDeadline } from "./deadlines.ts";
import type { LobbyEvent } from "./events.ts";
import { evolve, type Games } from "./evolve.ts";
import type { Lobby, Settings } from "./state.ts";

export const defaultSettings: Settings = {
  title: "",
  topic: "",
  mode: "quiz",
  options: {},
  count: 10,
  seconds: 20,
  answerTime: 1,
  source: "auto",
  pack: "",
  maxPlayers: 12,
  public: false,
  locked: false,
  autoStart: false,
  startRule: "owner",
  slowMode: 0,
  prompt: "",
  level: "standard",
  links: "staff",
  holdLines: 0,
  holdMinutes: 0,
  joinWave: 0,
  emergency: false,
};

const nowhere: Lobby = {
  code: "",
  createdAt: 0,
  closed: false,
  settings: defaultSettings,
  timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  ownerId: "",
  ownerAwaySince: undefined,
  emptySince: undefined,
  members: new Map(),
  muted: new Map(),
  banned: new Map(),
  strikes: new Map(),
  held: new Map(),
  arrivals: [],
  waveUntil: undefined,
  bots: [],
  talkers: new Map(),
  chat: [],
  offer: undefined,
  image: undefined,
  stage: { status: "idle" },
  evening: undefined,
  asked: new Set(),
  played: [],
};

/** The modes by name. */
export const gamesOf = (games: readonly AnyGame[]): Games => new Map(games.map((game) => [game.mode, game]));

/** The lobby as a decider that can play the given modes. Its rules are in RULES.md. */
export const lobbyOf = (games: Games): Decider<Lobby, LobbyCommand, LobbyEvent, LobbyReason> => ({
  initial: nowhere,
  decide: (lobby, command, now) => decide(games, lobby, command, now),
  evolve: (lobby, event) => evolve(games, lobby, event),
  nextDeadline: (lobby) => nextDeadline(games, lobby),
});
