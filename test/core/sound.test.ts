import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Cue, cues, cuesBetween, musicFor, type Scene } from "../../web/src/sound/cues.ts";
import { readSettings } from "../../web/src/sound/settings.ts";
import { barOf, barSeconds, type Note, tunes } from "../../web/src/sound/tunes.ts";

const hall: Scene = {
  code: "ABCDE",
  isOpen: true,
  isSeated: true,
  isPaused: false,
  isPlaying: false,
  phase: "",
  question: "",
  secondsLeft: 0,
  players: 2,
  locked: "",
  result: { question: "", right: false, isNone: false, streak: 0 },
  line: "",
};
const asking: Scene = { ...hall, isPlaying: true, phase: "question", question: "q1", secondsLeft: 20 };
const reveal: Scene = { ...asking, phase: "reveal", secondsLeft: 5 };
const won = (streak: number): Scene["result"] => ({ question: "q1", right: true, isNone: false, streak });

const changes: readonly (readonly [what: string, before: Scene | undefined, after: Scene, heard: readonly Cue[]])[] = [
  ["nothing on arrival", undefined, asking, []],
  ["nothing in another lobby", { ...hall, code: "FGHJK" }, asking, []],
  ["nothing of what was while the connection was lost", { ...hall, isOpen: false }, asking, []],
  ["nothing when nothing changes", asking, asking, []],
  ["a question that opens", { ...asking, phase: "countdown" }, asking, ["opens"]],
  ["the next question", { ...reveal, phase: "scores" }, { ...asking, question: "q2" }, ["opens"]],
  ["no question twice, as after a restart of the server", reveal, asking, []],
  ["somebody who comes in", hall, { ...hall, players: 3 }, ["join"]],
  ["one sound for many who come", hall, { ...hall, players: 40 }, ["join"]],
  ["nobody who comes in the middle of a game", asking, { ...asking, players: 3 }, []],
  ["nobody who leaves", hall, { ...hall, players: 1 }, []],
  ["the last five seconds", { ...asking, secondsLeft: 6 }, { ...asking, secondsLeft: 5 }, ["tick"]],
  ["no second before", { ...asking, secondsLeft: 7 }, { ...asking, secondsLeft: 6 }, []],
  ["no second of a pause", { ...asking, secondsLeft: 5 }, { ...asking, secondsLeft: 4, isPaused: true }, []],
  ["not the end itself", { ...asking, secondsLeft: 1 }, { ...asking, secondsLeft: 0 }, []],
  ["an answer that is locked in", asking, { ...asking, locked: "q1" }, ["locked"]],
  ["no answer to another question", asking, { ...asking, locked: "q0" }, []],
  ["the reveal, for who watches", { ...asking, isSeated: false }, { ...reveal, isSeated: false }, ["reveal"]],
  ["nothing at the reveal before one's own result is there", asking, reveal, []],
  ["a right answer", reveal, { ...reveal, result: won(1) }, ["right"]],
  ["a right answer that comes with the reveal", asking, { ...reveal, result: won(2) }, ["right"]],
  ["three in a row", reveal, { ...reveal, result: won(3) }, ["right", "streak"]],
  ["a wrong answer", reveal, { ...reveal, result: { ...won(0), right: false } }, ["wrong"]],
  ["no shame for no answer", reveal, { ...reveal, result: { ...won(0), right: false, isNone: true } }, ["reveal"]],
  ["no result twice", { ...reveal, result: won(1) }, { ...reveal, phase: "scores", result: won(1) }, []],
  ["the podium", reveal, { ...hall, phase: "podium" }, ["fanfare"]],
  ["what others say", hall, { ...hall, line: "m1" }, ["chat"]],
  ["nothing that is said while a question is open", asking, { ...asking, line: "m1" }, []],
];

describe("sounds", () => {
  for (const [what, before, after, heard] of changes) {
    it(`let one hear: ${what}`, () => assert.deepEqual(cuesBetween(before, after), heard));
  }

  it("come with music in the hall and at questions, and none in a pause", () => {
    const music = [hall, { ...hall, phase: "podium" }, asking, { ...asking, phase: "countdown" }, reveal].map(musicFor);
    assert.deepEqual(music, ["lobby", "none", "question", "question", "none"]);
    assert.deepEqual(
      [
        { ...asking, isPaused: true },
        { ...hall, isOpen: false },
      ].map(musicFor),
      ["none", "none"],
    );
  });

  const isSound = ({ at, lasts, hz, gain }: Note): boolean =>
    at >= 0 && lasts > 0 && lasts < 2 && hz > 55 && hz < 4000 && gain > 0 && gain <= 0.5;
  const isLoudestOf = (notes: readonly Note[]): number =>
    Math.max(
      ...notes.map(({ at }) =>
        notes.filter((one) => one.at <= at && at < one.at + one.lasts).reduce((sum, { gain }) => sum + gain, 0),
      ),
    );

  it("are short, can be heard, and never clip", () => {
    assert.deepEqual(Object.keys(tunes).toSorted(), cues.toSorted());
    for (const [cue, notes] of Object.entries(tunes)) {
      assert(notes.length > 0 && notes.every(isSound), cue);
      assert(
        notes.every(({ at, lasts }) => at + lasts <= 2),
        cue,
      );
      assert(isLoudestOf(notes) <= 1.2, `${cue}: ${isLoudestOf(notes)}`);
    }
  });

  it("leave room over the music, bar for bar", () => {
    for (const kind of ["lobby", "question"] as const) {
      for (let nth = 0; nth < 8; nth++) {
        const bar = barOf(kind, nth);
        assert(bar.every(({ at, hz }) => at < barSeconds[kind] && hz > 40 && hz < 2000));
        assert(isLoudestOf(bar) <= 0.4, `${kind} ${nth}: ${isLoudestOf(bar)}`);
      }
    }
  });

  it("are off on a device and on for a room, until somebody says otherwise", () => {
    assert.deepEqual([readSettings(null, "device").on, readSettings(null, "screen").on], [false, true]);
    const kept = { on: true, volume: 0.3, music: false, aloud: true, talk: true, sure: true };
    assert.deepEqual(readSettings(JSON.stringify(kept), "device"), kept);
  });

  it("are as usual when what was kept can't be read", () => {
    for (const kept of ["", "{", "null", "7", '"on"', '{"on":"yes","volume":7}', "[]"])
      assert.deepEqual(readSettings(kept, "device"), readSettings(null, "device"), kept);
    fc.assert(fc.property(fc.json(), (kept) => readSettings(kept, "screen").volume <= 1));
  });
});
