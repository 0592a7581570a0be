import assert from "node:assert/strict";
import type { GameSetup } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { survival } from "../../src/games/survival/index.ts";
import type { Survival, Toll } from "../../src/games/survival/state.ts";
import { crew, givenGame, skip, tick } from "../support/mode-laws.ts";
import { answer, asPlayer, enter, questions } from "../support/quiz.ts";

const [ana, ben, cai, dan, eva] = crew as unknown as readonly [PlayerId, PlayerId, PlayerId, PlayerId, PlayerId];
const given = (changes: Partial<GameSetup> = {}) => givenGame(survival, changes);
type Part = { readonly left: number; readonly sudden: boolean };
type Told = ReturnType<typeof given>;

const keyNow = (state: Survival): number => survival.asked(state).at(-1)?.key ?? -1;
const idNow = (state: Survival): string => survival.asked(state).at(-1)?.id ?? "";

/** Plays a question up to its scores: who is named is right, in this order; the others say nothing, but `wrong` ones. */
const round = (story: Told, right: readonly PlayerId[], wrong: readonly PlayerId[] = []): Told => {
  let at = story;
  while (survival.view(at.state).phase !== "question") at = at.when(skip);
  const { state } = at;
  const say = (player: PlayerId, choice: number, ms: number): void => {
    if (survival.view(at.state).phase === "question") at = at.when(answer(player, choice, idNow(state)), at.now + ms);
  };
  for (const player of right) say(player, keyNow(state), 1000);
  for (const player of wrong) say(player, (keyNow(state) + 1) % 4, 0);
  while (survival.view(at.state).phase !== "scores") at = at.when(skip);
  return at;
};

const livesIn = ({ state }: Told) =>
  crew.map((player) => state.lives.get(player)?.lives ?? -1).filter((lives) => lives >= 0);
const tollIn = ({ state }: Told) => survival.view(state).more?.["toll"] as Toll | undefined;
const partIn = ({ state }: Told) => survival.view(state).more?.["survival"] as Part;
const single = { lives: "1" } as const;
const five = crew.slice(0, 5).map((id) => asPlayer(id));
const phaseOf = ({ state }: Told) => survival.view(state).phase;

describe("survival: lives", () => {
  it("[L1] are lost by who is wrong, says nothing, has dropped or has left", () => {
    const story = given({ players: five, options: { lives: "2" } })
      .when({ type: "depart", player: dan, gone: false })
      .when({ type: "depart", player: eva, gone: true });
    const once = round(story, [ana], [ben]);
    assert.deepEqual(livesIn(once), [2, 1, 1, 1, 1]);
    assert.deepEqual(tollIn(once)?.lost, [ben, cai, dan, eva]);
    const twice = round(once, [ana]);
    assert.deepEqual(livesIn(twice), [2, 0, 0, 0, 0]);
    assert.deepEqual(tollIn(twice)?.fell, [ben, cai, dan, eva]);
  });

  it("[L2] are 3 for up to four players and 2 for more, or as was set", () => {
    const of = (count: number, options: GameSetup["options"]) =>
      livesIn(given({ players: crew.slice(0, count).map((id) => asPlayer(id)), options }))[0];
    assert.deepEqual([of(2, {}), of(4, {}), of(5, {}), of(5, { lives: "1" }), of(2, { lives: "2" })], [3, 3, 2, 1, 2]);
  });

  it("[L3] change when a question closes, and never before", () => {
    let story = given({ options: single }).when(skip);
    story = story.when(answer(ben, (keyNow(story.state) + 1) % 4));
    assert.deepEqual(livesIn(story), [1, 1, 1]);
    assert.equal(tollIn(story), undefined);
    story = story.when(answer(ana, keyNow(story.state))).when(skip);
    assert.deepEqual(livesIn(story), [1, 0, 0]);
  });

  it("[L4] are not lost when all who are left would fall", () => {
    const drawn = round(given({ options: single }), [], [ana, ben, cai]);
    assert.deepEqual(livesIn(drawn), [1, 1, 1]);
    assert.deepEqual([tollIn(drawn)?.draw, tollIn(drawn)?.fell], [true, []]);
    // It is no draw while somebody has a life to spare.
    const spare = round(round(given({ options: { lives: "2" } }), [ana], [ben, cai]), [], [ana, ben, cai]);
    assert.deepEqual(livesIn(spare), [1, 0, 0]);
  });

  it("[L5] are a matter of speed after two draws, until somebody was right", () => {
    let story = round(round(given({ options: single }), []), []);
    const isSudden = () => partIn(story).sudden;
    assert.equal(isSudden(), true);
    story = round(story, []);
    assert.deepEqual([livesIn(story), isSudden(), tollIn(story)?.sudden], [[1, 1, 1], true, true]);
    story = round(story, [cai, ana], [ben]);
    assert.deepEqual([livesIn(story), isSudden()], [[0, 0, 1], false]);
    assert.equal(phaseOf(story.when(skip)), "podium");
  });

  it("[L5] counts draws anew when somebody has fallen", () => {
    const story = round(round(round(given({ options: single }), []), [ana, ben]), []);
    assert.equal(story.state.draws, 1);
    assert.deepEqual(livesIn(round(story, [ben, ana])), [1, 1, 0]);
  });
});

