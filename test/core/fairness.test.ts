import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { checkFairness } from "../../src/core/fairness-check.ts";
import { fold } from "../../src/core/decider.ts";
import { canonical, type Proof } from "../../src/core/fairness.ts";
import { sha256 } from "../../src/core/sha256.ts";
import { dealingFaults } from "../../src/fairness/dealing.ts";
import { forgetting, type StoredEvent } from "../../src/journal/erasing.ts";
import { fromPlain, toPlain } from "../../src/journal/plain.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { evidenceFormat } from "../../src/protocol/fairness.ts";
import { gameOf, gameRow } from "../../src/standings/rows.ts";
import { type Bound, boundBy, decider, games, playedOut } from "../support/fairness.ts";
import { ana, questions } from "../support/quiz.ts";

const nodes = (text: string): string => createHash("sha256").update(text).digest("hex");

const faultsOf = (evidence: Bound, noted: readonly string[] = []): readonly string[] => {
  const { faults } = checkFairness(evidence, noted);
  const mode = games.get(evidence.mode);
  assert(mode !== undefined);
  return [...faults, ...dealingFaults(mode, evidence)].map(({ what, number }) => `${what} ${number}`);
};

describe("fairness: the hash", () => {
  it("is the SHA-256 that everybody has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => assert.equal(sha256(text), nodes(text))),
      { numRuns: 50 },
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120, 1000])
      assert.equal(sha256("é".repeat(length)), nodes("é".repeat(length)));
  });

  it("is of one form alone, whatever the order of names", () => {
    assert.equal(
      canonical({ b: [1.5, null, "é\n"], a: { d: true, c: undefined }, "": -0 }),
      '{"":0,"a":{"d":true},"b":[1.5,null,"é\\n"]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.equal(canonical(reversed(value)), text);
      }),
    );
  });
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, field]) => [name, reversed(field)]),
  );
};

describe("fairness: a game of every mode", () => {
  for (const mode of games.keys())
    it(`binds ${mode} before it is played, and opens it afterwards`, async () => {
      const { evidence, shown, views, events, lobby } = playedOut(mode, { first: 2 });
      const bound = boundBy(evidence);
      assert(evidenceFormat.safeParse(evidence).success);
      assert.deepEqual(bound.proof.commitments, shown);
      assert.deepEqual(faultsOf(bound, shown), []);
      // Of the opening nothing is to be seen before: not its salts, its seed, or what they come from.
      const { seed, salt, lots } = bound.proof;
      for (const secret of [
        seed,
        salt,
        ...lots.flat().flatMap((one) => ("salt" in one ? [one.salt] : [])),
        "the nonce",
      ])
        assert(!views.includes(secret));
      assert(!JSON.stringify(evidence).includes("the nonce"));
      assert(bound.asked.length + bound.proof.draws.length > 0, "something was checked");
      const stored = JSON.parse(JSON.stringify(events)) as typeof events;
      assert.deepEqual(toPlain(fold(decider.evolve, decider.initial, stored)), toPlain(lobby));
      assert.deepEqual(fromPlain(JSON.parse(JSON.stringify(toPlain(lobby)))), fromPlain(toPlain(lobby)));
    });
});

