import type { QuestionRecord } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { quiz } from "../quiz/index.ts";
import type { Life, Rules, Settled, Survival, Toll } from "./state.ts";

/** So many draws since somebody fell last, and the next question is a sudden death (rule L5). */
export const drawsMost = 2;

type Lives = ReadonlyMap<PlayerId, Life>;
type Table = { readonly lives: Lives; readonly draws: number; readonly toll: Toll | null };
type Outcome = QuestionRecord["outcomes"][number];

/** As somebody begins: who comes after the first question is a ghost (rule C1). */
export const newLife = (since: number, { lives }: Rules): Life => ({
  since,
  lives: since === 0 ? lives : 0,
  fell: 0,
  run: 0,
  returned: false,
});

/** Who was there from the first question on. */
export const startersIn = (lives: Lives): number => [...lives.values()].filter(({ since }) => since === 0).length;

/** What all questions that are over come to, as they count now: so a correction gives back what was lost by it. */
export const settledIn = ({ quiz: state, rules, lives }: Survival): Settled => {
  const isSolo = startersIn(lives) <= 1;
  const fresh: Table = {
    lives: new Map([...lives].map(([player, { since }]) => [player, newLife(since, rules)])),
    draws: 0,
    toll: null,
  };
  const table = quiz
    .record(state)
    .reduce((before, question, index) => after(before, question, index, rules, isSolo), fresh);
  const changed = [...table.lives].filter(([player, life]) => !isSame(life, lives.get(player)));
  return { lives: changed, draws: table.draws, toll: table.toll };
};

const isSame = (one: Life, other: Life | undefined): boolean =>
  other !== undefined &&
  one.lives === other.lives &&
  one.fell === other.fell &&
  one.run === other.run &&
  one.returned === other.returned;

/** The table after one more question. Who gave no answer is wrong, also who was not there to give one (rule L1). */
const after = (table: Table, question: QuestionRecord, index: number, rules: Rules, isSolo: boolean): Table => {
  if (question.struck === true) return { ...table, toll: null };
  const outcomes = new Map(question.outcomes.map((outcome) => [outcome.player, outcome]));
  const left = question.outcomes.filter(({ player }) => (table.lives.get(player)?.lives ?? 0) > 0);
  const sudden = table.draws >= drawsMost;
  const draw = !isSolo && (sudden ? left.every(({ right }) => !right) : isDraw(left, table.lives));
  const safe = new Set(
    (draw ? left : sudden ? fastestOf(left) : left.filter(({ right }) => right)).map(({ player }) => player),
  );
  const next = new Map(
    [...table.lives].map(([player, life]): readonly [PlayerId, Life] => {
      if (life.since > index || safe.has(player)) return [player, life];
      if (life.lives > 0) return [player, hit(life, sudden, index + 1)];
      return [player, haunted(life, outcomes.get(player), sudden, rules)];
    }),
  );
  const toll = tollOf(question, table.lives, next, { draw: draw && left.length > 0, sudden });
  return { lives: next, draws: toll.fell.length > 0 ? 0 : table.draws + (toll.draw ? 1 : 0), toll };
};

/** Whether a question would take the last life of all who are left (rule L4). */
const isDraw = (left: readonly Outcome[], lives: Lives): boolean =>
  left.every(({ player, right }) => !right && lives.get(player)?.lives === 1);

/** Who was right and nobody faster (rule L5). */
const fastestOf = (left: readonly Outcome[]): readonly Outcome[] => {
  const right = left.filter((outcome) => outcome.right);
  const best = Math.min(...right.map(({ time }) => time));
  return right.filter(({ time }) => time === best);
};

const hit = (life: Life, sudden: boolean, number: number): Life =>
  sudden || life.lives === 1 ? { ...life, lives: 0, fell: number, run: 0 } : { ...life, lives: life.lives - 1 };

/** A ghost after a question (rules G1 to G3). */
const haunted = (life: Life, outcome: Outcome | undefined, sudden: boolean, { comeback }: Rules): Life => {
  if (life.returned || comeback === 0) return life;
  const run = outcome?.right === true ? life.run + 1 : 0;
  // In a sudden death nobody comes in: it is to end.
  return run >= comeback && !sudden ? { ...life, lives: 1, run: 0, returned: true } : { ...life, run };
};

const tollOf = (
  { id }: QuestionRecord,
  before: Lives,
  now: Lives,
  kind: { readonly draw: boolean; readonly sudden: boolean },
): Toll => {
  const changed = [...now].flatMap(([player, { lives }]) => {
    const had = before.get(player)?.lives ?? 0;
    return had === lives ? [] : [{ player, had, lives }];
  });
  const those = (isMeant: (one: (typeof changed)[number]) => boolean) =>
    changed.filter(isMeant).map(({ player }) => player);
  return {
    question: id,
    lost: those(({ had, lives }) => lives > 0 && lives < had),
    fell: those(({ lives }) => lives === 0),
    back: those(({ had }) => had === 0),
    ...kind,
  };
};
