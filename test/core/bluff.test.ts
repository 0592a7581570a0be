import assert from "node:assert/strict";
import type { GameCommand, Question } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { bluff } from "../../src/games/bluff/index.ts";
import type { Bluff } from "../../src/games/bluff/state.ts";
import { suits } from "../../src/games/bluff/suits.ts";
import {
  ana,
  asksOf,
  ben,
  cleo,
  given,
  indexOf,
  lies,
  phaseOf,
  picks,
  shownIn,
  skip,
  strange,
  tick,
} from "../support/bluff.ts";

const writeFrom = 3000;
const voteFrom = writeFrom + 45_000;

const writing = (changes: Parameters<typeof given>[0] = {}) => given(changes).at(writeFrom, tick);
/** All three have written something else. */
const voting = (changes: Parameters<typeof given>[0] = {}) =>
  writing(changes).when(lies(ana, "roasted nuts")).when(lies(ben, "Lottery tickets.")).when(lies(cleo, "olive oil"));
const outcome = (state: Bluff, player: PlayerId) => state.closed.at(-1)?.outcomes.find((one) => one.player === player);
const scoreOf = (state: Bluff, player: PlayerId) => state.players.get(player)?.score;
const ownOf = (state: Bluff, player: PlayerId) =>
  bluff.own?.(state, player) as {
    readonly lie: string | null;
    readonly option: number | null;
    readonly brought: unknown;
  };

