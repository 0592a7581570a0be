import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as fc from "fast-check";
import { chanceOfRight, planAnswer, type SeenQuestion, strengthFor, type Talent } from "../../src/bots/skill.ts";
import { seededRandom } from "../../src/core/random.ts";
import { distanceFrom, normalBelow, rarelyExceeded } from "../support/kolmogorov.ts";

const question: SeenQuestion = {
  prompt: "Which of these four words is the odd one?",
  choices: ["north", "south west", "east", "left"],
  category: "Words",
  difficulty: "medium",
};
const words = 14;
const key = 2;
const times = 5000;
const skills = [0, 0.25, 0.5, 0.75, 1];
const labels = { easy: -1, medium: 0, hard: 1 } as const;

type Simulated = { readonly answered: number; readonly right: readonly number[]; readonly wrong: readonly number[] };

/** Seconds of right and of wrong answers. */
const simulate = (seen: SeenQuestion, talent: Talent, seed: string, limitMs = 120_000): Simulated => {
  const random = seededRandom(seed);
  const right: number[] = [];
  const wrong: number[] = [];
  for (let n = 0; n < times; n++) {
    const plan = planAnswer(seen, talent, key, limitMs, random);
    if (plan !== undefined) (plan.choice === key ? right : wrong).push(plan.afterMs / 1000);
  }
  return { answered: right.length + wrong.length, right, wrong };
};

/** The law as docs/bots.md has it, written down a second time. */
const lawfulChance = (edge: number): number => 1 / 4 + (3 / 4) * (1 / (1 + Math.exp(-1.1 * edge)));
const lawfulBelow = (edge: number, factor: number) => (seconds: number) => {
  const median = (words / 4 + 1.5 * Math.exp(-0.25 * edge)) * factor;
  return normalBelow(Math.log(seconds / median) / 0.4);
};

const isNear = (actual: number, expected: number, by: number, what: string): void =>
  assert(Math.abs(actual - expected) <= by, `${what}: ${actual}, not ${expected}`);

