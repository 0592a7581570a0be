import assert from "node:assert/strict";
import * as fc from "fast-check";
import { fold } from "../../src/core/decider.ts";
import type { GameCommand } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { bluff } from "../../src/games/bluff/index.ts";
import type { Bluff, BluffEvent } from "../../src/games/bluff/state.ts";
import { given, lies, picks, strange } from "../support/bluff.ts";

const players = ["ana", "ben", "cleo", "dora"] as unknown as readonly PlayerId[];
const player = fc.constantFrom(...players);
const text = fc.oneof(
  fc.constantFrom("holy water", "nuts", "Nuts!", "the nuts", "lamp oil", "7", "...", ""),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

const command: fc.Arbitrary<GameCommand> = fc.oneof(
  fc.tuple(player, text, fc.integer({ min: 1, max: 2 })).map(([who, what, number]) => lies(who, what, number)),
  fc.tuple(player, fc.integer({ min: -1, max: 6 })).map(([who, choice]) => picks(who, choice)),
  player.map((who): GameCommand => ({ type: "enter", player: who, name: who, bot: false })),
  fc.tuple(player, fc.boolean()).map(([who, gone]): GameCommand => ({ type: "depart", player: who, gone })),
  fc.constantFrom<GameCommand>({ type: "tick" }, { type: "tick" }, { type: "skip" }, { type: "stop" }),
  fc.constantFrom<GameCommand>(
    { type: "correct", question: strange.id, key: null },
    { type: "extend", questions: [strange], last: true },
  ),
);
const script = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 30_000 })), { maxLength: 60 });

const initial = given().state;

/** Runs a script, looks after each step, and gives the log. */
const played = (steps: readonly (readonly [GameCommand, number])[], look: (before: Bluff, after: Bluff) => void) => {
  let [state, now] = [initial, 0];
  const log: BluffEvent[] = [];
  for (const [one, wait] of steps) {
    now += wait;
    const before = JSON.stringify(state, plain);
    const decision = bluff.decide(state, one, now);
    if (!decision.ok) {
      assert.equal(JSON.stringify(state, plain), before, "a refusal changes nothing");
      continue;
    }
    const after = fold<Bluff, BluffEvent>(bluff.evolve, state, decision.events);
    look(state, after);
    log.push(...decision.events);
    state = after;
  }
  return { state, now, log };
};

const plain = (_key: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value;

describe("bluff, whatever is done", () => {
  it("is rebuilt from its log through JSON", () => {
    fc.assert(
      fc.property(script, (steps) => {
        const { state, log } = played(steps, () => {});
        const stored = JSON.parse(JSON.stringify(log)) as readonly BluffEvent[];
        assert.deepEqual(fold<Bluff, BluffEvent>(bluff.evolve, initial, stored), state);
      }),
    );
  });

  it("shows no author and no truth before the unmasking, and loses no points but by a strike", () => {
    fc.assert(
      fc.property(script, (steps) => {
        played(steps, (before, after) => {
          const view = bluff.view(after);
          if (after.phase.name !== "unmask") assert.deepEqual(view.more, {});
          assert.equal(view.reveal, undefined);
          for (const who of players) {
            const own = bluff.own?.(after, who) as { readonly option: number | null };
            if (after.phase.name === "voting" && own.option !== null)
              assert(after.phase.options[own.option]?.authors.includes(who));
            if (after.struck.size > before.struck.size) continue;
            assert((after.players.get(who)?.score ?? 0) >= (before.players.get(who)?.score ?? 0));
          }
        });
      }),
    );
  });

  it("ends by ticks alone", () => {
    fc.assert(
      fc.property(script, (steps) => {
        let { state } = played(steps, () => {});
        for (let turns = 0; turns < 12; turns++) {
          const due = bluff.nextDeadline(state);
          if (due === undefined) break;
          const decision = bluff.decide(state, { type: "tick" }, due);
          assert(decision.ok);
          state = fold<Bluff, BluffEvent>(bluff.evolve, state, decision.events);
        }
        assert(bluff.result(state) !== undefined);
      }),
    );
  });
});
