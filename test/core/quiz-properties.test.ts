import assert from "node:assert/strict";
import fc from "fast-check";
import { fold } from "../../src/core/decider.ts";
import type { GameCommand, GameSetup, Question } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { quizPoints } from "../../src/games/quiz/scoring.ts";
import type { Quiz, QuizEvent } from "../../src/games/quiz/state.ts";
import { correct } from "../../src/standings/correct.ts";
import { ana, asPlayer, ben, cai, questions } from "../support/quiz.ts";

const everybody: readonly PlayerId[] = [ana, ben, cai];

const options = fc.record(
  {
    scoring: fc.constantFrom("speed", "accuracy", "negative"),
    untimed: fc.boolean(),
    points: fc.constantFrom("same", "difficulty", "last"),
    answers: fc.constantFrom("choices", "typed"),
    wager: fc.boolean(),
    lateJoin: fc.constantFrom("zero", "average", "closed"),
  },
  { requiredKeys: [] },
);

const kinds: readonly Partial<Question>[] = [
  {},
  { also: [2] },
  { points: 2, difficulty: "hard" },
  { points: 0 },
  { accept: ["correct"], imageAlt: "a thing" },
  { choices: [], key: -1, number: { value: 50, unit: "m", least: 0, most: 100 } },
  { choices: [], key: -1, number: { value: 50, unit: "" } },
];

const setups = fc
  .tuple(options, fc.array(fc.constantFrom(...kinds), { minLength: 4, maxLength: 4 }), fc.nat(2))
  .map(([given, four, more]): GameSetup => ({
    id: "game" as GameSetup["id"],
    questions: made(four).slice(0, 4 - more),
    more,
    count: 4,
    seconds: 10,
    players: [ana, ben].map((id) => asPlayer(id)),
    options: given,
    seed: "seed",
    timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  }));

const made = (four: readonly Partial<Question>[]): readonly Question[] =>
  questions(4).map((one, index) => ({ ...one, ...four[index] }));

/** Turns the state into a command: which asks there are is only known then. */
type Act = (state: Quiz) => GameCommand | undefined;

const player = fc.constantFrom(...everybody);
const currentOf = ({ questions: all, current }: Quiz): Question | undefined => all[current];

const moves = fc
  .tuple(player, fc.integer({ min: -10, max: 2000 }), fc.constantFrom("right 1", "wrong 2a", "rigth 3", "?"))
  .map(([id, number, text]): Act => (state) => {
    const ask = quiz.asks?.(state, id)[0];
    if (ask === undefined) return undefined;
    const given =
      ask.what === "number" ? { number: Math.min(ask.most ?? 2000, Math.max(ask.least ?? -10, number)) } : {};
    return { type: "move", player: id, ask, move: { ask: ask.id, text, ...given } };
  });
const answers = fc.tuple(player, fc.integer({ min: 0, max: 3 })).map(([id, choice]): Act => (state) => ({
  type: "play",
  player: id,
  message: { type: "answer", question: currentOf(state)?.id ?? "none", choice },
}));
const rightly = player.map((id): Act => (state) => ({
  type: "play",
  player: id,
  message: { type: "answer", question: currentOf(state)?.id ?? "none", choice: currentOf(state)?.key ?? 0 },
}));
const plain = fc.oneof(
  player.map((id): GameCommand => ({ type: "enter", player: id, name: id, bot: false })),
  fc.tuple(player, fc.boolean()).map(([id, gone]): GameCommand => ({ type: "depart", player: id, gone })),
  fc.constant<GameCommand>({ type: "tick" }),
  fc.constant<GameCommand>({ type: "skip" }),
);
const corrections = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 0, max: 3 })))
  .map(([n, key]): Act => () => ({ type: "correct", question: `q${n}`, key }));
const extensions = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.boolean()).map(([n, last]): Act => () => ({
  type: "extend",
  questions: questions(n).slice(2),
  last,
}));

const acts = fc.oneof(
  { weight: 6, arbitrary: moves },
  { weight: 3, arbitrary: answers },
  { weight: 4, arbitrary: rightly },
  {
    weight: 4,
    arbitrary: plain.map(
      (command): Act =>
        () =>
          command,
    ),
  },
  { weight: 1, arbitrary: corrections },
  { weight: 1, arbitrary: extensions },
);
const scripts = fc.array(fc.tuple(fc.constantFrom(0, 100, 900, 4000, 11_000), acts), {
  minLength: 10,
  maxLength: 50,
  size: "max",
});

/** Plays a script, every deadline on the way being kept, and then on to the end. */
const played = (setup: GameSetup, script: typeof scripts extends fc.Arbitrary<infer S> ? S : never): Quiz => {
  const [first, ...rest] = quiz.start(setup) as [QuizEvent, ...QuizEvent[]];
  let state = fold<Quiz, QuizEvent>(quiz.evolve, quiz.evolve(undefined, first), rest);
  const tell = (command: GameCommand, now: number) => {
    const decision = quiz.decide(state, command, now);
    if (decision.ok) state = fold(quiz.evolve, state, decision.events);
  };
  const pass = (until: number) => {
    for (let due = quiz.nextDeadline(state); due !== undefined && due <= until; due = quiz.nextDeadline(state))
      tell({ type: "tick" }, due);
  };
  let now = 0;
  for (const [wait, act] of script) {
    now += wait;
    pass(now);
    const command = act(state);
    if (command !== undefined) tell(command, now);
  }
  tell({ type: "extend", questions: [], last: true }, now);
  pass(now + 3 * 700_000);
  return state;
};

const runs = { numRuns: 300 };

describe("a quiz with any settings", () => {
  /** With which the game ends, of a state at its last scores. */
  const standingsOf = (state: Quiz) => {
    const decision = quiz.decide(state, { type: "tick" }, 2e9);
    const ended = decision.ok ? decision.events.find((event) => event.type === "ended") : undefined;
    assert(ended !== undefined);
    return ended.standings;
  };

  it("[P11] makes of a correction afterwards what it makes during the game", () => {
    const faults = fc.tuple(fc.nat(3), fc.option(fc.nat(3)));
    fc.assert(
      fc.property(setups, scripts, faults, (setup, script, [n, key]) => {
        const over = played(setup, script);
        const question = over.questions[n];
        if (question === undefined || over.phase.name !== "podium" || over.closed[n] === undefined) return;
        // As though somebody had corrected it in the last moment.
        const open: Quiz = { ...over, phase: { name: "scores", endsAt: 1e9 } };
        const live = quiz.decide(open, { type: "correct", question: question.id, key }, 1e8);
        const lines = standingsOf(open).map((line) => ({
          ...line,
          name: line.player as string,
          kind: "human" as const,
        }));
        const past = { game: "g", lobby: "l", mode: "quiz", topic: "", at: 0, seq: 1, corrections: [] };
        const fault = key === null ? { strike: true as const } : { key };
        const after = correct(
          { ...past, detail: quiz.record(over), lines },
          { question: question.id, by: "staff", at: 0, ...fault },
          quizPoints,
        );
        assert.equal(after.ok, live.ok);
        if (!after.ok || !live.ok) return;
        const sums = (all: readonly { player: PlayerId; score: number; right: number; rank: number }[]) =>
          new Map(all.map(({ player: id, score, right, rank }) => [id, { score, right, rank }]));
        assert.deepEqual(sums(after.game.lines), sums(standingsOf(fold(quiz.evolve, open, live.events))));
      }),
      runs,
    );
  });
});
