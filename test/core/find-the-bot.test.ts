import assert from "node:assert/strict";
import type { GameCommand } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { findTheBot } from "../../src/games/find-the-bot/index.ts";
import { names } from "../../src/games/find-the-bot/names.ts";
import { prompts } from "../../src/games/find-the-bot/prompts.ts";
import type { FindTheBot } from "../../src/games/find-the-bot/state.ts";
import { aliasesOf, asksOf, bitsOf, crowd, given, phaseOf, truth, votes } from "../support/find-the-bot.ts";

const tick: GameCommand = { type: "tick" };
const [ann, bob] = ["ann0" as PlayerId, "ann1" as PlayerId];
const talkFrom = 3000;
const voteFrom = talkFrom + 120_000;

const talking = (changes: Parameters<typeof given>[0] = {}) => given(changes).at(talkFrom, tick);
const voting = (changes: Parameters<typeof given>[0] = {}) => given(changes).at(voteFrom, tick);
const roundsOf = (changes: Parameters<typeof given>[0], count = 200): readonly FindTheBot[] =>
  Array.from({ length: count }, (_, index) => talking({ ...changes, seed: `seed ${index}` }).state);
const aliasCount = ({ round }: FindTheBot): number => round?.aliases.length ?? 0;
const kindsOf = ({ round, players }: FindTheBot): readonly boolean[] =>
  (round?.aliases ?? []).map(({ player }) => players.get(player)?.bot === true);
const botsIn = (state: FindTheBot): number => kindsOf(state).filter(Boolean).length;

describe("find the bot: the loop", () => {
  it("[F1] goes countdown, then talking, voting, unmasked and scores for each round, then podium", () => {
    const seen: string[] = [];
    let story = given({ options: { rounds: 2 } });
    for (
      let due = findTheBot.nextDeadline(story.state);
      due !== undefined;
      due = findTheBot.nextDeadline(story.state)
    ) {
      seen.push(story.state.phase.name);
      story = story.at(due, tick);
    }
    const round = ["talking", "voting", "unmasked", "scores"];
    assert.deepEqual(seen, ["countdown", ...round, ...round]);
    assert.equal(story.state.phase.name, "podium");
    assert.equal(findTheBot.result(story.state)?.counts, true);
  });

  it("[F2] has three rounds of 120 s and a vote of 40 s, or as was set, and unmasks for three reveals", () => {
    const ends = (changes: Parameters<typeof given>[0]) =>
      [3000, 0, 0, 0].reduce<readonly number[]>((times) => {
        const { state } = given(changes).at(times.at(-1) ?? 0, tick);
        return [...times, findTheBot.nextDeadline(state) ?? 0];
      }, []);
    assert.deepEqual(ends({}), [3000, voteFrom, voteFrom + 40_000, voteFrom + 55_000]);
    assert.deepEqual(ends({ options: { talk: 60, vote: 20 } }), [3000, 63_000, 83_000, 98_000]);
    assert.deepEqual([given().state.rounds, given({ options: { rounds: 5 } }).state.rounds], [3, 5]);
  });

  it("[F3] closes a vote when everybody here has voted", () => {
    let story = voting();
    const all = [...story.state.players.keys()];
    for (const player of all.slice(1)) story = story.when(votes(story.state, player, 0));
    assert.equal(story.state.phase.name, "voting");
    assert.equal(story.when(votes(story.state, all[0] as PlayerId, 0)).state.phase.name, "unmasked");
  });

  it("[F4] skips a phase, and stops for the podium, without counting", () => {
    assert.equal(talking().when({ type: "skip" }).state.phase.name, "voting");
    const stopped = talking().when({ type: "stop" }).state;
    assert.equal(findTheBot.result(stopped)?.counts, false);
    given().when({ type: "stop" }).rejects({ type: "skip" }, "wrong_phase");
  });

  it("[F5] hushes everybody while they talk and vote, and never else", () => {
    const hushed = [given(), talking(), voting(), voting().when({ type: "skip" })].map(
      ({ state }) => findTheBot.view(state).hushed,
    );
    assert.deepEqual(hushed, [false, true, true, false]);
  });
});

