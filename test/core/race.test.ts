import assert from "node:assert/strict";
import type { Ask } from "../../src/core/ask.ts";
import type { GameCommand, GameSetup } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { race } from "../../src/games/race/index.ts";
import type { Race } from "../../src/games/race/state.ts";
import { crew, givenGame, skip, tick } from "../support/mode-laws.ts";
import { answer, enter, questions } from "../support/quiz.ts";

const [ana, ben, cai, dan] = crew as unknown as readonly [PlayerId, PlayerId, PlayerId, PlayerId];
const given = (changes: Partial<GameSetup> = {}) => givenGame(race, changes);
const opened = (changes: Partial<GameSetup> = {}) => given(changes).at(openAt, tick);
type Told = ReturnType<typeof given>;
const openAt = 3000;

const asksOf = (state: Race, player: PlayerId): readonly Ask[] => race.asks?.(state, player) ?? [];
const phaseOf = ({ state }: Told): string => race.view(state).phase;
const keyOf = (state: Race): number => race.asked(state).at(-1)?.key ?? -1;
const wrongOf = (state: Race, nth = 1): number => (keyOf(state) + nth) % 4;
const wonIn = ({ state }: Told) => crew.slice(0, 3).map((player) => state.players.get(player)?.won);
const buzzIn = ({ state }: Told) => race.view(state).more?.["buzz"];

const press = (player: PlayerId): GameCommand => {
  const ask: Ask = { id: "buzz", what: "press", purpose: "buzz", prompt: "" };
  return { type: "move", player, ask, move: { ask: ask.id } };
};
const choose = (player: PlayerId, choice: number): GameCommand => {
  const ask: Ask = { id: "respond", what: "choose", purpose: "respond", prompt: "" };
  return { type: "move", player, ask, move: { ask: ask.id, choice } };
};

/** Somebody alone presses, and has the buzz. */
const buzzed = (story: Told, player: PlayerId, after = 0): Told => {
  const pressed = story.when(press(player), story.now + after);
  return pressed.state.phase.name === "answering" ? pressed : pressed.at(pressed.now + 100, tick);
};
const missed = (story: Told, player: PlayerId, nth = 1): Told =>
  buzzed(story, player).when(choose(player, wrongOf(story.state, nth)));
const won = (story: Told, player: PlayerId): Told => buzzed(story, player).when(choose(player, keyOf(story.state)));
/** Somebody wins a question, and the next one is open. */
const next = (story: Told, player: PlayerId): Told => won(story, player).when(skip).when(skip);

describe("race: the loop", () => {
  it("[R1] goes buzzing, answering, reveal and scores for each question, then podium", () => {
    let story = given({ questions: questions(1), count: 1 });
    const seen = [phaseOf(story)];
    const see = (after: Told): void => {
      story = after;
      seen.push(phaseOf(story));
    };
    see(story.when(skip));
    see(buzzed(story, ana));
    see(story.when(choose(ana, wrongOf(story.state))));
    see(buzzed(story, ben));
    see(story.when(choose(ben, keyOf(story.state))));
    see(story.when(skip));
    see(story.when(skip));
    const middle = ["buzzing", "answering", "buzzing", "answering", "reveal", "scores"];
    assert.deepEqual(seen, ["countdown", ...middle, "podium"]);
    assert.equal(race.result(story.state)?.counts, true);
  });

  it("[R2] ends when somebody has reached the goal, or with the questions", () => {
    let story = opened({ options: { goal: 3 } });
    for (const player of [ana, ben, ana]) story = next(story, player);
    assert.equal(phaseOf(won(story, ana)), "reveal");
    story = next(story, ana);
    assert.deepEqual([phaseOf(story), story.state.current], ["podium", 3]);
    const short = next(next(opened({ questions: questions(2) }), ana), ana);
    assert.deepEqual([phaseOf(short), short.state.goal], ["podium", 5]);
  });

  it("[R3] keeps the clock of buzzing while somebody answers, and gives 3 s at least", () => {
    const late = opened()
      .when(press(ana), openAt + 4000)
      .at(openAt + 4100, tick);
    assert.equal(race.nextDeadline(late.state), openAt + 4100 + 5000);
    const again = late.when(choose(ana, wrongOf(late.state)), openAt + 6000);
    assert.equal(race.nextDeadline(again.state), openAt + 6000 + 10_000 - 4100);
    const last = opened()
      .when(press(ana), openAt + 9950)
      .at(openAt + 10_000, tick);
    const open = last.when(choose(ana, wrongOf(last.state)), openAt + 11_000);
    assert.equal(race.nextDeadline(open.state), openAt + 14_000);
    assert.equal(race.nextDeadline(buzzed(opened({ seconds: 30 }), ana).state), openAt + 100 + 15_000);
  });

  it("[R4] skips a question, and stops for the podium, without counting", () => {
    const skipped = buzzed(opened(), ana).when(skip);
    assert.equal(phaseOf(skipped), "reveal");
    assert.equal(skipped.state.players.get(ana)?.wrong, 0);
    const stopped = opened().when({ type: "stop" });
    assert.equal(race.result(stopped.state)?.counts, false);
    stopped.rejects(skip, "wrong_phase");
  });

  it("[R5] waits for a question that is still being made", () => {
    const story = opened({ questions: questions(1), more: 2 })
      .when(skip)
      .when(skip);
    const waiting = story.at(story.now + 4000, tick);
    assert.equal(phaseOf(waiting), "scores");
    const more = waiting.when({ type: "extend", questions: questions(2), last: true });
    assert.equal(phaseOf(more.when(skip)), "buzzing");
    assert.equal(race.view(more.state).total, 2);
  });
});

