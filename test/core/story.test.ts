import assert from "node:assert/strict";
import type { GameCommand, GameSetup } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { forgetting, type StoredEvent } from "../../src/journal/erasing.ts";
import { story as mode } from "../../src/games/story/index.ts";
import { type Language, openings } from "../../src/games/story/openings.ts";
import type { Story } from "../../src/games/story/state.ts";
import { storyWithout } from "../../src/standings/story.ts";
import { crew, givenGame, skip, tick } from "../support/mode-laws.ts";

const [ana, ben, cai] = crew as [PlayerId, PlayerId, PlayerId];
const from = 3000;
const given = (options: GameSetup["options"] = {}) =>
  givenGame(mode, { questions: [], options: { sentences: 3, seconds: 30, ...options } });
const writing = (options: GameSetup["options"] = {}) => given(options).at(from, tick);
const byVotes = (options: GameSetup["options"] = {}) => writing({ turns: "votes", ...options });

const writes = (player: PlayerId, text: string): GameCommand => {
  const ask = { id: "sentence-1", what: "write", purpose: "sentence", prompt: "" } as const;
  return { type: "move", player, ask, move: { ask: ask.id, text } };
};
const votes = (player: PlayerId, choice: number): GameCommand => {
  const ask = { id: "vote-1", what: "choose", purpose: "vote", prompt: "" } as const;
  return { type: "move", player, ask, move: { ask: ask.id, choice } };
};
const leaves = (player: PlayerId, gone = false): GameCommand => ({ type: "depart", player, gone });
const comes = (player: PlayerId): GameCommand => ({ type: "enter", player, name: player, bot: false });
type Parts = {
  readonly turn: { readonly writer: string | null; readonly ending: boolean };
  readonly story: { readonly opening: string };
  readonly ballot: { readonly best: boolean; readonly voted: number };
};
const partOf = <Name extends keyof Parts>(state: Story, name: Name) => mode.view(state).more?.[name] as Parts[Name];
const phaseOf = (state: Story) => mode.view(state).phase;
const writerOf = (state: Story) => partOf(state, "turn").writer;
const scoresOf = (state: Story) => [ana, ben, cai].map((player) => state.players.get(player)?.score);
const textsOf = ({ lines }: Story) => lines.map(({ text }) => text);

/** Three sentences by three, and the vote on them. */
const told = (options: GameSetup["options"] = {}) =>
  writing(options).when(writes(ana, "One.")).when(writes(ben, "Two.")).when(writes(cai, "Three."));
/** Where a player's proposal is on the ballot. */
const placeOf = ({ phase }: Story, player: PlayerId) =>
  phase.name === "choosing" ? phase.candidates.findIndex((line) => line.player === player) : -1;
/** Two proposals, and the vote on them. */
const proposed = () => byVotes().when(writes(ana, "By Ana.")).when(writes(ben, "By Ben.")).when(skip);

describe("the story: the loop", () => {
  const phases = (options: GameSetup["options"], act: (state: Story) => GameCommand) => {
    let story = given(options);
    const seen = [phaseOf(story.state)];
    while (phaseOf(story.state) !== "podium") {
      story = story.when(act(story.state));
      seen.push(phaseOf(story.state));
    }
    return seen;
  };

  it("[S1] by seats is written sentence by sentence and voted on at the end", () => {
    const act = (state: Story) => {
      const writer = phaseOf(state) === "writing" ? writerOf(state) : null;
      return writer === null ? skip : writes(writer as PlayerId, "So it went.");
    };
    const seen = ["countdown", "writing", "writing", "writing", "choosing", "chosen", "podium"];
    assert.deepEqual(phases({}, act), seen);
  });

  it("[S2] by votes is voted on for each sentence", () => {
    const act = (state: Story) => {
      if (state.phase.name !== "writing" || state.phase.proposals.length > 1) return skip;
      return writes(state.phase.proposals.length === 0 ? ana : ben, "So it went.");
    };
    const seen = phases({ turns: "votes", sentences: 2 }, act).filter((phase, at, all) => phase !== all[at - 1]);
    const turn = ["writing", "choosing", "chosen"];
    assert.deepEqual(seen, ["countdown", ...turn, ...turn, "podium"]);
  });

  it("[S3] asks for the ending last, and gives each turn and vote its seconds", () => {
    const endings = [writing(), writing().when(skip), writing().when(skip).when(skip)].map(
      ({ state }) => partOf(state, "turn").ending,
    );
    assert.deepEqual(endings, [false, false, true]);
    assert.equal(mode.nextDeadline(writing().state), from + 30_000);
    assert.equal(mode.nextDeadline(told().state), from + 30_000);
    assert.equal(mode.nextDeadline(told().when(skip).state), from + 10_000);
    assert.deepEqual([given({}).state.sentences, givenGame(mode).state.sentences], [3, 12]);
  });

  it("[S4] begins with an opening in its language, and there are forty of each", () => {
    for (const language of Object.keys(openings) as Language[]) {
      const { state } = writing({ language });
      assert(openings[language].includes(partOf(state, "story").opening));
      assert(openings[language].length >= 40 && openings[language].every((text) => text.length <= 200));
      assert.equal(new Set(openings[language]).size, openings.en.length);
    }
    assert.deepEqual(state0().lines, []);
  });
  const state0 = () => writing().state;

  it("[S5] skips a phase, and stops for the podium, without counting", () => {
    const stopped = told().when({ type: "stop" });
    assert.equal(mode.result(stopped.state)?.counts, false);
    stopped.rejects(skip, "wrong_phase");
    assert.equal(mode.result(told().when(skip).when(skip).state)?.counts, true);
  });
});