describe("bluff: the loop", () => {
  it("[B1] goes countdown, then writing, voting, unmask and scores for each question, then podium", () => {
    const seen: string[] = [];
    let story = given();
    for (let due = bluff.nextDeadline(story.state); due !== undefined; due = bluff.nextDeadline(story.state)) {
      seen.push(story.state.phase.name);
      story = story.at(due, tick);
    }
    const round = ["writing", "voting", "unmask", "scores"];
    assert.deepEqual(seen, ["countdown", ...round, ...round]);
    assert.equal(bluff.result(story.state)?.counts, true);
    assert.equal(bluff.record(story.state).length, 2);
  });

  it("[B2] lasts as was set, and the unmasking by what there is to unmask", () => {
    const ends = (changes: Parameters<typeof given>[0]) =>
      [1, 2, 3, 4].reduce<readonly number[]>((times) => {
        const { state } = given(changes).at(times.at(-1) ?? 0, tick);
        return [...times, bluff.nextDeadline(state) ?? 0];
      }, []);
    assert.deepEqual(ends({}), [3000, voteFrom, voteFrom + 20_000, voteFrom + 20_000 + 3 * 2500 + 5000]);
    assert.deepEqual(ends({ options: { writing: 15, voting: 10 } }).slice(0, 3), [3000, 18_000, 28_000]);
    const crowd = Array.from({ length: 15 }, (_, index) => ({ id: `p${index}` as PlayerId, name: "", bot: false }));
    const many = crowd.reduce(
      (story, { id }, index) => story.when(lies(id, `${100 + index} ships`)),
      writing({ players: crowd }),
    );
    assert(Math.abs(bluff.view(many.when(skip).state).phaseMs - 30_000) < 20);
  });

  it("[B3] closes writing and voting when everybody here is done", () => {
    const two = writing().when({ type: "depart", player: cleo, gone: false });
    assert.equal(two.when(lies(ana, "nuts")).state.phase.name, "writing");
    const both = two.when(lies(ana, "nuts")).when(lies(ben, "tickets"), 9000);
    assert.equal(phaseOf(both.state, "voting").openedAt, 9000);
    const voted = both.when(picks(ana, indexOf(both.state, "Tickets")), 9500);
    assert.equal(voted.state.phase.name, "voting");
    assert.equal(voted.when({ type: "depart", player: ben, gone: true }, 9600).state.phase.name, "unmask");
    // Without anybody, time goes on.
    const empty = [ana, ben, cleo].reduce(
      (story, player) => story.when({ type: "depart", player, gone: false }),
      writing(),
    );
    assert.equal(empty.state.phase.name, "writing");
    assert.equal(empty.at(voteFrom, tick).state.phase.name, "voting");
  });

  it("[B4] skips a phase, and stops for the podium, without counting", () => {
    assert.equal(writing().when(skip).state.phase.name, "voting");
    const stopped = voting().when({ type: "stop" });
    assert.equal(bluff.result(stopped.state)?.counts, false);
    stopped.rejects(skip, "wrong_phase");
    stopped.rejects({ type: "stop" }, "wrong_phase");
  });

  it("[B5] waits for questions that are still being made", () => {
    const waiting = given({ questions: [strange], more: 1 });
    const scores = [1, 2, 3, 4].reduce((story) => story.when(skip), waiting);
    assert.equal(scores.state.phase.name, "scores");
    const still = scores.when(skip);
    assert.equal(still.state.phase.name, "scores");
    assert.deepEqual(bluff.notices({ type: "scored", endsAt: 0, again: true }, still.state), []);
    const more = { ...strange, id: "later" as Question["id"] };
    const extended = still.when({ type: "extend", questions: [strange, more, { ...more }], last: true });
    assert.equal(extended.state.questions.length, 2);
    assert.equal(extended.when(skip).state.phase.name, "writing");
    assert.equal(still.when({ type: "extend", questions: [], last: true }).when(skip).state.phase.name, "podium");
  });

  it("[B6] strikes a question out, but gives none another truth", () => {
    const strike: GameCommand = { type: "correct", question: strange.id, key: null };
    const told = voting();
    const open = told.when(picks(ana, phaseOf(told.state, "voting").key)).when(strike);
    assert.equal(open.state.phase.name, "unmask");
    assert.equal(scoreOf(open.state, ana), 0);
    const shown = bluff.view(open.state).more?.["unmask"] as { readonly struck: boolean } | undefined;
    assert.equal(shown?.struck, true);
    assert.equal(bluff.record(open.state)[0]?.struck, true);
    assert.deepEqual(open.events(strike), []);
    assert.equal(writing().when(strike).state.phase.name, "unmask");
    const closed = told.when(picks(ana, phaseOf(told.state, "voting").key)).when(skip);
    assert.equal(scoreOf(closed.state, ana), 1000);
    assert.equal(scoreOf(closed.when(strike).state, ana), 0);
    told.rejects({ type: "correct", question: strange.id, key: 1 }, "wrong_question");
    told.rejects({ type: "correct", question: "strange-2", key: null }, "wrong_question");
  });
});

describe("bluff: questions", () => {
  it("[Q1] suit when they stand without their choices", () => {
    const ask = (changes: Partial<Question>) => suits({ ...strange, ...changes });
    const right = (text: string) => ask({ choices: [text, "b", "c", "d"] });
    assert(ask({}));
    assert(right("Eight") && right("40 km") && right("A flamboyance"));
    for (const text of ["True", "no", "Yes", "All of the above", "None of them", "42", "x".repeat(41), ""]) {
      assert(!right(text), text);
    }
    for (const prompt of [
      "Which of these is a bird?",
      "Which of the following rivers is in Asia?",
      "What is not a fruit?",
      "Which planet doesn’t have rings?",
      "All are mammals except which?",
      "Which verb means about the same as “set”?",
    ]) {
      assert(!ask({ prompt }), prompt);
    }
    assert(!ask({ image: "data:image/svg+xml,x" }));
    assert(!ask({ choices: ["Holy water", "Wine"] }));
    assert(!ask({ also: [2] }));
  });
});

