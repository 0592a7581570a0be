import assert from "node:assert/strict";
import { removedName } from "../../src/core/removed.ts";
import { forgetting } from "../../src/journal/erasing.ts";
import { withoutPerson } from "../../src/journal/erasing-games.ts";

describe("what somebody wrote in a game", () => {
  const erase = (event: { readonly type: string; readonly [field: string]: unknown }) =>
    forgetting("ana", false)(event);

  it("goes wherever it stands beside whose it is, and nothing of others", () => {
    const laid = {
      type: "in_game",
      event: {
        type: "laid",
        options: [
          { text: "a lie of hers", authors: ["ana"] },
          { text: "a lie of two", authors: ["ana", "ben"] },
          { text: "the truth", authors: [] },
        ],
      },
    };
    const { options } = (erase(laid) as typeof laid).event;
    assert.deepEqual(
      options.map(({ text }) => text),
      ["", "a lie of two", "the truth"],
    );
    const wrote = { type: "in_game", event: { type: "wrote", player: "ana", alias: "Fern", text: "hello" } };
    assert.equal((erase(wrote) as typeof wrote).event.text, "");
  });

  it("goes with what they were called when it began", () => {
    const players = [
      { id: "ana", name: "Ana" },
      { id: "ben", name: "Ben" },
    ];
    const began = { type: "game_started", topic: "Ana", first: { type: "started", players } };
    const clean = erase(began) as typeof began;
    assert.deepEqual(
      clean.first.players.map(({ name }) => name),
      [removedName, "Ben"],
    );
    assert.equal(clean.topic, "Ana");
  });

  it("leaves what has nothing of theirs as it is", () => {
    const other = { type: "in_game", event: { type: "wrote", player: "ben", text: "hello" } };
    assert.equal(withoutPerson(other, "ana"), other);
  });
});
