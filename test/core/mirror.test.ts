import assert from "node:assert/strict";
import { Encoder } from "@colyseus/schema";
import fc from "fast-check";
import { LobbyState, PlayerState } from "../../rooms/schema/lobby-state.ts";
import { mirror } from "../../rooms/sync/mirror.ts";
import { view } from "../../src/lobby/view.ts";
import { games, playing, start } from "../support/lobby.ts";
import { playScript, scripts } from "../support/scripts.ts";

const make = { players: () => new PlayerState() };
const shown = (state: Parameters<typeof view>[1], now: number) => ({
  ...view(games, state, now),
  spectators: 0,
  degraded: false,
});

describe("mirror", () => {
  it("step by step gives the same as once", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const stepwise = new LobbyState();
        let last = shown(playScript([]).state, start);
        playScript(script, ({ after, now }) => {
          last = shown(after, now);
          mirror(stepwise, last, make);
        });
        const once = new LobbyState();
        mirror(once, last, make);
        assert.deepEqual(stepwise.toJSON(), once.toJSON());
      }),
      { numRuns: 100 },
    );
  });

  it("sends nothing for no change, and little for little", () => {
    const target = new LobbyState();
    const encoder = new Encoder(target);
    const { state } = playing();
    mirror(target, shown(state, start), make);
    encoder.encode();
    encoder.discardChanges();
    mirror(target, shown(state, start), make);
    assert.equal(encoder.hasChanges, false);
    const source = shown(state, start);
    const [first] = [...source.players.keys()];
    const players = new Map(source.players);
    players.set(first ?? "", {
      ...(source.players.get(first ?? "") as typeof players extends Map<string, infer V> ? V : never),
      answered: true,
    });
    mirror(target, { ...source, players }, make);
    assert(encoder.encode({ offset: 0 }).byteLength <= 5);
  });
});