describe("the story: writing", () => {
  it("[W1] goes round among those who are here, a sentence each", () => {
    let story = writing({ sentences: 5 });
    story.rejects(writes(ben, "Not my turn."), "no_such_ask");
    assert.equal(mode.asks?.(story.state, ben).length, 0);
    assert.equal(mode.asks?.(story.state, ana)[0]?.shown, true);
    story = story.when(leaves(ben)).when(writes(ana, "One."));
    assert.equal(writerOf(story.state), cai);
    story = story.when(comes(ben)).when(writes(cai, "Two."));
    assert.equal(writerOf(story.state), ana);
  });

  it("[W2] passes over who does not write in time, and hands on the turn of who goes", () => {
    const passed = writing().at(from + 30_000, tick);
    assert.deepEqual([writerOf(passed.state), passed.state.number], [ben, 2]);
    const handed = writing().when(leaves(ana), from + 20_000);
    assert.deepEqual([writerOf(handed.state), handed.state.number], [ben, 1]);
    assert.equal(mode.nextDeadline(handed.state), from + 50_000);
    const nobody = handed.when(leaves(ben)).when(leaves(cai));
    assert.equal(writerOf(nobody.state), null);
    assert.equal(writerOf(nobody.when(comes(cai)).state), cai);
  });

  it("[W3] by votes takes a sentence of each, and hides who wrote it until the vote is over", () => {
    const story = byVotes().when(writes(ana, "By Ana."));
    story.rejects(writes(ana, "More."), "already_answered");
    assert.deepEqual(mode.own?.(story.state, ana), { proposal: "By Ana." });
    const seen = (state: Story) => JSON.stringify([mode.view(state), mode.asks?.(state, cai), mode.own?.(state, cai)]);
    assert(!seen(story.state).includes("By Ana."));
    const ballot = (one: string, other: string) =>
      mode.asks?.(byVotes().when(writes(ana, one)).when(writes(ben, other)).when(skip).state, cai)[0]?.choices;
    assert.deepEqual(ballot("X.", "Y.")?.toSorted(), ["X.", "Y."]);
    const full = story.when(writes(ben, "By Ben.")).when(writes(cai, "By Cai."));
    assert.equal(phaseOf(full.state), "choosing");
    assert(!seen(full.state).includes(`"${ana}"`));
  });

  it("[W4] takes up to 200 characters on one line", () => {
    assert.deepEqual(textsOf(writing().when(writes(ana, "  Two\nlines,\t one.  ")).state), ["Two lines, one."]);
    writing().rejects(writes(ana, " \n "), "malformed");
    writing().rejects(writes(ana, "x".repeat(201)), "malformed");
    writing().rejects(writes(ana, "Late."), "too_late", from + 30_000);
    const [ask] = mode.asks?.(writing().state, ana) ?? [];
    assert.deepEqual([ask?.most, ask?.shown], [200, true]);
  });
});

describe("the story: voting", () => {
  it("[V1] takes the sentence with the most votes, by seats all of them", () => {
    let story = proposed();
    story = story.when(votes(cai, placeOf(story.state, ben)));
    assert.deepEqual(textsOf(story.when(skip).state), ["By Ben."]);
    const first = proposed().when(skip).state;
    const { candidates = [] } = first.phase.name === "chosen" ? first.phase : {};
    assert.deepEqual(textsOf(first), [candidates[0]?.text]);
    assert.deepEqual(textsOf(told().when(votes(ana, 1)).when(skip).state), ["One.", "Two.", "Three."]);
  });

  it("[V2] takes one vote of each, not for their own", () => {
    const story = told().when(votes(ana, 1));
    story.rejects(votes(ana, 2), "already_answered");
    story.rejects(votes(ben, 1), "own_work");
    story.rejects(votes(ben, 3), "no_such_choice");
    assert.deepEqual(mode.own?.(story.state, ben), { mine: [1], vote: null });
    assert.deepEqual(partOf(story.state, "ballot"), { best: true, voted: 1 });
  });

  it("[V3] ends when all have voted who can, and is left out where there is nothing to choose from", () => {
    const story = told().when(votes(ana, 1)).when(votes(ben, 0));
    assert.equal(phaseOf(story.when(votes(cai, 0)).state), "chosen");
    assert.equal(phaseOf(story.when(leaves(cai)).state), "chosen");
    assert.equal(phaseOf(writing().when(writes(ana, "Alone.")).when(skip).when(skip).state), "podium");
    const single = byVotes().when(writes(ana, "Alone.")).when(skip).state;
    assert.deepEqual([phaseOf(single), textsOf(single)], ["chosen", ["Alone."]]);
    assert.equal(phaseOf(byVotes().when(skip).state), "writing");
  });
});

