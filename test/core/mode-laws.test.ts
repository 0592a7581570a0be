import assert from "node:assert/strict";
import { games } from "../../src/games/index.ts";
import { lawsByMode } from "../support/laws/laws.ts";
import { assertLaws } from "../support/mode-laws.ts";

describe("the laws of all modes, in ten thousand random games of each", () => {
  for (const game of games) {
    it(`are kept by ${game.mode}`, () => {
      const laws = lawsByMode[game.mode];
      assert(laws !== undefined, `nobody has said in test/support/laws/ what is a secret in ${game.mode}`);
      assertLaws(game, laws);
    }).timeout(300_000);
  }

  it("are said for no mode that there is not", () => {
    const modes = new Set(games.map(({ mode }) => mode));
    assert.deepEqual(
      Object.keys(lawsByMode).filter((mode) => !modes.has(mode)),
      [],
    );
  });
});