describe("the law by which a bot with a skill plays", () => {
  let runs: readonly { readonly name: string; readonly edge: number; readonly of: Simulated }[];
  before(() => {
    runs = skills.flatMap((skill) =>
      Object.entries(labels).map(([difficulty, b]) => {
        const name = `skill ${skill}, ${difficulty}`;
        const seen = { ...question, difficulty };
        return { name, edge: 4 * skill - 2 - b, of: simulate(seen, { skill, strengths: {} }, name) };
      }),
    );
  });

  it("has answers right as often as it says, within two points, and a few never given", () => {
    for (const { name, edge, of } of runs) {
      isNear(of.right.length / of.answered, lawfulChance(edge), 0.02, name);
      isNear(chanceOfRight(edge, 4), lawfulChance(edge), 1e-12, name);
      isNear(1 - of.answered / times, 0.03, 0.01, `${name}: never answered`);
    }
  });

  it("has times that pass the test of Kolmogorov and Smirnov, none of them under a second", () => {
    for (const { name, edge, of } of runs) {
      for (const [seconds, factor] of [[of.right, 1] as const, [of.wrong, 1.2] as const]) {
        const from = { from: 1.2 };
        const distance = distanceFrom(seconds, lawfulBelow(edge, factor), from);
        assert(seconds.length > 100 && distance < rarelyExceeded(seconds.length), `${name}: ${distance}`);
        assert(Math.min(...seconds) >= 1.2, name);
        if (seconds.length < 1000) continue;
        // The same test would find a law that is a tenth slower.
        assert(distanceFrom(seconds, lawfulBelow(edge, factor * 1.1), from) > rarelyExceeded(seconds.length), name);
      }
    }
  });

  it("keeps times within the limit, and to the law between its ends", () => {
    const { right } = simulate(question, { skill: 0.5, strengths: {} }, "limit", 6000);
    const [from, to] = [1.2, 5.7];
    const below = lawfulBelow(0, 1);
    assert(distanceFrom(right, below, { from, to }) < rarelyExceeded(right.length));
    assert(Math.min(...right) >= from && Math.max(...right) === to);
    isNear(right.filter((seconds) => seconds === to).length / right.length, 1 - below(to), 0.03, "at the end");
  });

  it("answers nothing where no answer could be in time", () => {
    const random = seededRandom("short");
    const talent = { skill: 1, strengths: {} };
    for (const limit of [-5000, 0, 1000, 1499])
      for (let n = 0; n < 50; n++) assert.equal(planAnswer(question, talent, key, limit, random), undefined);
    const plans = Array.from({ length: 50 }, () => planAnswer(question, talent, key, 1500, random));
    assert(plans.some((plan) => plan?.afterMs === 1200));
  });

  it("goes by what people's answers have taught, where they have", () => {
    const { right, answered } = simulate({ ...question, b: 1.7 }, { skill: 0.75, strengths: {} }, "learned");
    isNear(right.length / answered, lawfulChance(1 - 1.7), 0.02, "harder than its label");
    assert(distanceFrom(right, lawfulBelow(1 - 1.7, 1), { from: 1.2 }) < rarelyExceeded(right.length));
  });

  it("has a strength count as ability, in right answers and in time", () => {
    const { right, answered } = simulate(question, { skill: 0.5, strengths: { word: 0.9, sport: -1 } }, "strong");
    isNear(right.length / answered, lawfulChance(0.9), 0.02, "with a strength");
    assert(distanceFrom(right, lawfulBelow(0.9, 1), { from: 1.2 }) < rarelyExceeded(right.length));
  });

  it("takes the strongest strength that fits, by singular words", () => {
    const strengths = { animals: 0.4, "film and television": -0.7, history: 0.2, "ancient history": 0.9, "": 1 };
    const cases: readonly (readonly [string, string, number])[] = [
      ["Animals", "Which is the tallest?", 0.4],
      ["General", "Which animal barks?", 0.4],
      ["Film and Television", "Which animal is in it?", -0.7],
      ["Film", "Who directed it?", 0],
      ["Ancient History", "Who built it?", 0.9],
      ["HISTORY", "Which came first?", 0.2],
      ["Music", "Who sang it?", 0],
      ["", "", 0],
    ];
    for (const [category, prompt, expected] of cases)
      assert.equal(strengthFor(strengths, category, prompt), expected, `${category}: ${prompt}`);
    assert.equal(strengthFor({ music: 7 }, "Music", ""), 1);
  });

  it("has a bot guess what is not known, every choice as likely, as slowly as a wrong answer", () => {
    const random = seededRandom("guess");
    const counts = [0, 0, 0, 0];
    const seconds: number[] = [];
    for (let n = 0; n < times; n++) {
      const plan = planAnswer(question, { skill: 1, strengths: {} }, undefined, 120_000, random);
      if (plan === undefined) continue;
      counts[plan.choice] = (counts[plan.choice] ?? 0) + 1;
      seconds.push(plan.afterMs / 1000);
    }
    for (const count of counts) isNear(count / seconds.length, 0.25, 0.02, String(counts));
    assert(distanceFrom(seconds, lawfulBelow(2, 1.2), { from: 1.2 }) < rarelyExceeded(seconds.length));
  });

  it("reads longer what is longer, also where words have no spaces", () => {
    const median = (prompt: string): number => {
      const { right } = simulate({ ...question, prompt }, { skill: 0.5, strengths: {} }, "reading");
      return right.toSorted((a, b) => a - b)[right.length >> 1] ?? 0;
    };
    const short = median("Who?");
    isNear(median(`Who ${"and who ".repeat(12)}?`) / short, (30 / 4 + 1.5) / (6 / 4 + 1.5), 0.1, "in English");
    isNear(median("世界".repeat(12)) / short, (17 / 4 + 1.5) / (6 / 4 + 1.5), 0.1, "in Chinese");
  });

  it("plans the same from the same seed, with as many draws whatever is asked", () => {
    const seen = fc.record({
      prompt: fc.string(),
      choices: fc.array(fc.string(), { maxLength: 6 }),
      category: fc.string(),
      difficulty: fc.constantFrom("easy", "medium", "hard", "", "__proto__"),
      b: fc.option(fc.double({ min: -4, max: 4, noNaN: true }), { nil: undefined }),
    });
    const talent = fc.record({
      skill: fc.double({ min: 0, max: 1, noNaN: true }),
      strengths: fc.dictionary(fc.string(), fc.double({ min: -1, max: 1, noNaN: true }), { maxKeys: 4 }),
    });
    fc.assert(
      fc.property(
        seen,
        talent,
        fc.nat(7),
        fc.integer({ min: -1000, max: 60_000 }),
        fc.string(),
        (q, who, at, limit, seed) => {
          const known = at < q.choices.length ? at : undefined;
          const plan = () => {
            const random = seededRandom(seed);
            let draws = 0;
            const made = planAnswer(q, who, known, limit, () => {
              draws++;
              return random();
            });
            assert.equal(draws, 5);
            return made;
          };
          const first = plan();
          assert.deepEqual(plan(), first);
          if (first === undefined) return;
          assert(q.choices[first.choice] !== undefined, `there is no choice ${first.choice}`);
          assert(first.afterMs >= 1200 && first.afterMs <= limit - 300, `${first.afterMs} of ${limit}`);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
    assert.notDeepEqual(
      simulate(question, { skill: 0.5, strengths: {} }, "a"),
      simulate(question, { skill: 0.5, strengths: {} }, "b"),
    );
  });
});

describe("docs/bots.md", () => {
  let text: string;
  before(async () => {
    text = await readFile(new URL("../../docs/bots.md", import.meta.url), "utf8");
  });

  it("has a table of chances that is the law's", () => {
    const rows = [...text.matchAll(/^\| ([\d.]+) +\| +(-?\d) +\| +(\d+) % +\| +(\d+) % +\| +(\d+) % +\|$/gmu)];
    assert.deepEqual(
      rows.map(([, ...cells]) => cells.map(Number)),
      skills.map((skill) => {
        const theta = 4 * skill - 2;
        return [skill, theta, ...Object.values(labels).map((b) => Math.round(100 * chanceOfRight(theta - b, 4)))];
      }),
    );
  });
});
