import assert from "node:assert/strict";
import type { GameCommand, GameSetup } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { deal } from "../../src/games/higher-or-lower/deal.ts";
import { families, thingOf } from "../../src/games/higher-or-lower/facts.ts";
import { higherOrLower } from "../../src/games/higher-or-lower/index.ts";
import { rightIn } from "../../src/games/higher-or-lower/scoring.ts";
import type { HigherOrLower } from "../../src/games/higher-or-lower/state.ts";
import { crew, givenGame, skip, tick } from "../support/mode-laws.ts";

const [ana, ben, cai] = crew as [PlayerId, PlayerId, PlayerId];
const given = (changes: Partial<GameSetup> = {}) => givenGame(higherOrLower, { questions: [], count: 2, ...changes });
const openedAt = 3000;
const open = (changes: Partial<GameSetup> = {}) => given(changes).at(openedAt, tick);

/** Says higher (0) or lower (1), as if by the ask. */
const says = (player: PlayerId, choice: number): GameCommand => {
  const ask = { id: "guess-1", what: "choose", purpose: "guess", prompt: "", choices: ["higher", "lower"] } as const;
  return { type: "move", player, ask, move: { ask: ask.id, choice } };
};
const right = (state: HigherOrLower, player: PlayerId) => says(player, rightIn(state));
const wrong = (state: HigherOrLower, player: PlayerId) => says(player, 1 - rightIn(state));
const scoreOf = (state: HigherOrLower, player: PlayerId) => higherOrLower.view(state).players.get(player)?.score;
const phaseOf = (state: HigherOrLower) => higherOrLower.view(state).phase;

describe("higher or lower: the loop", () => {
  it("[H1] goes countdown, then guessing, shown and scores for each round, then podium", () => {
    const seen: string[] = [];
    let story = given();
    for (let step = 0; step < 8; step++) {
      seen.push(phaseOf(story.state));
      if (step < 7) story = story.when(skip);
    }
    const round = ["guessing", "shown", "scores"];
    assert.deepEqual(seen, ["countdown", ...round, ...round, "podium"]);
    assert.equal(higherOrLower.result(story.state)?.counts, true);
  });

  it("[H2] has as many rounds as were asked for, each with the game's seconds to guess", () => {
    const { state } = open({ count: 7, seconds: 20 });
    assert.equal(higherOrLower.view(state).total, 7);
    assert.equal(higherOrLower.nextDeadline(state), openedAt + 20_000);
    assert.equal(phaseOf(open().at(openedAt + 10_000 + 5000 + 4000, tick).state), "guessing");
  });

  it("[H3] closes a round when everybody who is connected has guessed", () => {
    let story = open();
    story = story.when(says(ana, 0)).when(says(ben, 1));
    assert.equal(phaseOf(story.state), "guessing");
    assert.equal(phaseOf(story.when(says(cai, 1)).state), "shown");
    assert.equal(phaseOf(story.when({ type: "depart", player: cai, gone: false }).state), "shown");
  });

  it("[H4] skips a phase, and stops for the podium, without counting", () => {
    assert.equal(phaseOf(open().when(skip).state), "shown");
    const stopped = open().when({ type: "stop" });
    assert.equal(higherOrLower.result(stopped.state)?.counts, false);
    stopped.rejects(skip, "wrong_phase");
  });
});