describe("race: buzzing", () => {
  it("[B1] shows the question to all, and lets nobody answer but who has the buzz", () => {
    const open = opened();
    assert.equal(race.view(open.state).question?.choices.length, 4);
    open.rejects(choose(ana, 0), "no_open_question");
    const story = buzzed(open, ana);
    assert.deepEqual(
      crew.slice(0, 3).map((player) => asksOf(story.state, player).map(({ purpose }) => purpose)),
      [["respond"], [], []],
    );
    story.rejects(answer(ben, keyOf(story.state)), "no_open_question");
    assert.equal(phaseOf(story.when(answer(ana, keyOf(story.state)))), "reveal");
    story.rejects(answer(ana, 0, "q2"), "wrong_question");
    story.rejects(choose(ana, 4), "no_such_choice");
    story.rejects(choose(dan, 0), "not_a_player");
  });

  it("[B2] takes one press a player", () => {
    const story = opened().when(press(ana), openAt + 1000);
    story.rejects(press(ana), "already_answered", openAt + 1010);
    assert.deepEqual(asksOf(story.state, ana), []);
    assert.equal(asksOf(story.state, ben)[0]?.purpose, "buzz");
  });

  it("[B3] draws among those who pressed within 100 ms of the first, each as likely as another", () => {
    const wins = new Map<unknown, number>();
    for (let seed = 0; seed < 600; seed++) {
      const story = opened({ seed: `seed ${seed}` })
        .when(press(ben), openAt + 500)
        .when(press(ana), openAt + 599);
      story.rejects(press(cai), "too_late", openAt + 600);
      const { player, among } = buzzIn(story.at(openAt + 600, tick)) as {
        readonly player: string;
        readonly among: number;
      };
      assert.equal(among, 2);
      wins.set(player, (wins.get(player) ?? 0) + 1);
    }
    assert(wins.size === 2 && wins.has(ana));
    assert(Math.abs((wins.get(ana) ?? 0) - 300) < 60, `${wins.get(ana)} of 600`);
    const all = opened()
      .when(press(ben), openAt + 500)
      .when(press(ana), openAt + 501)
      .when(press(cai), openAt + 502);
    assert.equal(phaseOf(all), "answering");
    opened().rejects(press(ana), "too_late", openAt + 10_000);
  });

  it("[B4] draws the same whoever pressed earlier", () => {
    const [first, second] = [
      [ana, ben],
      [ben, ana],
    ].map((order) =>
      order
        .reduce((story, player, at) => story.when(press(player), openAt + 200 + 50 * at), opened())
        .at(openAt + 300, tick),
    );
    assert.deepEqual(buzzIn(first as Told), buzzIn(second as Told));
  });

  it("[B5] gives the question to who is right, and locks out who is wrong or silent", () => {
    const story = missed(opened(), ana);
    assert.equal(phaseOf(story), "buzzing");
    story.rejects(press(ana), "locked_out");
    const quiet = buzzed(story, ben);
    const silent = quiet.at(race.nextDeadline(quiet.state) ?? 0, tick);
    silent.rejects(press(ben), "locked_out");
    const end = won(silent, cai);
    assert.deepEqual([phaseOf(end), wonIn(end)], ["reveal", [0, 0, 1]]);
    const [record] = race.record(end.state);
    assert.deepEqual(
      record?.outcomes.map(({ player, choice, right, points }) => [player, choice, right, points]),
      [
        [ana, wrongOf(story.state), false, 0],
        [ben, null, false, 0],
        [cai, keyOf(story.state), true, 1000],
      ],
    );
  });

  it("[B6] takes nothing twice that was wrong", () =>
    buzzed(missed(opened(), ana), ben).rejects(choose(ben, wrongOf(opened().state)), "no_such_choice"));

  it("[P3] takes no points but by a correction", () => {
    const story = won(missed(opened(), ana), ben);
    const later = won(missed(story.when(skip).when(skip), ben), ana);
    assert.deepEqual(wonIn(later), [1, 1, 0]);
    assert.deepEqual(wonIn(later.when({ type: "correct", question: "q1", key: null })), [1, 0, 0]);
  });

  it("[B7] reveals the answer when all are locked out, and when nobody buzzes", () => {
    const all = missed(missed(missed(opened(), ana), ben, 2), cai, 3);
    assert.deepEqual([phaseOf(all), wonIn(all)], ["reveal", [0, 0, 0]]);
    assert.equal(phaseOf(opened().at(openAt + 9999, tick)), "buzzing");
    assert.equal(phaseOf(opened().at(openAt + 10_000, tick)), "reveal");
  });
});

