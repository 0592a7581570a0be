import type { FinalStanding, PlayerView } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { onceFor } from "../../core/once.ts";
import { quiz } from "../quiz/index.ts";
import { startersIn } from "./settling.ts";
import type { Life, Survival } from "./state.ts";

/** For each player who is placed behind, at the end (rule P2). */
const bonusEach = 200;
const bonusMost = 2000;

const ghost: Life = { since: 1, lives: 0, fell: 0, run: 0, returned: false };

/** The quiz as everybody sees it. */
export const quizShown = onceFor(quiz.view);

type Place = { readonly player: PlayerId; readonly life: Life; readonly view: PlayerView };

/** Alive before out, then by when they fell, then as the quiz has them (rule P1). */
const inOrder = (a: Place, b: Place): number =>
  b.life.lives - a.life.lives || (a.life.lives > 0 ? 0 : b.life.fell - a.life.fell) || a.view.rank - b.view.rank;

/** All who have not left for good as they stand, best first; equals share a rank. */
export const placesIn = onceFor((state: Survival): ReadonlyMap<PlayerId, PlayerView> => {
  const places = [...quizShown(state.quiz).players].map(([player, view]): Place => ({
    player,
    view,
    life: state.lives.get(player) ?? ghost,
  }));
  places.sort(inOrder);
  let rank = 0;
  return new Map(
    places.map((place, index) => {
      const above = places[index - 1];
      if (above === undefined || inOrder(above, place) !== 0) rank = index + 1;
      return [place.player, { ...place.view, rank }];
    }),
  );
});

/** Who has lives and has not left for good. */
export const aliveIn = onceFor((state: Survival): readonly PlayerId[] =>
  [...placesIn(state).keys()].filter((player) => (state.lives.get(player)?.lives ?? 0) > 0),
);

/** Whether there is nobody left to play against (rule E1). */
export const isDecided = (state: Survival): boolean => aliveIn(state).length <= (startersIn(state.lives) > 1 ? 1 : 0);

/** The final standings: points of the quiz, and so many for the place. */
export const standingsIn = onceFor((state: Survival): readonly FinalStanding[] => {
  const rightOf = new Map(quiz.result(state.quiz)?.standings.map(({ player, right }) => [player, right]));
  const places = [...placesIn(state)];
  const ranks = places.map(([, { rank }]) => rank);
  return places.map(([player, { score, rank }]) => {
    const behind = places.length - 1 - ranks.lastIndexOf(rank);
    const bonus = Math.min(bonusMost, bonusEach * behind);
    return { player, score: score + bonus, right: rightOf.get(player) ?? 0, rank };
  });
});
