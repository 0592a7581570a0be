import type { FinalStanding, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { isRight } from "../../core/right.ts";
import type { Race, Round, Standing, Try } from "./state.ts";

/** What a question won is on boards, where a right answer of a quiz is as much at best. */
export const pointsEach = 1000;

/** The try that has the question: the first that is right; undefined when none is. */
export const winnerOf = (tries: readonly Try[], question: Pick<Question, "key" | "also">): Try | undefined =>
  tries.find(({ choice }) => isRight(question, choice));

/** What a round comes to, as its question stands now. */
export const wonBy = ({ questions, struck }: Race, { question, tries }: Round): PlayerId | undefined => {
  const asked = questions.find(({ id }) => id === question);
  return asked === undefined || struck.has(question) ? undefined : winnerOf(tries, asked)?.player;
};

/** Where everybody stands by the rounds that are over: what was struck out counts for nobody, nor against anybody. */
export const tallied = (race: Race): Race["players"] => {
  const players = new Map(
    [...race.players].map(([id, one]): [PlayerId, Standing] => [id, { ...one, won: 0, wrong: 0 }]),
  );
  for (const round of race.closed) {
    if (race.struck.has(round.question)) continue;
    const winner = wonBy(race, round);
    for (const { player } of round.tries) {
      const standing = players.get(player);
      if (standing === undefined) continue;
      const { won, wrong } = standing;
      players.set(player, player === winner ? { ...standing, won: won + 1 } : { ...standing, wrong: wrong + 1 });
    }
  }
  return players;
};

const isBefore = (a: Standing, b: Standing): number => b.won - a.won || a.wrong - b.wrong;

/** The standings of all who have not left for good, best first; equals share a rank (rule P2). */
export const ranking = (players: Race["players"]): readonly FinalStanding[] => {
  const listed = [...players].filter(([, { presence }]) => presence !== "gone");
  listed.sort(([, a], [, b]) => isBefore(a, b));
  let rank = 0;
  return listed.map(([player, standing], index) => {
    const above = listed[index - 1];
    if (above === undefined || isBefore(above[1], standing) !== 0) rank = index + 1;
    return { player, score: standing.won * pointsEach, right: standing.won, rank };
  });
};

/** Whether somebody has reached the goal. */
export const isReached = ({ players, goal }: Race): boolean => [...players.values()].some(({ won }) => won >= goal);
