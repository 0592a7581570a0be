import assert from "node:assert/strict";
import fc from "fast-check";
import type { GameCommand } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { findTheBot } from "../../src/games/find-the-bot/index.ts";
import type { FindTheBot, FindTheBotEvent } from "../../src/games/find-the-bot/state.ts";
import { aliasesOf, asksOf, begun, bitsOf, crowd, given, phaseOf, says, votes } from "../support/find-the-bot.ts";
import { disguise } from "../support/laws/find-the-bot.ts";

const tick: GameCommand = { type: "tick" };
const ann = "ann0" as PlayerId;
const bob = "ann1" as PlayerId;
const talkFrom = 3000;
const voteFrom = talkFrom + 120_000;
const beat = 600;

const talking = (changes: Parameters<typeof given>[0] = {}) => given(changes).at(talkFrom, tick);
const typing = (state: FindTheBot) => (findTheBot.view(state).more as { readonly typing?: readonly string[] }).typing;
const linesIn = (state: FindTheBot) => state.round?.lines ?? [];

describe("find the bot: talking and voting", () => {
  it("[T1] is for who is behind the alias, and a line has something in it", () => {
    const { state } = talking();
    const own = says(state, ann, "hello") as GameCommand & { readonly type: "move" };
    const [ask] = asksOf(state, ann);
    assert.deepEqual([ask?.what, ask?.most, ask?.shown, ask?.repeats], ["write", 200, true, true]);
    talking().rejects({ ...own, player: bob }, "no_such_ask");
    talking().rejects(says(state, ann, " \n "), "malformed");
    talking().rejects({ ...own, player: "stranger" as PlayerId }, "not_a_player");
    given().rejects(own, "no_such_ask");
    talking().rejects(own, "too_late", voteFrom);
    const told = talking()
      .when(says(state, ann, "two\n lines"))
      .at(talkFrom + 4 * beat, tick);
    assert.equal(linesIn(told.state)[0]?.text, "two lines");
  });

  it("[T2] shows an alias typing from the next beat on, and the line one to three beats later", () => {
    const waits = new Set<number>();
    for (let index = 0; index < 60; index++) {
      const story = talking({ seed: `seed ${index}` });
      const from = talkFrom + 1000;
      const written = story.at(from + (index % 7) * 20, tick).when(says(story.state, ann, "hello"));
      assert.deepEqual(typing(written.state), [], "nothing shows at once");
      const shown = written.at(talkFrom + 2 * beat, tick);
      assert.deepEqual(typing(shown.state), [aliasesOf(story.state, ann)[0]]);
      const until = phaseOf(shown.state, "talking").waiting[0]?.until ?? 0;
      const told = shown.at(until, tick);
      assert.deepEqual(linesIn(told.state), [
        { alias: aliasesOf(story.state, ann)[0], text: "hello", at: until - talkFrom },
      ]);
      assert.deepEqual(typing(told.state), []);
      waits.add((until - talkFrom) / beat - 2);
    }
    assert.deepEqual(waits, new Set([1, 2, 3]));
  });

  it("[T2] tells what is due together by alias, not by when it was written", () => {
    const story = talking({ seed: "together" });
    const waiting = (first: PlayerId, second: PlayerId) =>
      story.when(says(story.state, first, "one")).when(says(story.state, second, "one"));
    const orders = [waiting(ann, bob), waiting(bob, ann)].map((one) => {
      const late = one.when(tick, talkFrom + 10 * beat);
      return linesIn(late.state).map(({ alias }) => alias);
    });
    assert.equal(orders[0]?.length, 2);
    assert.deepEqual(orders[0], orders[1]);
  });

  it("[T3] takes two lines at a time of an alias and tells them in order", () => {
    const story = talking();
    const two = story.when(says(story.state, ann, "one")).when(says(story.state, ann, "two"));
    two.rejects(says(story.state, ann, "three"), "too_fast");
    const told = two.at(talkFrom + 20 * beat, tick);
    const lines = linesIn(told.state);
    assert.deepEqual(
      lines.map(({ text }) => text),
      ["one", "two"],
    );
    assert((lines[1]?.at ?? 0) - (lines[0]?.at ?? 0) >= beat);
    let many = talking({ options: { talk: 300 } });
    for (let index = 0; index < 60; index++) {
      many = many.when(says(many.state, ann, "hm")).at(talkFrom + (index + 1) * 4 * beat, tick);
    }
    many.rejects(says(many.state, ann, "hm"), "too_fast");
  });

  it("[T4] tells at the end what waits", () => {
    const story = talking().at(voteFrom - 10, tick);
    const over = story.when(says(story.state, ann, "wait for me")).at(voteFrom, tick);
    assert.equal(over.state.phase.name, "voting");
    assert.deepEqual(
      linesIn(over.state).map(({ text, at }) => [text, at]),
      [["wait for me", 120_000]],
    );
    assert.deepEqual(findTheBot.recall?.(over.state, undefined), [
      { type: "line", payload: { round: 1, alias: aliasesOf(over.state, ann)[0], text: "wait for me", at: 120_000 } },
    ]);
  });

  it("[V1] votes once each, for none or for several", () => {
    const story = talking().at(voteFrom, tick);
    const voted = story.when(votes(story.state, ann, 0));
    voted.rejects(votes(story.state, ann, 0), "already_answered");
    assert.deepEqual(asksOf(voted.state, ann), []);
    story.rejects(votes(story.state, ann, 0), "too_late", voteFrom + 40_000);
    talking().rejects(votes(story.state, ann, 0), "no_such_ask");
  });

  it("[V2] marks no alias of one's own, and none that is not there", () => {
    const story = talking().at(voteFrom, tick);
    story.rejects(votes(story.state, ann, bitsOf(story.state, aliasesOf(story.state, ann))), "own_work");
    for (const number of [-1, 0.5, 2 ** (story.state.round?.aliases.length ?? 0)]) {
      story.rejects(votes(story.state, ann, number), "malformed");
    }
  });

  it("[V3] shows how many have voted, and in the unmasking who voted what", () => {
    const story = talking().at(voteFrom, tick);
    const voted = story.when(votes(story.state, ann, 0));
    const view = findTheBot.view(voted.state);
    assert.equal(view.more?.["voted"], 1);
    assert([...view.players.values()].every(({ answered }) => !answered));
    const { unmasked } = findTheBot.view(voted.when({ type: "skip" }).state).more as {
      readonly unmasked: {
        readonly aliases: readonly { player: string }[];
        readonly votes: readonly { player: string; marked: unknown }[];
      };
    };
    assert.equal(unmasked.aliases.length, 4);
    assert.deepEqual(
      unmasked.votes.map(({ player, marked }) => [player, marked]),
      [
        ["ann0", []],
        ["ann1", null],
        ["bot0", null],
        ["bot1", null],
      ],
    );
  });
});

