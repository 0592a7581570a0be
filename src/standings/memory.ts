import type { PlayerId } from "../core/ids.ts";
import { removedName } from "../core/removed.ts";
import { correct } from "./correct.ts";
import { foldRatings, type Ratings } from "./fold-ratings.ts";
import { cursorOf, markOf } from "./history.ts";
import { type LineStats, statsOf } from "./line-stats.ts";
import { storyWithout } from "./story.ts";
import { boardOf, named, placeIn, ratedBoard } from "./memory-boards.ts";
import { pageOf } from "./past-seasons.ts";
import { periodOf, weekAt, weeksUpTo } from "./periods.ts";
import { ratingLine } from "./rate.ts";
import { type Season, seasonAt, seasonNow, seasonsBack } from "./seasons.ts";
import {
  type Board,
  type BoardPart,
  type Correction,
  type CorrectionOutcome,
  type FinishedGame,
  type GameLine,
  type PastGame,
  seasonsLookedAt,
  type Standings,
  type StandingsParts,
  trendBounds,
  type Trends,
} from "./standings.ts";

/**
 * Standings that last as long as the process, for the demo and for tests: the games are kept, and everything is
 * summed up anew when it is asked for.
 */
export const memoryStandings = (
  parts: StandingsParts = { points: new Map(), now: Date.now, seasonMonths: 3 },
): Standings => {
  const games = new Map<string, PastGame>();
  const { seasonMonths } = parts;
  let folded: Promise<Ratings> | undefined;
  const ratings = (): Promise<Ratings> => (folded ??= foldRatings(all()));

  const all = (): PastGame[] => [...games.values()].toSorted(byTime);
  const playedBy = (player: PlayerId): Played[] =>
    all().flatMap((game) => {
      const line = game.lines.find((one) => one.player === player);
      return line === undefined ? [] : [{ game, line, stats: statsOf(game)(player) }];
    });
  const inSeason = ({ begin, end }: Season): PastGame[] => all().filter(({ at }) => at >= begin && at < end);
  const summed = (name: Exclude<Board, "rating">, now: number, id: string | undefined): readonly PastGame[] => {
    if (name !== "season") return all().filter(({ at }) => periodOf(name, at) === periodOf(name, now));
    const season = seasonNow(seasonMonths, now, id);
    return season === undefined ? [] : inSeason(season);
  };
  const board = async (name: Board, kind: "human" | "bot", now: number, { mode, season }: BoardPart) => {
    const isOfMode = (game: PastGame): boolean => mode === undefined || game.mode === mode;
    if (name !== "rating") {
      const lines = boardOf(summed(name, now, season).filter(isOfMode), kind);
      return mode === undefined ? lines : named(lines, boardOf(all(), kind));
    }
    return kind === "bot" ? [] : ratedBoard(await ratings(), mode, boardOf(all(), kind));
  };
  const change = (id: string, correction: Correction): Promise<CorrectionOutcome> => {
    const game = games.get(id);
    if (game === undefined) return Promise.resolve({ ok: false, reason: "not_found" });
    const outcome = correct(game, correction, parts.points.get(game.mode));
    if (outcome.ok) games.set(id, outcome.game);
    folded = undefined;
    return Promise.resolve(outcome.ok ? { ok: true, game: outcome.game } : outcome);
  };

  return {
    record: (game) => {
      if (!games.has(game.game)) games.set(game.game, { ...onlyGame(game), corrections: [] });
      folded = undefined;
      return Promise.resolve();
    },
    top: async (name, kind, limit, now, after = 0, part = {}) =>
      (await board(name, kind, now, part)).slice(after, after + limit),
    place: async (name, kind, player, now, part = {}) => placeIn(await board(name, kind, now, part), player),
    season: (now, id) => seasonNow(seasonMonths, now, id),
    seasons: (limit, now, cursor) => {
      const { seasons, ...more } = pageOf(seasonMonths, limit, now, all()[0]?.at, cursor);
      const played = seasons.map((season) => ({ ...season, players: boardOf(inSeason(season), "human").length }));
      return Promise.resolve({ seasons: played, ...more });
    },
    seasonPlaces: (player, now) => {
      const running = seasonAt(seasonMonths, now);
      const over = running === undefined ? [] : seasonsBack(seasonMonths, running.begin - 1, 0, seasonsLookedAt);
      const kind = playedBy(player).at(-1)?.line.kind ?? "human";
      const places = over.flatMap((season) => {
        const place = placeIn(boardOf(inSeason(season), kind), player);
        return place === undefined ? [] : [{ ...season, ...place }];
      });
      return Promise.resolve(places);
    },
    ratings: async (player) =>
      [...(await ratings())]
        .flatMap(([mode, known]) => {
          const { skill, games: played } = known.get(player) ?? {};
          if (skill === undefined || played === undefined) return [];
          return [ratingLine(mode === "" ? undefined : mode, skill, played)];
        })
        .toSorted(({ mode: one = "" }, { mode: other = "" }) => (one < other ? -1 : 1)),
    profile: (player) => {
      const played = playedBy(player);
      const first = played[0];
      const last = played.at(-1);
      if (first === undefined || last === undefined) return Promise.resolve(undefined);
      return Promise.resolve({
        id: player,
        name: last.line.name,
        kind: last.line.kind,
        games: played.length,
        score: sum(played, ({ line }) => line.score),
        best: Math.max(...played.map(({ line }) => line.score)),
        wins: played.filter(({ line }) => line.rank === 1).length,
        right: sum(played, ({ line }) => line.right),
        answered: sum(played, ({ stats }) => stats.answered),
        rightMs: sum(played, ({ stats }) => stats.rightMs),
        streak: Math.max(...played.map(({ stats }) => stats.streak)),
        firstAt: first.game.at,
        lastAt: last.game.at,
      });
    },
    trends: (player, now) => Promise.resolve(trendsIn(playedBy(player), now)),
    history: (player, limit, cursor) => {
      const mark = markOf(cursor);
      const past = playedBy(player).filter(({ game }) => mark === undefined || byTime(game, mark) < 0);
      const page = past.toReversed().slice(0, limit);
      const last = page.at(-1);
      const lines = page.map(
        ({
          game: {
            game,
            mode,
            topic,
            at,
            lines: { length: of },
          },
          line,
        }) => {
          const { score, right, rank } = line;
          return { game, mode, topic, at, score, right, rank, of };
        },
      );
      const more = last !== undefined && past.length > limit ? { cursor: cursorOf(last.game) } : {};
      return Promise.resolve({ games: lines, ...more });
    },
    game: (id) => Promise.resolve(games.get(id)),
    strike: (game, question, by) => change(game, { question, by, at: parts.now(), strike: true }),
    rekey: (game, question, key, by) => change(game, { question, by, at: parts.now(), key }),
    erase: async (player) => {
      for (const { game: id, lines, ...rest } of playedBy(player).map(({ game }) => game)) {
        const nameless = lines.map((line) => (line.player === player ? { ...line, name: removedName } : line));
        games.set(id, { ...rest, game: id, lines: nameless });
      }
      for (const [id, { story, ...rest }] of games)
        if (story !== undefined) games.set(id, { ...rest, story: storyWithout(story, player) });
    },
    settle: () => Promise.resolve(),
    prune: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
};

type Played = { readonly game: PastGame; readonly line: GameLine; readonly stats: LineStats };

/** Of games that are given oldest first. */
const trendsIn = (played: readonly Played[], now: number): Trends => {
  const weeks = weeksUpTo(now, trendBounds.weeks)
    .map((period) => ({ period, own: played.filter(({ game }) => periodOf("week", game.at) === period) }))
    .filter(({ own }) => own.length > 0)
    .map(({ period, own }) => ({ at: weekAt(period), score: sum(own, ({ line }) => line.score), games: own.length }));
  const counts = new Map<string, readonly [number, number]>();
  for (const { stats } of played.slice(-trendBounds.games))
    for (const [category, [right, answered]] of Object.entries(stats.categories)) {
      const before = counts.get(category) ?? [0, 0];
      counts.set(category, [before[0] + right, before[1] + answered]);
    }
  const categories = [...counts]
    .map(([category, [right, answered]]) => ({ category, right, answered }))
    .toSorted((a, b) => b.answered - a.answered || (a.category < b.category ? -1 : 1));
  return { weeks: weeks.toReversed(), categories: categories.slice(0, trendBounds.categories) };
};

/** What standings keep of a game, of which a journal may know more. */
export const onlyGame = ({
  game,
  lobby,
  mode,
  topic,
  at,
  seq,
  lines,
  detail,
  story,
  proof,
}: FinishedGame): FinishedGame => ({
  game,
  lobby,
  mode,
  topic,
  at,
  seq,
  lines,
  detail,
  ...(story === undefined ? {} : { story }),
  ...(proof === undefined ? {} : { proof }),
});

const byTime = (a: { at: number; game: string }, b: { at: number; game: string }): number =>
  a.at - b.at || (a.game < b.game ? -1 : Number(a.game > b.game));

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