describe("find the bot: aliases", () => {
  it("[M1] are fresh in each round, differ, and are nobody's name", () => {
    const taken = names.slice(0, 20).map((name, index) => ({
      id: `p${index}` as PlayerId,
      name: index % 2 === 0 ? name.toUpperCase() : `Big ${name}`,
      bot: index > 9,
    }));
    let story = given({ players: taken, options: { rounds: 5 } });
    const seen: string[] = [];
    for (let round = 0; round < 5; round++) {
      story = story.when({ type: "skip" });
      const { aliases } = story.state.round ?? { aliases: [] };
      assert.equal(new Set(aliases.map(({ colour }) => colour)).size, aliases.length);
      seen.push(...aliases.map(({ name }) => name));
      for (let step = 0; step < 3; step++) story = story.when({ type: "skip" });
    }
    assert.equal(new Set(seen).size, seen.length);
    assert(seen.every((name) => !names.slice(0, 20).includes(name)));
    assert.equal(new Set(names).size, names.length);
    const everybody = names.map((name, index) => ({ id: `p${index}` as PlayerId, name, bot: false }));
    assert.equal(aliasCount(talking({ players: everybody }).state), 16);
  });

  it("[M2] are as many whatever the seed: one for each person, and one more for a bot", () => {
    const counts = (people: number, bots: number) => [
      ...new Set(roundsOf({ players: crowd(people, bots) }, 40).map(aliasCount)),
    ];
    assert.deepEqual(counts(2, 2), [4]);
    assert.deepEqual(counts(2, 5), [4]);
    assert.deepEqual(counts(4, 1), [5]);
    assert.deepEqual(counts(9, 9), [15]);
    assert.deepEqual(counts(1, 8), [4]);
    assert.deepEqual(counts(3, 0), [3]);
  });

  it("[M3] are somebody's second where no bot takes them, and in a quarter of the rounds no bot does", () => {
    const all = roundsOf({ players: crowd(3, 2) }, 600);
    const without = all.filter((state) => botsIn(state) === 0).length / all.length;
    assert(Math.abs(without - 0.25) < 0.05, `${without} without a bot`);
    for (const state of all) {
      const own = [...state.players.keys()].map((player) => aliasesOf(state, player).length);
      assert.equal(
        own.reduce((sum, count) => sum + count, 0),
        5,
      );
      assert(own.slice(0, 3).every((count) => count === 1 || count === 2));
      assert(own.slice(3).filter((count) => count > 0).length <= 1, "few bots");
    }
    // No place in the list is a bot's more often than another.
    const share = (index: number) => all.filter((state) => kindsOf(state)[index] === true).length / all.length;
    const shares = [0, 1, 2, 3, 4].map(share);
    assert(Math.max(...shares) - Math.min(...shares) < 0.1, `shares of bots by place: ${shares.join()}`);
  });

  it("[M3] are two of one hand for a bot that takes part as often as for a person", () => {
    const doubled = { people: 0, bots: 0 };
    const hands = { people: 0, bots: 0 };
    for (const state of roundsOf({ players: crowd(3, 2) }, 800)) {
      if (botsIn(state) === 0) continue;
      for (const [player, { bot }] of state.players) {
        const kind = bot ? "bots" : "people";
        const count = aliasesOf(state, player).length;
        if (count > 0) hands[kind]++;
        if (count > 1) doubled[kind]++;
      }
    }
    const shares = [doubled.people / hands.people, doubled.bots / hands.bots] as const;
    assert(
      shares.every((share) => Math.abs(share - 0.25) < 0.06),
      shares.join(),
    );
  });

  it("[M3] tell nobody by their own names alone more than that most are people", () => {
    const seen = { one: { bots: 0, others: 0 }, two: { bots: 0, others: 0 } };
    for (const state of roundsOf({ players: crowd(2, 2) }, 600)) {
      const mine = aliasesOf(state, ann).length;
      const tally = mine === 1 ? seen.one : seen.two;
      tally.bots += botsIn(state);
      tally.others += aliasCount(state) - mine;
    }
    for (const { bots, others } of [seen.one, seen.two]) assert(bots / others < 0.54, JSON.stringify(seen));
  });

  it("[M4] are all of bots but one for who is alone", () => {
    for (const state of roundsOf({ players: crowd(1, 3) }, 20)) assert.equal(botsIn(state), 3);
  });

  it("[M5] are 16 at most; who has none may vote", () => {
    const { state } = voting({ players: crowd(40, 3) });
    assert.equal(aliasCount(state), 16);
    const without = [...state.players.keys()].filter((player) => aliasesOf(state, player).length === 0);
    assert(without.length > 20);
    for (const player of without)
      assert.deepEqual(
        asksOf(state, player).map(({ purpose }) => purpose),
        ["suspects"],
      );
  });

  it("[M6] stay when somebody drops or leaves", () => {
    const before = talking();
    const after = before
      .when({ type: "depart", player: ann, gone: true })
      .when({ type: "depart", player: bob, gone: false });
    assert.deepEqual(findTheBot.view(after.state).more, findTheBot.view(before.state).more);
    assert.deepEqual(asksOf(after.state, ann), []);
  });

  it("[M7] come with a prompt of their own in each round", () => {
    let story = given({ options: { rounds: 5 } });
    const seen = new Set<string>();
    for (let step = 0; step < 21; step++) {
      story = story.when({ type: "skip" });
      seen.add(story.state.round?.prompt ?? "");
    }
    assert.equal(seen.size, 5);
    assert(prompts.length >= 60);
    assert.equal(new Set(prompts.map(({ text }) => text)).size, prompts.length);
    assert(prompts.every(({ id, text }) => /^\w+$/.test(id) && text.length <= 90));
  });
});

