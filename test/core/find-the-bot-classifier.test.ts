import assert from "node:assert/strict";
import { boosted, logistic, type Score, verdictOf } from "../support/classifier.ts";
import { rosterOf, type Sample, samplesOf } from "../support/find-the-bot-features.ts";
import { type Got, type SeenRound, seenRounds } from "../support/find-the-bot-rounds.ts";

/** Learns from the first samples and is tested on the others. */
const learnt = (known: readonly Sample[], asked: readonly Sample[]) => {
  const ways: Readonly<Record<string, Score>> = { logistic: logistic(known), boosted: boosted(known) };
  return Object.entries(ways).map(([way, score]) => ({ way, ...verdictOf(score, asked) }));
};

const learntFrom = (rounds: readonly SeenRound[], from: number) =>
  learnt(samplesOf(rounds.slice(0, from)), samplesOf(rounds.slice(from)));

/** The same rounds with something about each line of a bot that there is not. */
const withTell = (rounds: readonly SeenRound[], tell: (got: Got) => Got): readonly SeenRound[] =>
  rounds.map((round) => ({
    ...round,
    before: [],
    got: round.got.map((got) =>
      got.name === "line" && round.truth.has((got.value as { readonly alias: string }).alias) ? tell(got) : got,
    ),
  }));

const told = (found: ReturnType<typeof learnt>): string => JSON.stringify(found);

describe("find the bot: who learns from everything that one client gets", function () {
  this.timeout(180_000);
  const train = 500;
  let rounds: readonly SeenRound[] = [];
  let known: readonly Sample[] = [];
  let asked: readonly Sample[] = [];
  let verdicts: ReturnType<typeof learnt> = [];

  before(async () => {
    rounds = await seenRounds("c", train + 200);
    [known, asked] = [samplesOf(rounds.slice(0, train)), samplesOf(rounds.slice(train))] as const;
    verdicts = learnt(known, asked);
  });

  it("tells bots from people no better than who always says the same", () => {
    for (const { way, accuracy, chance } of verdicts) {
      assert(accuracy <= chance + 0.03, `${way}: ${accuracy}, by chance ${chance}`);
    }
  });

  it("ranks them hardly better than who knows the roster alone", () => {
    const usual = verdictOf(boosted(known.map(rosterOf)), asked.map(rosterOf));
    for (const { way, ranked } of verdicts) {
      assert(ranked <= usual.ranked + 0.08, `${way}: ${ranked}, by the roster ${usual.ranked}`);
    }
  });

  it("has enough to learn from, and rounds without any bot", () => {
    const lines = rounds.map(({ got }) => got.filter(({ name }) => name === "line").length);
    assert(lines.filter((count) => count > 8).length > 0.8 * rounds.length);
    const without = rounds.filter(({ truth }) => truth.size === 0).length / rounds.length;
    assert(without > 0.19 && without < 0.31, `${without} without a bot`);
    assert(rounds.some(({ own }) => own.length > 0) && rounds.some(({ own }) => own.length === 0));
  });

  it("finds a tell in the time, the size or the fields of a line", () => {
    const tells: readonly ((got: Got) => Got)[] = [
      (got) => ({ ...got, at: got.at + 40 }),
      (got) => ({ ...got, bytes: got.bytes + 1 }),
      (got) => ({ ...got, value: { ...(got.value as object), bot: true } }),
    ];
    for (const tell of tells) {
      const found = learntFrom(withTell(rounds.slice(0, 300), tell), 200);
      assert(
        found.every(({ accuracy, chance }) => accuracy > chance + 0.08),
        told(found),
      );
    }
  });

  it("finds bots that have another pace than people", async () => {
    const found = learntFrom(await seenRounds("hasty", 200, 0.4), 140);
    assert(
      found.some(({ accuracy, chance }) => accuracy > chance + 0.06),
      told(found),
    );
  });
});
