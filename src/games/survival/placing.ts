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

type Ranked = { readonly rank: number };
type Place<View> = { readonly player: PlayerId; readonly life: Life; readonly view: View };

/** Alive before out, then by when they fell, then as the quiz has them (rule P1). */
const inOrder = (a: Place<Ranked>, b: Place<Ranked>): number =>
  b.life.lives - a.life.lives || (a.life.lives > 0 ? 0 : b.life.fell - a.life.fell) || a.view.rank - b.view.rank;

/** Those whom the quiz ranks as they stand here, best first; equals share a rank. */
const placed = <View extends Ranked>(
  ranked: Iterable<readonly [PlayerId, View]>,
  lives: Survival["lives"],
): ReadonlyMap<PlayerId, View> => {
  const places = [...ranked].map(([player, view]) => ({ player, view, life: lives.get(player) ?? ghost }));
  places.sort(inOrder);
  let rank = 0;
  return new Map(
    places.map((place, index) => {
      const above = places[index - 1];
      if (above === undefined || inOrder(above, place) !== 0) rank = index + 1;
      return [place.player, { ...place.view, rank }];
    }),
  );
};

/** All who have not left for good. */
export const placesIn = onceFor((state: Survival): ReadonlyMap<PlayerId, PlayerView> =>
  placed(quizShown(state.quiz).players, state.lives),
);

/** Who has lives and has not left for good. */
export const aliveIn = onceFor((state: Survival): readonly PlayerId[] =>
  [...placesIn(state).keys()].filter((player) => (state.lives.get(player)?.lives ?? 0) > 0),
);

/** Whether there is nobody left to play against (rule E1). */
export const isDecided = (state: Survival): boolean => aliveIn(state).length <= (startersIn(state.lives) > 1 ? 1 : 0);

/** The final standings: points of the quiz, and so many for the place. Who leaves or comes after the end changes nothing. */
export const standingsIn = onceFor((state: Survival): readonly FinalStanding[] => {
  const { standings = [] } = quiz.result(state.quiz) ?? {};
  const places = [
    ...placed(
      standings.map((one) => [one.player, one] as const),
      state.lives,
    ).values(),
  ];
  const ranks = places.map(({ rank }) => rank);
  return places.map((place) => {
    const behind = places.length - 1 - ranks.lastIndexOf(place.rank);
    return { ...place, score: place.score + Math.min(bonusMost, bonusEach * behind) };
  });
});