describe("higher or lower: what is asked", () => {
  const seeds = Array.from({ length: 100 }, (_, index) => `seed ${index}`);

  it("[D1] asks for the number of one of two things of a family", () => {
    for (const { known, asked } of seeds.flatMap((seed) => deal(seed, 20))) {
      assert.equal(thingOf(known).family, thingOf(asked).family);
      assert.notEqual(known, asked);
    }
    const { pair } = higherOrLower.view(open().state).more as { readonly pair: Record<string, object> };
    assert.deepEqual(
      [Object.keys(pair["known"] ?? {}), Object.keys(pair["asked"] ?? {})],
      [
        ["id", "name", "value"],
        ["id", "name"],
      ],
    );
  });

  it("[D2] asks for nothing that is too near to call", () => {
    for (const { known, asked } of seeds.flatMap((seed) => deal(seed, 30))) {
      const { family, thing } = thingOf(known);
      assert(Math.abs(thing.value - thingOf(asked).thing.value) >= family.gap, `${known} and ${asked}`);
    }
  });

  it("[D3] goes through the families in turn and asks for nothing twice before all were asked for", () => {
    for (const seed of seeds) {
      const pairs = deal(seed, 50);
      const inTurn = pairs.map(({ asked }) => thingOf(asked).family.id);
      assert.equal(new Set(inTurn.slice(0, families.length)).size, families.length);
      assert.deepEqual(inTurn.slice(families.length, 2 * families.length), inTurn.slice(0, families.length));
      assert.equal(new Set(pairs.map(({ asked }) => asked)).size, 50);
    }
    assert.notDeepEqual(deal("one", 8), deal("other", 8));
  });

  it("has enough to ask for, each by an id of its own", () => {
    const ids = families.flatMap(({ things }) => things.map(({ id }) => id));
    assert(ids.length >= 60 && families.length >= 6);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe("higher or lower: guessing", () => {
  it("[G1] takes one guess of each player while a round is open", () => {
    const story = open().when(says(ana, 0));
    story.rejects(says(ana, 1), "already_answered");
    story.rejects(says("eva" as PlayerId, 1), "not_a_player");
    story.rejects(says(ben, 1), "too_late", openedAt + 10_000);
    given().rejects(says(ana, 0), "wrong_phase");
    assert.deepEqual(higherOrLower.asks?.(story.state, ana), []);
    assert.deepEqual(higherOrLower.asks?.(story.state, ben)?.[0]?.choices, ["higher", "lower"]);
  });

  it("[G2] shows neither the number nor the guesses before the end of the round", () => {
    const seen = (state: HigherOrLower) =>
      JSON.stringify([higherOrLower.view(state), [...higherOrLower.view(state).players]]);
    const { state } = open();
    const [pair] = state.rounds as [HigherOrLower["rounds"][number]];
    const { family, thing } = thingOf(pair.asked);
    const other = family.things.find(({ id }) => id !== pair.known && id !== pair.asked);
    const swapped = { ...state, rounds: [{ ...pair, asked: other?.id ?? "" }, ...state.rounds.slice(1)] };
    const named = seen(swapped)
      .replaceAll(other?.name ?? "", thing.name)
      .replaceAll(`"${other?.id}"`, `"${thing.id}"`);
    assert.equal(named, seen(state));
    assert.equal(seen(open().when(says(ana, 0)).state), seen(open().when(says(ana, 1)).state));
    const shown = higherOrLower.view(open().when(says(ana, 0)).when(skip).state).more as Record<string, unknown>;
    assert.deepEqual((shown["answer"] as { guessed: unknown }).guessed, [1, 0]);
  });
});

describe("higher or lower: points", () => {
  it("[P1] scores a right guess as the quiz does, or 1000 whenever it came", () => {
    const after = (timed: boolean) => {
      const story = open({ options: { timed } });
      return story.when(right(story.state, ana), openedAt + 5000).when(skip);
    };
    assert.deepEqual([scoreOf(after(true).state, ana), scoreOf(after(false).state, ana)], [750, 1000]);
    const next = after(false).when(skip).when(skip);
    assert.equal(scoreOf(next.when(right(next.state, ana)).when(skip).state, ana), 1000 + 1000 + 100);
    assert.deepEqual(higherOrLower.own?.(after(true).state, ana), {
      guess: rightIn(open().state),
      right: true,
      points: 750,
    });
  });

  it("[P2] gives nothing for a wrong or missing guess, which ends the chain", () => {
    let story = open({ count: 3, options: { timed: false } });
    story = story.when(right(story.state, ana)).when(skip).when(skip).when(skip);
    assert.equal(story.state.players.get(ana)?.chain, 1);
    story = story.when(wrong(story.state, ana)).when(skip);
    assert.deepEqual([scoreOf(story.state, ana), story.state.players.get(ana)?.chain], [1000, 0]);
    assert.equal(scoreOf(story.state, ben), 0);
  });

  it("[P3] ranks by points, and equals alike", () => {
    let story = open({ options: { timed: false } });
    story = story.when(right(story.state, ben)).when(right(story.state, cai)).when(wrong(story.state, ana));
    const { standings } = higherOrLower.result(story.when({ type: "stop" }).state) ?? { standings: [] };
    assert.deepEqual(
      standings.map(({ player, rank, score, right: count }) => [player, rank, score, count]),
      [
        [ben, 1, 1000, 1],
        [cai, 1, 1000, 1],
        [ana, 3, 0, 0],
      ],
    );
  });
});

describe("higher or lower: coming and going", () => {
  const eva = "eva" as PlayerId;

  it("[C1] lets who comes late guess at once", () => {
    const story = open().when({ type: "enter", player: eva, name: "Eva", bot: false });
    assert.equal(scoreOf(story.when(right(story.state, eva)).when(skip).state, eva), 1000);
  });

  it("[C2] keeps the points of who leaves, for when they come back", () => {
    let story = open();
    story = story.when(right(story.state, ana)).when(skip).when({ type: "depart", player: ana, gone: true });
    assert.equal(scoreOf(story.state, ana), undefined);
    assert.equal(scoreOf(story.when({ type: "enter", player: ana, name: "Ana", bot: false }).state, ana), 1000);
  });
});