type Act = { readonly kind: string; readonly who: number; readonly number: number; readonly wait: number };
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      "say",
      "say",
      "say",
      "vote",
      "vote",
      "enter",
      "drop",
      "leave",
      "tick",
      "tick",
      "skip",
      "stop",
      "extend",
      "correct",
    ),
    who: fc.nat(5),
    number: fc.nat(20),
    wait: fc.constantFrom(0, 1, 250, 600, 1800, 15_000),
  }),
  { maxLength: 60, size: "max" },
);

const everybody = crowd(3, 3);
const opening: Act = { kind: "skip", who: 0, number: 0, wait: 0 };

const commandOf = ({ kind, who, number }: Act, state: FindTheBot): GameCommand => {
  const { id: player, name, bot } = everybody[who] as (typeof everybody)[number];
  const asks = asksOf(state, player);
  const ask = asks[number % (asks.length || 1)] ?? { id: "none", what: "number", purpose: "suspects", prompt: "" };
  switch (kind) {
    case "say":
    case "vote":
      return { type: "move", player, ask, move: { ask: ask.id, text: `line ${number}`, number } };
    case "enter":
      return { type: "enter", player, name, bot };
    case "drop":
    case "leave":
      return { type: "depart", player, gone: kind === "leave" };
    case "skip":
      return { type: "skip" };
    case "stop":
      return number === 0 ? { type: "stop" } : { type: "tick" };
    case "extend":
      return { type: "extend", questions: [], last: true };
    case "correct":
      return { type: "correct", question: "q", key: 0 };
    default:
      return { type: "tick" };
  }
};