describe("race: what is seen", () => {
  it("[V1] tells nothing of who has pressed until somebody has the buzz", () => {
    const before = opened();
    const after = before.when(press(ana), openAt + 10);
    assert.deepEqual(race.view(after.state), race.view(before.state));
    assert.equal(race.view(after.state).more?.["buzz"], race.view(before.state).more?.["buzz"]);
  });

  it("[V2] tells who has the buzz, and who is locked out with what", () => {
    const story = buzzed(missed(opened(), ana), ben);
    assert.deepEqual(buzzIn(story), { player: ben, among: 1, out: [{ player: ana, choice: wrongOf(story.state) }] });
    assert.equal(race.view(story.state).players.get(ana)?.answered, true);
    const end = story.when(choose(ben, keyOf(story.state)));
    assert.deepEqual(buzzIn(end), { player: ben, among: 0, out: [] });
    assert.deepEqual(race.view(end.state).reveal?.counts.toSorted(), [0, 0, 1, 1]);
    assert.deepEqual(race.viewFor(end.state, ana).answer, { question: "q1", choice: wrongOf(story.state) });
  });
});

describe("race: points", () => {
  it("[P1] are 1000 for each question won", () => {
    const end = won(next(opened(), ana), ana);
    assert.equal(race.view(end.state).players.get(ana)?.score, 2000);
    const { result } = race.viewFor(end.state, ana);
    assert.deepEqual(result, {
      question: "q2",
      choice: keyOf(end.state),
      key: keyOf(end.state),
      right: true,
      points: 1000,
      total: 2000,
      streak: 0,
      rank: 1,
    });
    assert.equal((race.viewFor(end.state, ben).result as { readonly choice: unknown }).choice, null);
  });

  it("[P2] make the standings, then fewer wrong tries do; equals share a rank", () => {
    const story = won(missed(next(missed(opened(), cai), ana), ana), ben);
    const places = [...race.view(story.state).players].map(([player, { rank }]) => [player, rank]);
    assert.deepEqual(places, [
      [ben, 1],
      [ana, 2],
      [cai, 3],
    ]);
    assert(race.result(opened().when({ type: "stop" }).state)?.standings.every(({ rank }) => rank === 1));
  });

  it("[P4] are taken back with a question that is struck out, which is over if it was open", () => {
    const story = won(missed(opened(), ben), ana);
    const struck = story.when({ type: "correct", question: "q1", key: null });
    assert.deepEqual([wonIn(struck), struck.state.players.get(ben)?.wrong], [[0, 0, 0], 0]);
    assert.equal(race.record(struck.state)[0]?.struck, true);
    const open = buzzed(opened(), ana).when({ type: "correct", question: "q1", key: null });
    assert.equal(phaseOf(open), "reveal");
    open.rejects({ type: "correct", question: "q2", key: null }, "wrong_question");
  });

  it("[P4] go to who chose the right answer first, by the key as it is", () => {
    const story = won(missed(opened(), ben), ana);
    const rekeyed = story.when({ type: "correct", question: "q1", key: wrongOf(story.state) });
    assert.deepEqual(wonIn(rekeyed), [0, 1, 0]);
    const open = missed(opened(), ben);
    const over = open.when({ type: "correct", question: "q1", key: wrongOf(open.state) });
    assert.deepEqual([phaseOf(over), wonIn(over)], ["reveal", [0, 1, 0]]);
    assert.equal(phaseOf(open.when({ type: "correct", question: "q1", key: wrongOf(open.state, 2) })), "buzzing");
  });
});

describe("race: coming and going", () => {
  it("[C1] lets who comes late buzz at once", () => {
    const story = opened().when(enter(dan));
    assert.equal(phaseOf(won(story, dan)), "reveal");
  });

  it("[C2] takes the buzz from who drops, and does not draw who has dropped", () => {
    const lost = buzzed(opened(), ana).when({ type: "depart", player: ana, gone: false });
    assert.equal(phaseOf(lost), "buzzing");
    lost.when(enter(ana)).rejects(press(ana), "locked_out");
    lost.rejects(press(ana), "not_a_player");
    assert.deepEqual(asksOf(lost.state, ana), []);
    const dropped = opened()
      .when(press(ana), openAt + 10)
      .when({ type: "depart", player: ana, gone: false });
    assert.equal(race.nextDeadline(dropped.state), openAt + 10_000);
    assert.equal(asksOf(dropped.when(enter(ana)).state, ana)[0]?.purpose, "buzz");
  });

  it("[C3] waits for nobody who is not here", () => {
    const story = opened().when({ type: "depart", player: cai, gone: false });
    assert.equal(phaseOf(missed(missed(story, ana), ben, 2)), "reveal");
    assert.equal(phaseOf(story.when(press(ana)).when(press(ben))), "answering");
    const lonely = missed(missed(opened(), ana), ben, 2).when({ type: "depart", player: cai, gone: true });
    assert.equal(phaseOf(lonely), "reveal");
    const nobody = crew.slice(0, 3).reduce((at, player) => at.when({ type: "depart", player, gone: false }), opened());
    assert.equal(phaseOf(nobody), "buzzing");
  });
});