describe("survival: ghosts", () => {
  it("[G1] play on, score and are seen", () => {
    const story = round(round(given({ options: single }), [ana, ben]), [ana, ben, cai]);
    assert.equal(survival.view(story.state).players.get(cai)?.score, 850);
    assert.deepEqual(survival.view(story.state).more?.["ghosts"], { cai: 1 });
  });

  it("[G2] come back after three right answers in a row, once", () => {
    const players = five;
    let story = round(given({ players, options: single }), [ana, ben, cai, dan]);
    assert.deepEqual(livesIn(story), [1, 1, 1, 1, 0]);
    const all = [ana, ben, cai, dan, eva];
    story = round(round(story, all), all);
    assert.equal(story.state.lives.get(eva)?.run, 2);
    story = round(story, all);
    assert.deepEqual([livesIn(story)[4], tollIn(story)?.back], [1, [eva]]);
    story = round(story, [ana, ben]);
    assert.deepEqual(livesIn(story), [1, 1, 0, 0, 0]);
    story = round(round(round(story, all), all), all);
    assert.deepEqual(livesIn(story), [1, 1, 1, 1, 0]);
    const broken = round(round(round(given({ players, options: single }), [ana, ben]), all), [ana, ben]);
    assert.equal(broken.state.lives.get(eva)?.run, 0);
  });

  it("[G3] do not come back where that is switched off, or in a sudden death", () => {
    let story = round(given({ options: { lives: "1", comeback: 0 } }), [ana, ben]);
    for (let turn = 0; turn < 3; turn++) story = round(story, [ana, ben, cai]);
    assert.deepEqual(livesIn(story), [1, 1, 0]);
    story = round(given({ options: { lives: "1", comeback: 3 } }), [ana, ben]);
    story = round(round(round(story, [cai]), [cai]), [cai]);
    assert.deepEqual([livesIn(story), tollIn(story)?.sudden], [[1, 1, 0], true]);
  });
});

describe("survival: the end", () => {
  it("[E1] comes when one is left, after the scores, and counts", () => {
    const story = round(given({ options: single }), [ana]);
    assert.equal(phaseOf(story), "scores");
    const due = survival.nextDeadline(story.state) ?? 0;
    assert.equal(phaseOf(story.when(tick, due - 1)), "scores");
    const { state } = story.when(tick, due);
    const shown = survival.view(state);
    assert.deepEqual([shown.phase, shown.stopped, survival.result(state)?.counts], ["podium", false, true]);
    assert.equal(survival.record(state).length, 1);
  });

  it("[E1] comes for who plays alone when they have fallen", () => {
    const players = [asPlayer(ana)];
    const story = round(given({ players, options: single }), [ana]);
    assert.equal(phaseOf(story.when(skip)), "question");
    assert.equal(phaseOf(round(story, [], [ana]).when(skip)), "podium");
  });

  it("[E2] comes with the last question, however many are left", () => {
    const story = round(round(given({ questions: questions(2), count: 2 }), [ana, ben, cai]), [ana, ben, cai]);
    const { state } = story.when(skip);
    assert.deepEqual(
      survival.result(state)?.standings.map(({ rank }) => rank),
      [1, 2, 3],
    );
    assert.equal(given().when({ type: "stop" }).state.won, false);
    assert.equal(survival.result(given().when({ type: "stop" }).state)?.counts, false);
  });
});

