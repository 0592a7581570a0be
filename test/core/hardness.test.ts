import assert from "node:assert/strict";
import * as fc from "fast-check";
import { chanceOfRight } from "../../src/bots/skill.ts";
import { normal, seededRandom, shuffle } from "../../src/core/random.ts";
import { type GivenAnswer, hardnessRules, learn } from "../../src/questions/hardness.ts";
import { memoryHardness } from "../../src/questions/hardness-memory.ts";

const correlation = (x: readonly number[], y: readonly number[]): number => {
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = (a: readonly number[], ma: number, b: readonly number[], mb: number): number =>
    a.reduce((sum, value, index) => sum + (value - ma) * ((b[index] ?? 0) - mb), 0);
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
};

const questions = Array.from({ length: 50 }, (_, index) => `q${index}`);

type TrueQuestion = { readonly b: number; readonly label: string; readonly choices: number };

/** People and questions of which all is known, and their games: five people, ten questions. 3,000 answers in all. */
const simulated = (seed: string) => {
  const random = seededRandom(seed);
  const people = Array.from({ length: 60 }, (_, index) => ({ player: `p${index}`, theta: normal(random) }));
  const truth = new Map<string, TrueQuestion>();
  for (const id of questions) {
    const b = 1.2 * normal(random);
    // Who writes a question has some idea of how hard it is.
    const guessed = b + normal(random);
    const label = guessed < -0.6 ? "easy" : guessed < 0.6 ? "medium" : "hard";
    truth.set(id, { b, label, choices: random() < 0.2 ? 2 : 4 });
  }
  const answerOf = ({ player, theta }: (typeof people)[number], question: string): GivenAnswer => {
    const { b, label, choices } = truth.get(question) as TrueQuestion;
    return { player, question, label, choices, right: random() < chanceOfRight(theta - b, choices) };
  };
  const games = Array.from({ length: 12 }, (_, table) => people.slice(table * 5, table * 5 + 5)).flatMap((company) =>
    Array.from({ length: 5 }, (_, round) =>
      questions.slice(round * 10, round * 10 + 10).flatMap((id) => company.map((person) => answerOf(person, id))),
    ),
  );
  return { truth, games: shuffle(games, random) };
};

const learnedFrom = async (games: readonly (readonly GivenAnswer[])[]): Promise<readonly number[]> => {
  const hardness = memoryHardness();
  for (const game of games) hardness.write(game);
  const found = await hardness.of(questions);
  return questions.map((id) => found.get(id)?.b ?? NaN);
};

const answer = (player: string, question: string, right: boolean): GivenAnswer => ({
  player,
  question,
  label: "medium",
  choices: 4,
  right,
});

describe("a question's hardness, learned from people's answers", () => {
  for (const seed of ["one", "two", "three"])
    it(`is near the truth after 3,000 answers (people ${seed})`, async () => {
      const { truth, games } = simulated(seed);
      assert.equal(games.flat().length, 3000);
      const real = questions.map((id) => truth.get(id)?.b ?? NaN);
      const learned = await learnedFrom(games);
      const found = correlation(learned, real);
      assert(found >= 0.85, `correlation ${found}`);
      const labelled = questions.map((id) => ["easy", "medium", "hard"].indexOf(truth.get(id)?.label ?? "") - 1);
      assert(found > correlation(labelled, real) + 0.1, "labels alone say less");
      const off = learned.reduce((sum, b, index) => sum + Math.abs(b - (real[index] ?? NaN)), 0) / questions.length;
      assert(off < 0.6, `off by ${off}`);
    });

  it("depends little on the order of games", async () => {
    const { games } = simulated("order");
    const first = await learnedFrom(games);
    for (const seed of ["a", "b", "c"]) {
      const other = await learnedFrom(shuffle(games, seededRandom(seed)));
      const apart = other.map((b, index) => Math.abs(b - (first[index] ?? NaN)));
      assert(correlation(first, other) > 0.95, `${correlation(first, other)}`);
      assert(apart.reduce((sum, by) => sum + by, 0) / apart.length < 0.25, `${Math.max(...apart)}`);
    }
  });

  it("moves little by a flood of one person's answers", async () => {
    const { games } = simulated("flood");
    const before = await learnedFrom(games);
    const flood = Array.from({ length: 100 }, () => questions.map((id) => answer("flooder", id, false)));
    const after = await learnedFrom([...games, ...flood]);
    const apart = after.map((b, index) => Math.abs(b - (before[index] ?? NaN)));
    // One step after the 60 answers that were there.
    const oneStep = hardnessRules.firstStep / (1 + 60 * hardnessRules.fading);
    assert(Math.max(...apart) > 0 && Math.max(...apart) <= oneStep, `${Math.max(...apart)}`);
  });

  it("follows the curve by which bots with a skill answer", () => {
    for (const choices of [2, 3, 4, 6])
      for (const [label, start] of [
        ["easy", -1],
        ["medium", 0],
        ["hard", 1],
      ] as const)
        for (const theta of [-2, 0, 1.5]) {
          const abilities = new Map([["ann", { theta, n: 10 }]]);
          const move = (right: boolean): number | undefined =>
            learn(abilities, new Map(), [{ ...answer("ann", "q", right), label, choices }]).questions[0]?.move;
          const chance = chanceOfRight(theta - start, choices);
          assert(Math.abs((move(false) ?? NaN) - hardnessRules.firstStep * chance) < 1e-9, `${label} ${choices}`);
          assert(Math.abs((move(true) ?? NaN) + hardnessRules.firstStep * (1 - chance)) < 1e-9, `${label} ${choices}`);
        }
  });

  it("says the same of a question with two choices as with five", async () => {
    const random = seededRandom("choices");
    const hardness = memoryHardness();
    for (let n = 0; n < 1500; n++)
      hardness.write(
        [2, 5].map((choices) => ({
          ...answer(`p${n}`, `q${choices}`, random() < chanceOfRight(-1, choices)),
          choices,
        })),
      );
    const found = await hardness.of(["q2", "q5"]);
    for (const [id, { b }] of found) assert(Math.abs(b - 1) < 0.35, `${id}: ${b}`);
    assert.equal(found.size, 2);
  });

  it("stays within its bounds whatever is answered, each person once a question", () => {
    const few = fc.array(
      fc.record({
        player: fc.constantFrom("ann", "bob", "__proto__"),
        question: fc.constantFrom("q", "r", "constructor"),
        label: fc.constantFrom("easy", "medium", "hard", "toString"),
        choices: fc.nat(6),
        right: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(few, (answers) => {
        const { questions: moved, abilities } = learn(new Map(), new Map(), answers);
        const counted = new Set(
          answers.filter(({ choices }) => choices > 1).map(({ player, question }) => `${player} ${question}`),
        );
        assert.equal(
          moved.reduce((sum, { count }) => sum + count, 0),
          counted.size,
        );
        assert.equal(
          abilities.reduce((sum, { count }) => sum + count, 0),
          counted.size,
        );
        for (const { start, move, count, latest } of moved) {
          assert(Math.abs(start + move) <= hardnessRules.most && latest.length === count);
        }
        for (const { move } of abilities) assert(Math.abs(move) <= hardnessRules.most);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