describe("find the bot: points and coming and going", () => {
  const players = crowd(2, 1);
  /** A vote in a round in which the bot takes part, and one in which it does not. */
  const withBots = (count: number) => {
    const seed = Array.from({ length: 50 }, (_, index) => `seed ${index}`).find(
      (one) => botsIn(talking({ players, seed: one }).state) === count,
    ) as string;
    return voting({ players, seed });
  };
  const bot = "bot0" as PlayerId;
  const marksOf = (state: FindTheBot, player: PlayerId) =>
    phaseOf(state, "unmasked").marks.find((mark) => mark.player === player);

  it("[P1] are for what is right less what is wrong, of the others' aliases", () => {
    const story = withBots(1);
    const { state } = story;
    const botAlias = aliasesOf(state, bot);
    const right = story.when(votes(state, ann, bitsOf(state, botAlias))).when({ type: "skip" });
    assert.deepEqual(marksOf(right.state, ann), {
      player: ann,
      bots: bitsOf(state, botAlias),
      right: 2,
      of: 2,
      points: 1000,
      fooling: 0,
    });
    assert.equal(marksOf(right.state, bob)?.points, 0);
    const half = story.when(votes(state, ann, 0)).when({ type: "skip" });
    assert.deepEqual([marksOf(half.state, ann)?.right, marksOf(half.state, ann)?.points], [1, 0]);
    const wrong = story.when(votes(state, ann, bitsOf(state, aliasesOf(state, bob)))).when({ type: "skip" });
    assert.deepEqual([marksOf(wrong.state, ann)?.right, marksOf(wrong.state, ann)?.points], [0, 0]);
    const nobody = withBots(0);
    assert.equal(marksOf(nobody.when(votes(nobody.state, ann, 0)).when({ type: "skip" }).state, ann)?.points, 1000);
  });

  it("[P2] are for fooling people: a bot by being taken for a person, a person for a bot", () => {
    const story = withBots(1);
    const { state } = story;
    const after = story
      .when(votes(state, ann, bitsOf(state, aliasesOf(state, bob))))
      .when(votes(state, bob, truth(state, bob)))
      .when(votes(state, bot, bitsOf(state, aliasesOf(state, ann)))).state;
    assert.deepEqual(
      [ann, bob, bot].map((player) => marksOf(after, player)?.fooling),
      [0, 500, 250],
    );
    const twice = withBots(0);
    const double = [ann, bob].find((player) => aliasesOf(twice.state, player).length === 2) as PlayerId;
    const other = double === ann ? bob : ann;
    const [first = ""] = aliasesOf(twice.state, double);
    const fooled = twice.when(votes(twice.state, other, bitsOf(twice.state, [first]))).when({ type: "skip" }).state;
    assert.equal(marksOf(fooled, double)?.fooling, 250);
  });

  it("[P3] stay as they are until the unmasking", () => {
    const story = withBots(1);
    const one = story.when(votes(story.state, ann, truth(story.state, ann)));
    const scores = ({ state }: typeof story) => [...findTheBot.view(state).players.values()].map(({ score }) => score);
    assert.deepEqual(scores(one), [0, 0, 0]);
    assert.deepEqual(scores(one.when({ type: "skip" })), [1000, 0, 0]);
  });

  it("[P4] make the standings, then right marks do; equals share a rank", () => {
    const story = withBots(1);
    const { state } = story;
    const end = story
      .when(votes(state, ann, 0))
      .when({ type: "skip" })
      .when({ type: "stop" });
    const ranks = findTheBot.result(end.state)?.standings.map(({ player, rank }) => [player, rank]);
    // The bot has fooled her, she has one right mark, he none.
    assert.deepEqual(ranks, [
      [bot, 1],
      [ann, 2],
      [bob, 3],
    ]);
    assert.deepEqual(given().when({ type: "stop" }).state.phase, {
      name: "podium",
      standings: ["ann0", "ann1", "bot0", "bot1"].map((player) => ({ player, score: 0, right: 0, rank: 1 })),
      counts: false,
    });
  });

  it("[C1] are there for who comes late: a vote now, an alias in the next round", () => {
    const late = "late" as PlayerId;
    const story = talking({ players }).when({ type: "enter", player: late, name: "Late", bot: false });
    assert.deepEqual(asksOf(story.state, late), []);
    const vote = story.when({ type: "skip" });
    assert.equal(asksOf(vote.state, late).length, 1);
    const next = [1, 2, 3].reduce((one) => one.when({ type: "skip" }), vote);
    assert.notDeepEqual(aliasesOf(next.state, late), []);
  });

  it("[C2] come back with who comes back", () => {
    const story = withBots(1);
    const scored = story.when(votes(story.state, ann, truth(story.state, ann))).when({ type: "skip" });
    const left = scored.when({ type: "depart", player: ann, gone: true });
    assert.equal(findTheBot.view(left.state).players.has(ann), false);
    const back = left.when({ type: "enter", player: ann, name: "Ann 0", bot: false });
    assert.equal(findTheBot.view(back.state).players.get(ann)?.score, 1000);
  });

  it("[C3] wait for nobody who is not here", () => {
    const story = withBots(1);
    const voted = story.when(votes(story.state, ann, 0)).when(votes(story.state, bot, 0));
    assert.equal(voted.state.phase.name, "voting");
    assert.equal(voted.when({ type: "depart", player: bob, gone: false }).state.phase.name, "unmasked");
  });
});
