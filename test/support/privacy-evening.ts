import type { GameId, PlayerId } from "../../src/core/ids.ts";
import { anyBot } from "../../src/lobby/state.ts";
import { defaultSettings } from "../../src/lobby/index.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import type { FinishedGame } from "../../src/standings/standings.ts";
import { ana, ben, dayMs, now } from "./conduct.ts";

/** What is Ana's own, each to be found nowhere once she has gone. */
export const marks = {
  name: "Quokkabelle",
  email: "quokka.mail@example.org",
  title: "Quokkatitle",
  prompt: "Quokkaprompt",
  line: "Quokkaline",
  held: "Quokkaheld",
  struck: "Quokkastruck",
  report: "Quokkareport",
  reason: "Quokkareason",
  device: "Quokkadevice",
  appeal: "Quokkaappeal",
  remark: "Quokkaremark",
  pack: "Quokkapack",
  note: "Quokkanote",
  hook: "quokkahook",
} as const;

const muse = "bot-muse" as PlayerId;
const game = "game-1" as GameId;
const at = now - dayMs;

const said = (id: string, player: PlayerId, name: string, text: string, kind: "human" | "bot" = "human") =>
  ({ type: "chatted", id, player, name, kind, text, at }) as const;

export const lines = [
  { player: ana, name: marks.name, kind: "human", score: 700, right: 1, rank: 1 },
  { player: ben, name: "Ben", kind: "human", score: 300, right: 0, rank: 2 },
] as const;

/** What happened in Ana's lobby: she wrote, was struck, put somebody out, reported, and won. */
export const evening: readonly LobbyEvent[] = [
  {
    type: "created",
    code: "ABCDE",
    owner: ana,
    settings: { ...defaultSettings, title: marks.title, prompt: marks.prompt },
    bots: [anyBot],
    timings: { countdown: 1, reveal: 1, scores: 1 },
    at,
  },
  { type: "settings_changed", changes: { title: marks.title, count: 5 } },
  { type: "joined", player: ana, name: marks.name, kind: "human", avatar: "", device: marks.device, at },
  { type: "joined", player: ben, name: "Ben", kind: "human", avatar: "", at },
  said("m1", ana, marks.name, marks.line),
  said("m2", ben, "Ben", "a line of Ben's"),
  said("m3", muse, "Muse", `Well done, ${marks.name}!`, "bot"),
  said("m4", muse, "Muse", "Well done, Ben!", "bot"),
  { type: "held", line: { id: "m5", player: ana, name: marks.name, kind: "human", text: marks.held, at } },
  {
    type: "struck",
    strike: "s1",
    player: ana,
    name: marks.name,
    kind: "human",
    device: marks.device,
    reason: "insult",
    rule: `word:${marks.struck}`,
    tier: 2,
    weight: 1,
    text: marks.struck,
    count: 1,
    limit: 3,
    sanction: "warning",
    until: null,
    by: "",
    expiresAt: now,
    at,
  },
  { type: "banned", player: ben, until: now, by: ana, reason: marks.reason, name: "Ben", at },
  { type: "muted", player: ben, until: now, by: ana, reason: marks.reason, at },
  { type: "line_removed", id: "m2", by: ana, reason: marks.reason, at },
  { type: "reported", player: ana, message: "m2", review: "r9", reason: marks.report, at },
  { type: "game_completed", game, mode: "quiz", topic: "space", counts: true, at, standings: lines },
];

export const finished: FinishedGame = {
  game,
  lobby: "ABCDE",
  mode: "quiz",
  topic: "space",
  at,
  seq: evening.length,
  lines,
  detail: [],
};

/** What webhooks were told of it. */
export const told = [
  {
    seq: evening.length,
    type: "game.completed",
    payload: { lobby: { code: "ABCDE", title: marks.title, owner: ana }, game, standings: lines },
  },
  {
    seq: 11,
    type: "player.sanctioned",
    payload: { lobby: { code: "ABCDE", title: marks.title, owner: ana }, player: ben, by: ana, reason: marks.reason },
  },
] as const;
