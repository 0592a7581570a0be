import type { GameNotice, GameView, PlayerView, PrivateView } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { onceFor } from "../../core/once.ts";
import { quiz } from "../quiz/index.ts";
import { aliveIn, placesIn, quizShown, standingsIn } from "./placing.ts";
import { drawsMost } from "./settling.ts";
import type { Life, Survival, SurvivalEvent, Toll } from "./state.ts";

/** Of more players not everybody's lives are shown to all, but each is told their own. */
export const shownMost = 64;
/** Of those a question took, so many are named. */
const namedMost = 24;

/** The quiz as everybody sees it, with places as they are here, and who lives. */
export const view = (state: Survival): GameView => {
  const shown = quizShown(state.quiz);
  const isOver = shown.phase === "podium";
  const isShown = shown.phase === "reveal" || shown.phase === "scores";
  return {
    ...shown,
    stopped: shown.stopped && !state.won,
    players: isOver ? finalViews(state) : placesIn(state),
    more: {
      ...shown.more,
      survival: { ...state.rules, left: aliveIn(state).length, sudden: !isOver && state.draws >= drawsMost },
      ...livesPart(state.lives),
      ...(isShown && state.toll !== null ? { toll: tollPart(state.toll) } : {}),
    },
  };
};

/** Of those who are still there, as they stood at the end. */
const finalViews = onceFor((state: Survival): ReadonlyMap<PlayerId, PlayerView> => {
  const ends = new Map(standingsIn(state).map(({ player, score, rank }) => [player, { score, rank }]));
  return new Map([...placesIn(state)].map(([player, place]) => [player, { ...place, ...ends.get(player) }]));
});

/** Lives of who is alive, and right answers in a row of the ghosts who may still come back. */
const livesPart = onceFor((all: ReadonlyMap<PlayerId, Life>) => {
  const alive = [...all].filter(([, { lives }]) => lives > 0).slice(0, shownMost);
  const ghosts = [...all].filter(([, { lives, run }]) => lives === 0 && run > 0).slice(0, shownMost);
  return {
    lives: Object.fromEntries(alive.map(([player, { lives }]) => [player, lives])),
    ghosts: Object.fromEntries(ghosts.map(([player, { run }]) => [player, run])),
  };
});

const tollPart = onceFor(({ lost, fell, back, draw, sudden }: Toll) => ({
  lost: lost.slice(0, namedMost),
  fell: fell.slice(0, namedMost),
  back: back.slice(0, namedMost),
  draw,
  sudden,
}));

/** What the quiz tells this player alone, and in a large lobby how many lives they have. */
export const own = (state: Survival, player: PlayerId): unknown => {
  const life = state.lives.get(player);
  const told = quiz.own?.(state.quiz, player) ?? null;
  if (life === undefined) return told;
  const { lives, run, returned } = life;
  return { ...(told as object), life: { lives, run, returned } };
};

export const viewFor = (state: Survival, player: PlayerId): PrivateView => {
  const { answer, result } = quiz.viewFor(state.quiz, player);
  return { answer, result: result === null ? null : placed(result, state, player) };
};

/** What is told with the place as it is here. */
const placed = (told: unknown, state: Survival, player: PlayerId): unknown => ({
  ...(told as object),
  rank: placesIn(state).get(player)?.rank ?? 0,
});

export const notices = (event: SurvivalEvent, state: Survival): readonly GameNotice[] =>
  event.type === "passed" ? quiz.notices(event.event, state.quiz).map((notice) => withPlace(notice, state)) : [];

/** A result, or what a correction made of somebody's points. */
const withPlace = (notice: GameNotice, state: Survival): GameNotice => {
  const { player, type, payload } = notice;
  if (player === "all") return notice;
  if (type === "result") return { player, type, payload: placed(payload, state, player) };
  const { data } = payload as { readonly data?: object };
  if (data === undefined) return notice;
  return { player, type, payload: { ...(payload as object), data: placed(data, state, player) } };
};