describe("fairness: what is changed afterwards", () => {
  const { evidence } = playedOut("quiz", { first: 2 });
  const bound = boundBy(evidence);
  const [q1, q2] = bound.asked;
  assert(q1 !== undefined && q2 !== undefined);
  const withProof = (changes: Partial<Proof>): Bound => ({ ...bound, proof: { ...bound.proof, ...changes } });
  const lots = bound.proof.lots;
  const withQuestion = (changes: object): Bound =>
    withProof({
      lots: lots.map((lot, number) =>
        lot.map((one, index) =>
          number === 0 && index === 0 && "question" in one
            ? { ...one, question: { ...one.question, ...changes } }
            : one,
        ),
      ),
    });

  const changed: Readonly<Record<string, readonly [Bound, readonly string[]]>> = {
    "a key": [withQuestion({ key: 1 }), ["commitment 1", "commitment 2", "changed 1", "dealing 1"]],
    "a word": [withQuestion({ prompt: "Question 0?" }), ["commitment 1", "commitment 2", "changed 1"]],
    "a field that is not shown": [withQuestion({ points: 2 }), ["commitment 1", "commitment 2"]],
    "the seed": [
      withProof({ seed: "another seed" }),
      ["commitment 1", "commitment 2", "dealing 1", "dealing 2", "dealing 3", "dealing 4"],
    ],
    "the order of the committed": [
      withProof({ lots: lots.map((lot) => lot.toReversed()) }),
      ["commitment 1", "commitment 2", "order 2", "order 4"],
    ],
    "a later lot": [withProof({ lots: lots.slice(0, 1) }), ["commitment 2", "not_committed 3", "not_committed 4"]],
    "what was asked": [{ ...bound, asked: [{ ...q1, choices: ["a", "b", "c", "d"] }, q2] }, ["changed 1", "dealing 1"]],
    "which was right": [{ ...bound, asked: [{ ...q1, key: (q1.key + 1) % 4 }] }, ["changed 1", "dealing 1"]],
    "the order of choices": [
      { ...bound, asked: [{ ...q1, choices: q1.choices.toReversed(), key: 3 - q1.key }] },
      ["dealing 1"],
    ],
    "the order of what was asked": [{ ...bound, asked: [q2, q1] }, ["order 2"]],
    "the game": [{ ...bound, game: "other" }, ["other_game 0"]],
  };
  for (const [what, [forged, found]] of Object.entries(changed))
    it(`is found: ${what}`, async () => assert.deepEqual(faultsOf(forged), found));

  it("is found where all of it was made anew, by who noted a commitment", async () => {
    const other = boundBy(playedOut("quiz", { seed: "another seed" }).evidence);
    assert.deepEqual(faultsOf(other), []);
    assert.deepEqual(faultsOf(other, [bound.proof.commitments[0] ?? ""]), ["not_as_noted 0"]);
  });

  it("is found in what the seed decided", async () => {
    const dealt = boundBy(playedOut("find-the-bot").evidence);
    const draws = dealt.proof.draws.map(({ from, drawn }) => ({ from, drawn: { ...(drawn as object), prompt: "x" } }));
    assert.deepEqual(faultsOf({ ...dealt, proof: { ...dealt.proof, draws: draws.slice(0, 1) } }), ["drawn 1"]);
    const nonsense = { ...dealt.proof, draws: [{ from: null, drawn: 1 }] };
    assert.deepEqual(faultsOf({ ...dealt, proof: nonsense }), ["drawn 1"]);
  });
});

describe("fairness: what is no fault", () => {
  it("is that the same questions with another nonce are bound by something else", () => {
    const shown = (nonce: string) => playedOut("quiz", { nonce }).shown[0];
    assert.notEqual(shown("one nonce"), shown("another nonce"));
    assert.equal(shown("one nonce"), shown("one nonce"));
  });

  it("is a correction, which shows as what it is", async () => {
    const correct = { type: "correct", hand: { player: ana, staff: true }, question: "q1" } as const;
    const struck = boundBy(
      playedOut("quiz", {
        during: [
          { type: "skip", hand: correct.hand },
          { ...correct, right: null },
        ],
      }).evidence,
    );
    const given = [
      { type: "skip", hand: correct.hand },
      { ...correct, right: "wrong 1a" },
    ] as const;
    const rekeyed = boundBy(playedOut("quiz", { during: given }).evidence);
    for (const one of [struck, rekeyed]) {
      assert.deepEqual(faultsOf(one), []);
      assert.deepEqual(checkFairness(one, []).corrected, [1]);
      assert.deepEqual(faultsOf({ ...one, proof: { ...one.proof, amended: [] } }).length > 0, one === rekeyed);
    }
    const [q1, ...others] = rekeyed.asked;
    assert(q1 !== undefined);
    const later = { ...rekeyed, asked: [{ ...q1, key: 3 }, ...others] };
    assert.deepEqual(faultsOf(later), [q1.key === 3 ? "" : "changed 1"]);
    assert.deepEqual(faultsOf({ ...later, corrections: [{ question: "q1", key: 3 }] }), []);
  });

  it("is that a question which was never asked stays shut", async () => {
    const asked = questions(4).map((one, index) => (index === 2 ? { ...one, number: { value: 3, unit: "" } } : one));
    const over = boundBy(playedOut("race", { asked }).evidence);
    const open = over.proof.lots.flat().filter((one) => "question" in one).length;
    assert.deepEqual([open, over.asked.length], [3, 3]);
    assert.deepEqual(faultsOf(over), []);
  });

  it("is that somebody's data are erased, and that a database gives fields back in another order", async () => {
    for (const mode of games.keys()) {
      const { events, evidence } = playedOut(mode);
      const without = forgetting(ana, true);
      const kept = events.map((event) => without(event as StoredEvent) as unknown as LobbyEvent);
      const over = kept.find((event) => event.type === "game_completed");
      assert(over?.proof !== undefined);
      const past = { ...over, proof: over.proof, lobby: "ABCDE", seq: 1, lines: over.standings, detail: [] };
      const row = gameRow({ ...past, corrections: [] });
      const read = gameOf({ ...row, detail: reversed(JSON.parse(row.detail)) });
      assert.deepEqual(faultsOf({ ...evidence, proof: read.proof as Proof }), []);
    }
  });
});