describe("bluff: lies", () => {
  it("[L1] are one a player and question, and final", () => {
    const story = writing();
    assert.deepEqual(
      asksOf(story.state, ana).map(({ what, purpose, shown, most }) => ({ what, purpose, shown, most })),
      [{ what: "write", purpose: "lie", shown: true, most: 60 }],
    );
    const wrote = story.when(lies(ana, "roasted nuts"));
    assert.deepEqual(asksOf(wrote.state, ana), []);
    wrote.rejects(lies(ana, "something else"), "already_answered");
    story.rejects(lies(ana, "?!"), "malformed");
    story.rejects(lies("nobody" as PlayerId, "nuts"), "not_a_player");
    given().rejects(lies(ana, "nuts"), "no_such_ask");
    assert.deepEqual(asksOf(given().state, ana), []);
  });

  it("[L2] near to the truth are refused, and another may be written", () => {
    const story = writing();
    for (const text of ["holy water", "HOLY WATER!", "the holy water", "Holly Water", "Hóly-water"]) {
      story.rejects(lies(ana, text), "too_near");
    }
    assert.equal(story.when(lies(ana, "Fresh water")).state.phase.name, "writing");
  });

  it("[L3] are too late from the closing instant on; who wrote nothing votes all the same", () => {
    writing().rejects(lies(ana, "nuts"), "too_late", voteFrom);
    const story = writing().when(lies(ben, "nuts")).at(voteFrom, tick);
    story.rejects(lies(ana, "nuts"), "no_such_ask");
    assert.deepEqual(
      asksOf(story.state, ana).map(({ purpose }) => purpose),
      ["truth"],
    );
    assert.equal(story.when(picks(ana, indexOf(story.state, "Nuts"))).state.phase.name, "voting");
  });

  it("[L4] that are near to each other become one of all who wrote them", () => {
    const story = writing()
      .when(lies(ana, "lottery tickets"))
      .when(lies(ben, "The Lottery Ticket"))
      .when(lies(cleo, "olive oil"));
    const { options } = phaseOf(story.state, "voting");
    assert.deepEqual(options.find(({ text }) => text === "Lottery tickets")?.authors, [ana, ben]);
    assert.equal(options.length, 4);
    for (const player of [ana, ben]) story.rejects(picks(player, indexOf(story.state, "Lottery tickets")), "own_work");
    assert.deepEqual(asksOf(story.state, ana), asksOf(story.state, cleo));
  });

  it("[L5] are filled up to three with decoys, none near to what is there", () => {
    const alone = writing().when(lies(ana, "dried fig")).at(voteFrom, tick);
    const shown = shownIn(alone.state).toSorted();
    assert.deepEqual(shown, ["Dried fig", "Holy water", "Lamp oil", "Wax candles"]);
    assert.equal(shownIn(voting().state).length, 4);
    const without = writing({ options: { decoys: false } })
      .when(lies(ana, "nuts"))
      .at(voteFrom, tick);
    assert.equal(shownIn(without.state).length, 2);
  });

  it("[L6] are 15 at most", () => {
    const crowd = Array.from({ length: 30 }, (_, index) => ({ id: `p${index}` as PlayerId, name: "", bot: false }));
    const story = crowd.reduce(
      (so, { id }, index) => so.when(lies(id, `${100 + index} ships`)),
      writing({ players: crowd }),
    );
    assert.equal(shownIn(story.state).length, 16);
  });
});

