import assert from "node:assert/strict";
import type { Ask } from "../../src/core/ask.ts";
import type { Decider } from "../../src/core/decider.ts";
import { fold } from "../../src/core/decider.ts";
import type { GameCommand, GameReason, GameSetup } from "../../src/core/game.ts";
import type { GameId, PlayerId } from "../../src/core/ids.ts";
import { teams } from "../../src/games/teams/index.ts";
import { standingsOf } from "../../src/games/teams/scoring.ts";
import type { Teams, TeamsEvent } from "../../src/games/teams/state.ts";
import { Story } from "../support/given.ts";
import { asPlayer, enter, questions } from "../support/quiz.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${index}` as PlayerId);
const tick: GameCommand = { type: "tick" };

const setup = (changes: Partial<GameSetup> = {}, people = 4, bots = 0): GameSetup => ({
  id: "game" as GameId,
  questions: questions(3),
  more: 0,
  count: 3,
  seconds: 10,
  players: [
    ...ids(people).map((id) => asPlayer(id)),
    ...ids(bots).map((id) => ({ ...asPlayer(id, true), id: `b${id}` as PlayerId })),
  ],
  seed: "seed",
  timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  options: {},
  ...changes,
});

const startedWith = (changes: Partial<GameSetup> = {}, people = 4, bots = 0): Teams =>
  fold<Teams | undefined, TeamsEvent>(teams.evolve, undefined, teams.start(setup(changes, people, bots))) as Teams;

const given = (changes: Partial<GameSetup> = {}, people = 4, bots = 0) => {
  const decider: Decider<Teams, GameCommand, TeamsEvent, GameReason> = {
    initial: startedWith(changes, people, bots),
    decide: teams.decide,
    evolve: teams.evolve,
    nextDeadline: teams.nextDeadline,
  };
  return new Story(decider, decider.initial, 0);
};

const picked = { options: { sides: "picked" } } as const;
const sideAsk: Ask = { id: "side", what: "choose", purpose: "side", prompt: "" };
const pick = (player: PlayerId, choice: number): GameCommand => ({
  type: "move",
  player,
  ask: sideAsk,
  move: { ask: "side", choice },
});
const say = (player: PlayerId, text: string): GameCommand => ({
  type: "move",
  player,
  ask: { id: "team_line", what: "write", purpose: "team_line", prompt: "" },
  move: { ask: "team_line", text },
});

type TeamsStory = ReturnType<typeof given>;
const questionOf = ({ state }: TeamsStory) => {
  const question = state.quiz?.questions[state.quiz.current];
  assert(question !== undefined);
  return question;
};
const answer = (story: TeamsStory, player: PlayerId, right: boolean): GameCommand => {
  const { id, key } = questionOf(story);
  return { type: "play", player, message: { type: "answer", question: id, choice: right ? key : (key + 1) % 4 } };
};
const of = ({ state }: TeamsStory, side: string) =>
  [...state.sideOf].filter(([, one]) => one === side).map(([player]) => player);
const opened = (story: TeamsStory) => story.at(3000, tick);
const scoreOf = ({ state }: TeamsStory, side: string) => standingsOf(state).find(({ team }) => team === side)?.score;
/** To the last question, nobody having answered any. */
const atFinal = (story: TeamsStory) => {
  let now = opened(story);
  for (const at of [13_000, 18_000, 22_000, 32_000, 37_000, 41_000]) now = now.at(at, tick);
  assert.equal(now.state.quiz?.current, 2);
  assert.equal(now.state.quiz.phase.name, "question");
  return now;
};