describe("survival: places and points", () => {
  it("[P1] go by lives, then by how late somebody fell, then by the quiz", () => {
    let story = given({ players: five, options: { lives: "2" } });
    story = round(story, [eva, dan, ana, ben]);
    story = round(story, [eva, ana, ben]);
    story = round(story, [eva, ana], [cai]);
    const places = [...survival.view(story.state).players].map(([player, { rank }]) => [player, rank]);
    assert.deepEqual(places, [
      [eva, 1],
      [ana, 2],
      [ben, 3],
      [dan, 4],
      [cai, 5],
    ]);
    assert.deepEqual(livesIn(story), [2, 1, 0, 0, 2]);
    const shown = round(given({ options: single }), [ben, ana]).state;
    assert.equal(survival.view(shown).players.get(ben)?.rank, 1);
  });

  it("[P1] are what each is told with a result", () => {
    const open = round(given({ options: single }), [ben, ana]).when(skip);
    let story = open.when(answer(cai, keyNow(open.state), idNow(open.state)), open.now + 1);
    story = story.when(answer(ben, keyNow(open.state), idNow(open.state)), open.now + 9000);
    const event = story.events(skip).at(-1);
    const { state } = story.when(skip);
    const told = survival.notices(event as Parameters<typeof survival.notices>[0], state);
    const ranks = told.map(({ player, payload }) => [player, (payload as { readonly rank: number }).rank]);
    assert.deepEqual(
      new Map(ranks as [PlayerId, number][]),
      new Map([
        [ana, 2],
        [ben, 1],
        [cai, 3],
      ]),
    );
    assert.equal((survival.viewFor(state, cai).result as { readonly rank: number }).rank, 3);
  });

  it("[P2] are the quiz's with 200 for each who is placed behind", () => {
    const story = round(given({ options: single }), [ana], [ben]);
    const before = survival.view(story.state).players;
    const { state } = story.when(skip);
    assert.deepEqual(
      survival
        .result(state)
        ?.standings.map(({ player, score, rank }) => [player, score - (before.get(player)?.score ?? 0), rank]),
      [
        [ana, 400, 1],
        [ben, 200, 2],
        [cai, 0, 3],
      ],
    );
    assert.equal(survival.view(state).players.get(ana)?.score, (before.get(ana)?.score ?? 0) + 400);
    const many = Array.from({ length: 30 }, (_, index) => asPlayer(`p${index}` as PlayerId));
    const big = round(given({ players: many, options: single }), ["p0" as PlayerId]).when(skip).state;
    assert.equal(survival.result(big)?.standings[0]?.score, 950 + 2000);
  });

  it("[P2] stay as they were at the end, whoever leaves or comes then", () => {
    const over = round(given({ options: single }), [ana], [ben]).when(skip);
    const result = survival.result(over.state);
    const score = survival.view(over.state).players.get(ana)?.score;
    const { state } = over.when({ type: "depart", player: cai, gone: true }).when(enter(dan));
    assert.deepEqual(survival.result(state), result);
    assert.equal(survival.view(state).players.get(ana)?.score, score);
  });

  it("[P3] are settled anew when a question is struck out or gets another key", () => {
    const story = round(given({ options: { lives: "1" } }), [ana, ben]);
    const struck = story.when({ type: "correct", question: idNow(story.state), key: null });
    assert.deepEqual([livesIn(struck), tollIn(struck)], [[1, 1, 1], undefined]);
    const wrong = round(given({ options: single }), [ana], [ben, cai]);
    const key = (keyNow(wrong.state) + 1) % 4;
    const rekeyed = wrong.when({ type: "correct", question: idNow(wrong.state), key });
    assert.deepEqual(livesIn(rekeyed), [0, 1, 1]);
    const command = { type: "correct", question: idNow(wrong.state), key } as const;
    const [event] = wrong.events(command);
    const told = survival.notices(event as Parameters<typeof survival.notices>[0], rekeyed.state);
    const ranks = told.map(({ payload }) => (payload as { readonly data: { readonly rank: number } }).data.rank);
    assert.deepEqual(ranks, [3, 1, 1]);
    assert.equal(phaseOf(rekeyed.when(skip)), "question");
  });
});

describe("survival: coming and going", () => {
  it("[C1] makes a ghost of who comes after the first question", () => {
    const early = given({ options: single }).when(skip).when(enter(dan));
    assert.equal(early.state.lives.get(dan)?.lives, 1);
    const late = round(early, [ana, ben, cai, dan]).when(enter(eva));
    assert.equal(late.state.lives.get(eva)?.lives, 0);
    assert.equal(survival.view(late.state).players.get(eva)?.rank, 5);
  });

  it("[C2] leaves who has gone out of the count, and gives back what is left of them", () => {
    const away = given({ options: { lives: "3" } }).when({ type: "depart", player: cai, gone: true });
    assert.equal(partIn(away).left, 2);
    const back = round(away, [ana, ben]).when(enter(cai));
    assert.deepEqual([partIn(back).left, back.state.lives.get(cai)?.lives], [3, 2]);
    const alone = round(away.when({ type: "depart", player: ben, gone: true }), [ana]);
    assert.equal(phaseOf(alone.when(skip)), "podium");
  });
});