describe("bluff: voting", () => {
  it("[V1] is on texts in one manner, and no place is the truth's more often than another", () => {
    assert.deepEqual(shownIn(voting().state).toSorted(), [
      "Holy water",
      "Lottery tickets",
      "Olive oil",
      "Roasted nuts",
    ]);
    const shouted = writing()
      .when(lies(ana, "ROASTED NUTS!!"))
      .when(lies(ben, "“éclairs”"))
      .when(lies(cleo, "NASA mugs"));
    assert.deepEqual(shownIn(shouted.state).toSorted(), ["Holy water", "NASA mugs", "Roasted nuts", "Éclairs"]);
    const places = Array.from({ length: 400 }, (_, index) => {
      const { state } = voting({ seed: `seed ${index}` });
      return phaseOf(state, "voting").key;
    });
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((key) => key === place).length / places.length;
      assert(Math.abs(share - 0.25) < 0.08, `the truth is at ${place} in ${share}`);
    }
  });

  it("[V2] is once a player, and final", () => {
    const story = voting();
    const { key } = phaseOf(story.state, "voting");
    const voted = story.when(picks(ana, key));
    voted.rejects(picks(ana, key), "already_answered");
    assert.deepEqual(asksOf(voted.state, ana), []);
    story.rejects(picks(ana, key), "too_late", story.now + 20_000);
    writing().rejects(picks(ana, 0), "no_such_ask");
  });

  it("[V3] is not for one's own lie, or for what is not there", () => {
    const story = voting();
    story.rejects(picks(ana, indexOf(story.state, "Roasted nuts")), "own_work");
    story.rejects(picks(ana, 4), "no_such_choice");
  });

  it("[V4] tells nothing before the unmasking, but to each their own lie", () => {
    // The truth of one game is a lie of the other, and the other way round.
    const swapped = { ...strange, choices: ["Roasted nuts", "Dried figs", "Wax candles", "Lamp oil"] };
    const one = voting();
    const other = writing({ questions: [swapped, strange] })
      .when(lies(ana, "holy water"))
      .when(lies(ben, "lottery tickets"))
      .when(lies(cleo, "olive oil"));
    const voted = (story: typeof one) => story.when(picks(ben, indexOf(story.state, "Holy water")));
    const seen = (story: typeof one) => JSON.stringify([{ ...bluff.view(story.state), players: [] }]);
    assert.equal(seen(one), seen(other));
    assert.equal(seen(voted(one)), seen(voted(other)));
    assert.deepEqual(ownOf(one.state, ben), { ...ownOf(other.state, ben), lie: "Lottery tickets." });
    assert.equal(ownOf(one.state, ana).option, indexOf(one.state, "Roasted nuts"));
    assert.deepEqual(bluff.view(one.state).more, {});
    assert.notEqual(seen(voted(one).when(skip)), seen(voted(other).when(skip)));
    assert.deepEqual(bluff.view(writing().when(lies(ana, "nuts")).state).question?.choices, []);
  });

  it("[V5] is left out where there is nothing but the truth", () => {
    const story = writing({ options: { decoys: false } }).at(voteFrom, tick);
    assert.equal(story.state.phase.name, "unmask");
    assert.equal(outcome(story.state, ana)?.points, 0);
  });
});