type Step = { readonly before: FindTheBot; readonly after: FindTheBot; readonly events: readonly FindTheBotEvent[] };

const play = (script: readonly Act[], seed: string, look: (step: Step) => void = () => {}) => {
  const first =
    findTheBot.start.length === 1
      ? begun({ seed, players: everybody.slice(0, 4), options: { rounds: 2, talk: 30 } })
      : begun();
  const log: FindTheBotEvent[] = [];
  let [state, now] = [first, 0];
  for (const act of script) {
    now += act.wait;
    const decision = findTheBot.decide(state, commandOf(act, state), now);
    if (!decision.ok) continue;
    const before = state;
    for (const event of decision.events) {
      state = findTheBot.evolve(state, event);
      log.push(event);
      look({ before, after: state, events: [event] });
    }
  }
  return { first, state, log, now };
};

describe("find the bot: properties of random games", () => {
  const seeds = fc.string({ maxLength: 4 });

  it("[T5] nothing that everybody gets depends on who is behind an alias, before the unmasking", () => {
    let looked = 0;
    fc.assert(
      fc.property(acts, seeds, fc.integer({ min: 1, max: 5 }), (script, seed, turn) => {
        play([opening, ...script], seed, ({ after, events }) => {
          if (after.phase.name !== "talking" && after.phase.name !== "voting") return;
          looked++;
          const other = disguise(
            after,
            turn,
            everybody.map(({ id }) => id),
          );
          assert.equal(JSON.stringify(flat(other)), JSON.stringify(flat(after)));
          for (const event of events)
            assert.deepEqual(findTheBot.notices(event, other), findTheBot.notices(event, after));
          assert.deepEqual(findTheBot.recall?.(other, ann), findTheBot.recall?.(after, ann));
          const shown = JSON.stringify([findTheBot.view(after).more, findTheBot.recall?.(after, ann)]);
          for (const { id } of everybody) assert(!shown.includes(`"${id}"`), `${id} in ${shown}`);
        });
      }),
      { numRuns: 300 },
    );
    assert(looked > 1000);
  });

  it("the log, through JSON, rebuilds the state; points are never lost", () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const { first, state, log } = play(script, seed, ({ before, after }) => {
          for (const [player, { score }] of before.players) assert((after.players.get(player)?.score ?? -1) >= score);
        });
        const again = (JSON.parse(JSON.stringify(log)) as FindTheBotEvent[]).reduce<FindTheBot>(
          findTheBot.evolve,
          first,
        );
        assert.deepStrictEqual(again, state);
      }),
      { numRuns: 300 },
    );
  });

  it("a tick settles what was due, and ticks alone end the game", () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        let { state } = play(script, seed);
        let ticks = 0;
        for (let due = findTheBot.nextDeadline(state); due !== undefined; due = findTheBot.nextDeadline(state)) {
          const decision = findTheBot.decide(state, tick, due);
          assert(decision.ok && decision.events.length > 0);
          state = decision.events.reduce<FindTheBot>(findTheBot.evolve, state);
          assert(++ticks < 500);
        }
        assert.equal(state.phase.name, "podium");
      }),
      { numRuns: 200 },
    );
  });
});

const flat = (state: FindTheBot) => {
  const { players, ...view } = findTheBot.view(state);
  return { ...view, players: [...players] };
};
