import type { GameView, PlayerView } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { onceFor } from "../core/once.ts";
import { bestIn, gameShown, isCrowd } from "./crowd.ts";
import { leaderOf } from "./evening.ts";
import type { Games } from "./evolve.ts";
import {
  isConnected,
  limits,
  type Lobby,
  makingOf,
  type Member,
  type Play,
  playOf,
  seenBy,
  shownTopic,
} from "./state.ts";

const unplayed: PlayerView = { score: 0, streak: 0, rank: 0, answered: false };

/** What everybody may see: plain, and of the same shape as the Schema that mirrors it. Absent texts are "". */
export const view = (games: Games, lobby: Lobby, now: number) => {
  const play = playOf(lobby);
  const shown = gameShown(games, lobby);
  const { settings, stage } = lobby;
  return {
    code: lobby.code,
    title: settings.title,
    topic: shownTopic(lobby),
    status: stage.status,
    failureReason: stage.status === "failed" ? stage.reason : "",
    ownerId: lobby.ownerId as string,
    mode: settings.mode,
    options: JSON.stringify(settings.options),
    source: settings.source as string,
    locked: settings.locked || lobby.waveUntil !== undefined,
    maxPlayers: settings.maxPlayers,
    count: settings.count,
    seconds: settings.seconds,
    answerTime: settings.answerTime as number,
    public: settings.public,
    autoStart: settings.autoStart,
    startRule: settings.startRule as string,
    prompt: settings.prompt,
    image: {
      url: lobby.image?.url ?? "",
      author: lobby.image?.author ?? "",
      authorUrl: lobby.image?.authorUrl ?? "",
    },
    building: makingOf(lobby)?.progress ?? { stage: "", done: 0, total: 0 },
    players: playersView(lobby, shown, now),
    game: gameView(play, shown),
    offer: offerView(lobby),
    evening: eveningView(lobby),
    ...rulesView(lobby),
  };
};

/** The rules of the place: who has to keep them may know them. */
const rulesView = ({ settings }: Lobby) => ({
  level: settings.level as string,
  links: settings.links as string,
  slowMode: settings.slowMode,
  emergency: settings.emergency,
  holdLines: settings.holdLines,
  holdMinutes: settings.holdMinutes,
  joinWave: settings.joinWave,
});

const playersView = (lobby: Lobby, shown: GameView | undefined, now: number) => {
  const seen = seenBy(lobby);
  const best = shown !== undefined && isCrowd(lobby) ? bestIn(shown) : shown?.players;
  const players = new Map<string, ReturnType<typeof playerView>>();
  for (const [id, member] of lobby.members) {
    const standing = best?.get(id) ?? { ...unplayed, team: shown?.players.get(id)?.team ?? "" };
    const isMuted = (lobby.muted.get(id) ?? 0) > now;
    const isPlain = standing.rank === 0 && standing.team === "" && !isMuted && !seen.has(id) && !standing.answered;
    players.set(id, isPlain ? plainView(member) : playerView(member, standing, seen.has(id), isMuted));
  }
  return players;
};

/** Somebody of whom nothing is to be said but who they are: the same object for the same member. */
const plainView = onceFor((member: Member) => playerView(member, unplayed, false, false));

const playerView = (member: Member, standing: PlayerView, seen: boolean, muted: boolean) => {
  const { score, streak, rank, answered, team = "" } = standing;
  return {
    id: member.id as string,
    name: member.name,
    kind: member.kind as string,
    avatar: member.avatar,
    team,
    score,
    streak,
    rank,
    answered,
    skill: member.bot?.skill ?? 0,
    talk: member.bot?.talk ?? 0,
    brain: (member.bot?.brain ?? "") as string,
    connected: isConnected(member),
    seen,
    muted,
  };
};

const answeredIn = onceFor(({ players }: GameView) => {
  let count = 0;
  for (const { answered } of players.values()) if (answered) count++;
  return count;
});

const gameView = (play: Play | undefined, shown: GameView | undefined) => {
  const paused = play?.pausedAt !== undefined;
  const endsAt = shown?.phaseEndsAt;
  return {
    id: (play?.id ?? "") as string,
    commitment: play?.sealed?.commitments.at(-1) ?? "",
    mode: play?.mode ?? "",
    number: shown?.number ?? 0,
    total: shown?.total ?? 0,
    phase: shown?.phase ?? "",
    phaseEndsAt: play === undefined || endsAt === undefined ? 0 : endsAt + play.offset,
    phaseMs: shown?.phaseMs ?? 0,
    stopped: shown?.stopped ?? false,
    paused,
    hushed: shown?.hushed ?? false,
    answered: shown === undefined ? 0 : answeredIn(shown),
    more: moreOf(shown),
    remainingMs: paused && endsAt !== undefined ? Math.max(0, endsAt + play.offset - (play.pausedAt ?? 0)) : 0,
    question: {
      id: (shown?.question?.id ?? "") as string,
      prompt: shown?.question?.prompt ?? "",
      choices: shown?.question?.choices ?? [],
      category: shown?.question?.category ?? "",
      difficulty: (shown?.question?.difficulty ?? "") as string,
      image: shown?.question?.image ?? "",
    },
    reveal: {
      key: shown?.reveal?.key ?? -1,
      explanation: shown?.reveal?.explanation ?? "",
      counts: shown?.reveal?.counts ?? [],
      struck: shown?.reveal?.struck ?? false,
    },
  };
};

const nothing: ReadonlyMap<string, string> = new Map();

/** A mode's own parts of the view, each as JSON. A part that is the same object as before is not written again. */
const moreOf = (shown: GameView | undefined): ReadonlyMap<string, string> => {
  if (shown?.more === undefined) return nothing;
  return new Map(Object.entries(shown.more).map(([name, part]) => [name, jsonOf(part)]));
};

const writtenOnce = onceFor((part: object): string => JSON.stringify(part));

const jsonOf = (part: unknown): string =>
  typeof part === "object" && part !== null ? writtenOnce(part) : JSON.stringify(part);

/** Who leads the board of the evening; nothing of it while there is none. */
const eveningView = (lobby: Lobby) => {
  const { evening } = lobby;
  const next = evening?.items[evening.nextAt === undefined ? evening.at : evening.at + 1];
  const best = [...(evening?.scores ?? [])].toSorted(([, one], [, other]) => other - one);
  return {
    number: evening === undefined ? 0 : evening.at + 1,
    total: evening?.items.length ?? 0,
    mode: evening === undefined ? "" : (next?.mode ?? lobby.settings.mode),
    topic: evening === undefined ? "" : (next?.topic ?? lobby.settings.topic),
    nextAt: evening?.nextAt ?? 0,
    over: evening?.over ?? false,
    leader: leaderOf(lobby) as string,
    scores: new Map(best.slice(0, limits.eveningShown).map(([player, score]) => [player as string, score])),
  };
};

const offerView = ({ offer }: Lobby) => ({
  id: offer?.id ?? "",
  player: (offer?.player ?? "") as string,
  mode: offer?.mode ?? "",
  topic: offer?.topic ?? "",
  source: (offer?.source ?? "") as string,
  count: offer?.count ?? 0,
  closesAt: offer?.closesAt ?? 0,
});

/** One player's own line, for `/score`. */
export const standingOf = (
  games: Games,
  lobby: Lobby,
  player: PlayerId,
): (PlayerView & { readonly of: number }) | undefined => {
  const players = gameShown(games, lobby)?.players;
  const standing = players?.get(player);
  return standing === undefined ? undefined : { ...standing, of: players?.size ?? 0 };
};
