import assert from "node:assert/strict";
import type { Player } from "../../web/src/lobby-state.ts";
import { movesBetween } from "../../web/src/screen/rank-moves.ts";

const player = (id: string, rank: number, score: number) => ({ id, rank, score }) as Player;
const shown = (before: readonly Player[], after: readonly Player[], most = 3) =>
  movesBetween(before, after, most).map(({ player: { id }, climbed, gained }) => [id, climbed, gained]);

describe("the ranking on a screen", () => {
  const before = [player("ana", 1, 900), player("ben", 2, 800), player("cai", 3, 100), player("dee", 4, 50)];

  it("moves everybody from where they stood, with what they won", () => {
    const after = [player("ben", 1, 1700), player("ana", 2, 900), player("cai", 3, 600), player("dee", 4, 50)];
    assert.deepEqual(shown(before, after), [
      ["ben", 1, 900],
      ["ana", -1, 0],
      ["cai", 0, 500],
    ]);
  });

  it("lets who was not listed come from just below the list", () => {
    const after = [player("dee", 1, 1050), player("ana", 2, 900), player("ben", 3, 800)];
    assert.deepEqual(shown(before, after), [
      ["dee", 3, 1000],
      ["ana", -1, 0],
      ["ben", -1, 0],
    ]);
  });

  it("moves nobody without a before, and lists nobody without a rank", () => {
    assert.deepEqual(
      shown([], [...before, player("eve", 0, 0)], 9),
      before.map(({ id }) => [id, 0, 0]),
    );
  });

  it("says of nobody that they rose or fell who is still equal", () => {
    const equals = [player("ana", 1, 0), player("ben", 1, 0), player("cai", 1, 0)];
    const after = [player("cai", 1, 500), player("ana", 2, 0), player("ben", 2, 0)];
    assert.deepEqual(
      movesBetween(equals, after, 3).map(({ climbed, rose }) => [climbed, rose]),
      [
        [2, 0],
        [-1, -1],
        [-1, -1],
      ],
    );
  });

  it("takes nothing for won when points were taken back", () => {
    assert.deepEqual(shown(before, [player("ana", 1, 400)]), [["ana", 0, 0]]);
  });
});
