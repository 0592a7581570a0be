import * as fc from "fast-check";
import type { QuestionRecord } from "../../src/core/game.ts";
import type { PlayerId, QuestionId } from "../../src/core/ids.ts";
import type { FinishedGame, GameLine } from "../../src/standings/standings.ts";
import { pointsFor, streakBonus } from "../../src/games/quiz/scoring.ts";

/** Random finished games for the suites beside this file, scored as the quiz does. */

export const limit = 20_000;
const dayMs = 86_400_000;
/** A Thursday, so that the days that follow are of two weeks. */
export const start = 20_000 * dayMs;
export const playerIds = ["ana", "Ben", "cai", "dee", "bot-1", "bot-2"] as readonly string[] as readonly PlayerId[];
const kindOf = (player: PlayerId) => (player.startsWith("bot") ? "bot" : "human");

type Given = { readonly choice: number | null; readonly time: number };
/** For each question its key, and what each player gave; the first players play. */
export type Script = {
  readonly at: number;
  readonly players: readonly number[];
  readonly keys: readonly number[];
  readonly given: readonly (readonly Given[])[];
  readonly name: string;
};

const answers: fc.Arbitrary<Given> = fc
  .record({ choice: fc.option(fc.nat(3)), time: fc.nat(limit - 1) })
  .map(({ choice, time }) => ({ choice, time: choice === null ? limit : time }));

export const scripts: fc.Arbitrary<Script> = fc.record({
  at: fc.nat(6 * dayMs).map((after) => start + after),
  players: fc.uniqueArray(fc.nat(playerIds.length - 1), { minLength: 1, maxLength: playerIds.length }),
  keys: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  given: fc.array(fc.array(answers, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  name: fc.constantFrom("", " II", " 'x\"", " ＝é😀"),
});

/** What a struck or rekeyed question does, said in another way than by the code under test. */
export type Changes = { readonly struck: ReadonlySet<number>; readonly keys: ReadonlyMap<number, number> };
const none: Changes = { struck: new Set(), keys: new Map() };

export const gameOf = (script: Script, id: string, changes: Changes = none): FinishedGame => {
  const ids = script.players.map((index) => playerIds[index] as PlayerId);
  const keyOf = (index: number): number => changes.keys.get(index) ?? (script.keys[index] as number);
  const streaks = new Map<PlayerId, number>();
  const detail = script.given.map((given, index): QuestionRecord => {
    const isStruck = changes.struck.has(index);
    const outcomes = ids.map((player, seat) => {
      const { choice, time } = given[seat] as Given;
      const right = !isStruck && choice === keyOf(index);
      if (!isStruck) streaks.set(player, right ? (streaks.get(player) ?? 0) + 1 : 0);
      const points = right ? pointsFor(time, limit) + streakBonus(streaks.get(player) ?? 0) : 0;
      return { player, choice, right, points, time };
    });
    return questionOf(index, keyOf(index), outcomes);
  });
  const lines = linesOf(ids, detail, changes, script.name);
  return { game: id, lobby: "ABCDE", mode: "quiz", topic: "tests", at: script.at, seq: 7, lines, detail };
};

const questionOf = (index: number, key: number, outcomes: QuestionRecord["outcomes"]): QuestionRecord => ({
  id: `q${index}` as QuestionId,
  prompt: `Which "${index}"?`,
  choices: ["a", "b", "=c", "d"],
  key,
  explanation: "so",
  category: index % 2 === 0 ? "Tests" : "Odd ones",
  difficulty: "easy",
  limit,
  outcomes,
});

const linesOf = (
  ids: readonly PlayerId[],
  detail: readonly QuestionRecord[],
  { struck }: Changes,
  suffix: string,
): readonly GameLine[] => {
  const sums = ids.map((player) => {
    const own = detail.filter((_, index) => !struck.has(index)).map((one) => outcomeOf(one, player));
    const score = own.reduce((total, { points }) => total + points, 0);
    const time = own.reduce((total, one) => total + one.time, 0);
    return { player, score, time, right: own.filter(({ right }) => right).length };
  });
  type Sum = (typeof sums)[number];
  const isAhead = (a: Sum, b: Sum): boolean =>
    a.score !== b.score ? a.score > b.score : a.right !== b.right ? a.right > b.right : a.time < b.time;
  return sums
    .map((sum) => {
      const rank = 1 + sums.filter((other) => isAhead(other, sum)).length;
      const { player, score, right } = sum;
      return { player, name: player + suffix, kind: kindOf(player), score, right, rank } as const;
    })
    .toSorted((a, b) => a.rank - b.rank);
};

const outcomeOf = (question: QuestionRecord, player: PlayerId) =>
  question.outcomes.find((one) => one.player === player) as QuestionRecord["outcomes"][number];