describe("bluff: points", () => {
  it("[P1] are 1000 for the truth", () => {
    const story = voting();
    const { key } = phaseOf(story.state, "voting");
    const { state } = story.when(picks(ana, key)).when(skip);
    assert.deepEqual(outcome(state, ana), { player: ana, choice: key, right: true, fooled: 0, points: 1000, time: 0 });
    assert.equal(outcome(state, ben)?.choice, null);
    assert.equal(state.players.get(ana)?.right, 1);
  });

  it("[P2] are 500 for each who is fooled, shared by authors, and none for decoys", () => {
    const story = voting();
    const nuts = indexOf(story.state, "Roasted nuts");
    const fooled = story.when(picks(ben, nuts)).when(picks(cleo, nuts)).when(skip).state;
    assert.deepEqual([scoreOf(fooled, ana), outcome(fooled, ana)?.fooled], [1000, 2]);
    const both = writing().when(lies(ana, "nuts")).when(lies(ben, "Nuts!")).when(lies(cleo, "olive oil"));
    const shared = both.when(picks(cleo, indexOf(both.state, "Nuts"))).when(skip).state;
    assert.deepEqual([scoreOf(shared, ana), scoreOf(shared, ben), scoreOf(shared, cleo)], [250, 250, 0]);
    const decoy = writing().when(lies(ana, "nuts")).at(voteFrom, tick);
    const taken = decoy.when(picks(ben, indexOf(decoy.state, "Lamp oil"))).when(skip).state;
    assert.deepEqual(
      [ana, ben, cleo].map((player) => scoreOf(taken, player)),
      [0, 0, 0],
    );
  });

  it("[P3] are shown after the unmasking", () => {
    const story = voting();
    const voted = story.when(picks(ana, phaseOf(story.state, "voting").key));
    assert.equal(bluff.view(voted.state).players.get(ana)?.score, 0);
    assert.deepEqual(bluff.viewFor(voted.state, ana), { answer: null, result: null });
    const unmasked = voted.when(skip);
    assert.equal(bluff.view(unmasked.state).players.get(ana)?.score, 0);
    assert.deepEqual(bluff.viewFor(unmasked.state, ana).result, null);
    assert.deepEqual(ownOf(unmasked.state, ana).brought, { found: 1000, fooling: 0, fooled: 0 });
    const scores = unmasked.when(skip);
    assert.equal(bluff.view(scores.state).players.get(ana)?.score, 1000);
    const result = bluff.viewFor(scores.state, ana).result as { readonly points: number; readonly rank: number };
    assert.deepEqual([result.points, result.rank], [1000, 1]);
    const [first] = bluff.notices({ type: "scored", endsAt: 0 }, scores.state);
    assert.deepEqual(first, { player: ana, type: "result", payload: result });
  });

  it("[P4] decide the standings, then truths found", () => {
    const story = voting();
    // Two fooled by Ana are worth as much as Ben's truth.
    const nuts = indexOf(story.state, "Roasted nuts");
    const all = story.when(picks(ben, nuts)).when(picks(cleo, nuts)).when(skip);
    const second = [1, 2].reduce((so) => so.when(skip), all).when(skip);
    const truth = phaseOf(second.state, "voting").key;
    const over = second.when(picks(ben, truth, 2)).when({ type: "stop" }).state;
    const standings = bluff.result(over)?.standings ?? [];
    assert.deepEqual(
      standings.map(({ player, score, rank }) => [player, score, rank]),
      [
        [ana, 1000, 1],
        [ben, 0, 2],
        [cleo, 0, 2],
      ],
    );
    const ended = second
      .when(picks(ben, truth, 2))
      .when(skip)
      .when({ type: "stop" }).state;
    assert.deepEqual(
      bluff.result(ended)?.standings.map(({ player, rank }) => [player, rank]),
      [
        [ben, 1],
        [ana, 2],
        [cleo, 3],
      ],
    );
  });
});

describe("bluff: coming and going", () => {
  const dora = "dora" as PlayerId;
  const enter: GameCommand = { type: "enter", player: dora, name: "Dora", bot: false };

  it("[C1] lets the late write or vote at once", () => {
    assert.equal(asksOf(writing().when(enter).state, dora)[0]?.purpose, "lie");
    const late = voting().when(enter);
    assert.equal(
      late
        .when(picks(dora, phaseOf(late.state, "voting").key))
        .when(skip)
        .state.players.get(dora)?.score,
      1000,
    );
  });

  it("[C2] keeps what somebody wrote, and their points, when they drop or leave", () => {
    const told = voting();
    const gone = told.when({ type: "depart", player: ana, gone: true });
    const fooled = gone.when(picks(ben, indexOf(gone.state, "Roasted nuts"))).when(skip);
    assert.equal(scoreOf(fooled.state, ana), 500);
    assert(!bluff.view(fooled.state).players.has(ana));
    assert.deepEqual(asksOf(gone.state, ana), []);
    gone.rejects(picks(ana, 0), "not_a_player");
    const back = fooled.when({ type: "enter", player: ana, name: "Ana", bot: false });
    assert.equal(bluff.view(back.when(skip).state).players.get(ana)?.score, 500);
    const dropped = told.when({ type: "depart", player: ana, gone: false });
    assert.equal(dropped.when(picks(ana, phaseOf(dropped.state, "voting").key)).state.phase.name, "voting");
    assert.deepEqual(dropped.events({ type: "depart", player: ana, gone: false }), []);
  });
});