describe("the story: points", () => {
  it("[P1] go by the share of the others' votes", () => {
    const story = told().when(votes(ana, 1)).when(votes(ben, 0)).when(votes(cai, 1));
    assert.deepEqual(scoresOf(story.state), [500, 1000, 0]);
  });

  it("[P2] rank, and equals alike; nobody is right or wrong", () => {
    const { state } = told().when(votes(ana, 1)).when(votes(ben, 0)).when(votes(cai, 1)).when(skip);
    const lines = mode.result(state)?.standings.map(({ player, rank, right }) => [player, rank, right]);
    assert.deepEqual(lines, [
      [ben, 1, 0],
      [ana, 2, 0],
      [cai, 3, 0],
    ]);
    const even = mode.result(told().when(skip).when(skip).state)?.standings.map(({ rank }) => rank);
    assert.deepEqual(even, [1, 1, 1]);
  });

  it("[P3] count for the boards when it was played to its end", () => {
    assert.equal(mode.result(told().when(skip).when(skip).state)?.counts, true);
    assert.equal(mode.result(told().when({ type: "stop" }).state)?.counts, false);
  });
});

describe("the story: what is kept", () => {
  it("[K1] is the opening and all sentences with their authors, where that is wished", () => {
    const kept = mode.story?.(told().state);
    const { opening } = told().state;
    assert.deepEqual(
      kept?.lines.map(({ player, text }) => [player, text]),
      [
        ["", opening],
        [ana, "One."],
        [ben, "Two."],
        [cai, "Three."],
      ],
    );
    assert.equal(kept?.language, "en");
    assert(kept.title.length > 0 && kept.title.length < 90);
    assert.equal(mode.story?.(told({ keep: false }).state), undefined);
    assert.equal(mode.story?.(writing().state), undefined);
  });

  it("[K2] is nothing of who has been erased: not in the game, not with the game, not in the journal", () => {
    const { state } = told();
    const { lines } = mode.forget?.(state, ben) ?? { lines: [] };
    assert.deepEqual(lines[1], { player: ben, name: "–", text: "" });
    const voting = mode.forget?.(proposed().state, ben);
    assert(voting !== undefined);
    assert.equal(mode.asks?.(voting, cai)[0]?.choices?.[placeOf(voting, ben)], "");
    const kept = mode.story?.(state);
    assert(kept !== undefined);
    assert.deepEqual(storyWithout(kept, ben).lines[2], { player: ben, name: "–", text: "" });
    const stored = { type: "in_game", event: { type: "wrote", player: ben, text: "Two." } } as StoredEvent;
    assert.deepEqual(forgetting(ben, false)(stored)["event"], { type: "wrote", player: ben, text: "" });
    assert.deepEqual(forgetting(ana, false)(stored), stored);
  });
});

describe("the story: coming and going", () => {
  const eva = "eva" as PlayerId;

  it("[C1] lets who comes late write and vote", () => {
    const story = writing({ sentences: 4 }).when(comes(eva));
    const late = story.when(skip).when(skip).when(skip);
    assert.equal(writerOf(late.state), eva);
    assert.equal(scoresOf(told().when(comes(eva)).when(votes(eva, 1)).when(skip).state)[1], 1000);
  });

  it("[C2] keeps points and sentences of who leaves", () => {
    let story = told().when(votes(ana, 1)).when(votes(cai, 1)).when(skip).when(leaves(ben, true));
    assert.equal(mode.view(story.state).players.has(ben), false);
    assert(textsOf(story.state).includes("Two."));
    story = story.when(comes(ben));
    assert.equal(mode.view(story.state).players.get(ben)?.score, 1000);
  });

  it("[C3] waits for nobody who is not here", () => {
    const story = byVotes().when(leaves(cai)).when(writes(ana, "One.")).when(writes(ben, "Two."));
    assert.equal(phaseOf(story.state), "choosing");
  });
});
