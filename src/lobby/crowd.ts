import type { AnyGame, GameView, PlayerView } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { onceFor } from "../core/once.ts";
import type { Games } from "./evolve.ts";
import { type Lobby, playOf } from "./state.ts";

/** In a lobby of more members not everybody's standing is shown to all: it would cost each of them more, the more they are. */
const shownToAllUpTo = 64;
/** So many of the best are shown to a crowd. */
const bestShown = 10;
const pageLength = 50;

type Ranked = readonly [player: PlayerId, standing: PlayerView];

/** A line of the ranking, as it is told to who asks for it. */
export type RankingLine = {
  readonly player: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly streak: number;
  readonly rank: number;
};

export const isCrowd = ({ members }: Lobby): boolean => members.size > shownToAllUpTo;

const viewWith = onceFor((game: AnyGame) => onceFor(game.view));

/** What everybody may see of the game that is played, or was last. */
export const gameShown = (games: Games, lobby: Lobby): GameView | undefined => {
  const play = playOf(lobby);
  return play === undefined ? undefined : viewWith(games.get(play.mode) as AnyGame)(play.state);
};

/** Who has a rank, best first. */
const rankedIn = onceFor(({ players }: GameView): readonly Ranked[] =>
  [...players].filter(([, { rank }]) => rank > 0).toSorted(([, one], [, other]) => one.rank - other.rank),
);

/** The players whose standing everybody sees in a crowd. */
export const bestIn = onceFor(
  (shown: GameView): ReadonlyMap<PlayerId, PlayerView> => new Map(rankedIn(shown).slice(0, bestShown)),
);

const placesIn = onceFor((shown: GameView) => new Map(rankedIn(shown).map(([player], place) => [player, place])));

/** Who stands just above and just below a player, and with how many points. */
export const nearTo = (lobby: Lobby, shown: GameView, player: PlayerId) => {
  const ranked = rankedIn(shown);
  const place = placesIn(shown).get(player);
  if (place === undefined) return [];
  return [ranked[place - 1], ranked[place + 1]]
    .filter((one) => one !== undefined)
    .map(([id, { score, rank }]) => ({ player: id as string, name: nameOf(lobby, id), score, rank }));
};

const nameOf = (lobby: Lobby, player: PlayerId): string => lobby.members.get(player)?.name ?? "";

/** A page of the whole ranking, from the place `from` on, which counts from 1. */
export const rankingPage = (games: Games, lobby: Lobby, from: number) => {
  const shown = gameShown(games, lobby);
  const ranked = shown === undefined ? [] : rankedIn(shown);
  const entries = ranked
    .slice(from - 1, from - 1 + pageLength)
    .map(([player, { score, streak, rank }]): RankingLine => ({
      player,
      name: nameOf(lobby, player),
      kind: lobby.members.get(player)?.kind ?? "",
      score,
      streak,
      rank,
    }));
  return { of: ranked.length, from, entries };
};
