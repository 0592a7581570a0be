import {
  type Ability,
  bounded,
  type GivenAnswer,
  type Hardness,
  hardnessRules,
  learn,
  type QuestionRow,
} from "./hardness.ts";

/** What is learned of people's answers, for as long as the process lasts. */
export const memoryHardness = (): Hardness & { readonly write: (answers: readonly GivenAnswer[]) => void } => {
  const abilities = new Map<string, Ability>();
  const rows = new Map<string, QuestionRow>();
  return {
    of: (ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const row = rows.get(id);
            return row === undefined ? [] : [[id, { b: row.b, n: row.n }] as const];
          }),
        ),
      ),
    forget: (player) => {
      abilities.delete(player);
      return Promise.resolve();
    },
    write: (answers) => {
      const lesson = learn(abilities, rows, answers);
      for (const { player, move, count } of lesson.abilities) {
        const { theta, n } = abilities.get(player) ?? { theta: 0, n: 0 };
        abilities.set(player, { theta: bounded(theta + move), n: n + count });
      }
      for (const { question, start, move, count, latest } of lesson.questions) {
        const row = rows.get(question) ?? { b: start, n: 0, latest: [] };
        rows.set(question, {
          b: bounded(row.b + move),
          n: row.n + count,
          latest: [...latest, ...row.latest].slice(0, hardnessRules.remembered),
        });
      }
    },
  };
};