describe("teams: the sides", () => {
  it("[S1] are made evenly, people first, then bots", () => {
    for (const [count, people, bots] of [
      [2, 5, 2],
      [3, 4, 1],
      [4, 9, 4],
    ] as const) {
      const story = given({ options: { teams: count } }, people, bots);
      const sizes = story.state.sides.map((side) => of(story, side).length);
      assert(Math.max(...sizes) - Math.min(...sizes) <= 1, String(sizes));
      const humans = story.state.sides.map((side) => of(story, side).filter((id) => !id.startsWith("b")).length);
      assert(Math.max(...humans) - Math.min(...humans) <= 1, String(humans));
    }
    assert.notDeepEqual(given({ seed: "a" }).state.sideOf, given({ seed: "b" }).state.sideOf);
  });

  it("[S2] are picked while there is time, and made up for who picks none", () => {
    const [p0, p1, p2, p3] = ids(4) as [PlayerId, PlayerId, PlayerId, PlayerId];
    const story = given(picked).when(pick(p0, 1)).when(pick(p1, 0)).when(pick(p2, 1)).when(pick(p0, 0));
    assert.equal(teams.view(story.state).phase, "gathering");
    const formed = story.at(15_000, tick);
    assert.deepEqual(of(formed, "red").toSorted(), [p0, p1]);
    assert.deepEqual(of(formed, "blue").toSorted(), [p2, p3]);
    assert.equal(formed.at(18_000, tick).state.quiz?.phase.name, "question");
  });

  it("[S3] never differ by more than a person's choice", () => {
    const [p0, p1, p2] = ids(4) as [PlayerId, PlayerId, PlayerId, PlayerId];
    const story = given(picked).when(pick(p0, 0));
    story.rejects(pick(p1, 0), "locked_out");
    story.when(pick(p1, 1)).when(pick(p2, 0));
    story.rejects(pick(p1, 3), "no_such_choice");
  });

  it("[S4] take who comes late where the fewest are, and back who returns", () => {
    const story = opened(given({}, 3));
    const late = "late" as PlayerId;
    const came = story.when(enter(late));
    const sizes = came.state.sides.map((side) => of(came, side).length);
    assert.deepEqual(sizes, [2, 2]);
    const side = came.state.sideOf.get(late);
    const back = came.when({ type: "depart", player: late, gone: true }).when(enter(late));
    assert.equal(back.state.sideOf.get(late), side);
  });

  it("[S5] talk among themselves", () => {
    const story = opened(given());
    const [speaker] = of(story, "red") as [PlayerId];
    const [event] = story.events(say(speaker, "it is B"));
    assert(event !== undefined);
    const told = teams.notices(event, story.state);
    assert.deepEqual(told.map(({ player }) => player).toSorted(), of(story, "red").toSorted());
    const [other] = of(story, "blue") as [PlayerId];
    const after = story.when(say(speaker, "it is B"));
    assert.equal(teams.recall?.(after.state, speaker).length, 1);
    assert.equal(teams.recall?.(after.state, other).length, 0);
    assert.equal(teams.recall?.(after.state, undefined).length, 0);
    assert(!JSON.stringify(teams.view(after.state)).includes("it is B"));
  });
});

describe("teams: points", () => {
  it("[P1] are the average of the members who are still there", () => {
    const story = opened(given({ options: { final: false } }, 3));
    const big = story.state.sides.find((side) => of(story, side).length === 2) ?? "";
    const [one, two] = of(story, big) as [PlayerId, PlayerId];
    const played = story.when(answer(story, one, true)).at(13_000, tick);
    assert.equal(scoreOf(played, big), 500);
    assert.equal(scoreOf(played.when({ type: "depart", player: two, gone: true }), big), 1000);
  });

  it("[P2] put everybody where their side stands", () => {
    const story = opened(given({ options: { final: false } }));
    const [winner, mate] = of(story, "blue") as [PlayerId, PlayerId];
    const over = story
      .when(answer(story, winner, true))
      .at(13_000, tick)
      .when({ type: "stop" });
    const lines = teams.result(over.state)?.standings ?? [];
    const byPlayer = new Map(lines.map((line) => [line.player, line]));
    assert.deepEqual([byPlayer.get(mate)?.rank, byPlayer.get(mate)?.score, byPlayer.get(mate)?.right], [1, 500, 0]);
    assert.equal(byPlayer.get(of(story, "red")[0] as PlayerId)?.rank, 2);
    assert.equal(teams.view(over.state).players.get(mate)?.rank, 1);
    // Who leaves then takes nothing along.
    const left = over.when({ type: "depart", player: mate, gone: true });
    assert.deepEqual(teams.result(left.state), teams.result(over.state));
    assert.equal(teams.view(left.state).players.get(winner)?.score, 500);
  });
});

describe("teams: the captains' final", () => {
  it("[F1] is for the best of each side alone", () => {
    const story = opened(given());
    const [star] = of(story, "red").slice(-1) as [PlayerId];
    const ahead = story.when(answer(story, star, true));
    const final = atFinal(ahead);
    assert.equal(final.state.captains.get("red"), star);
    const other = of(final, "red").find((player) => player !== star) as PlayerId;
    final.rejects(answer(final, other, true), "locked_out");
    final.when(answer(final, star, true));
    assert.equal(atFinal(given({ options: { final: false } })).state.captains.size, 0);
  });

  it("[F2] counts whole for the side", () => {
    const final = atFinal(given());
    const captain = final.state.captains.get("blue") as PlayerId;
    const closed = final.when(answer(final, captain, true)).when({ type: "skip" });
    assert.equal(scoreOf(closed, "blue"), 1000);
    assert.equal(scoreOf(closed, "red"), 0);
  });

  it("[F3] closes when every captain who is here has answered", () => {
    const final = atFinal(given());
    const [one, other] = [...final.state.captains.values()] as [PlayerId, PlayerId];
    const half = final.when(answer(final, one, false));
    assert.equal(half.state.quiz?.phase.name, "question");
    assert.equal(half.when(answer(half, other, true)).state.quiz?.phase.name, "reveal");
    assert.equal(half.when({ type: "depart", player: other, gone: false }).state.quiz?.phase.name, "reveal");
  });
});
