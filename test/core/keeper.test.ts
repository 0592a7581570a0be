import assert from "node:assert/strict";
import { Keeper } from "../../rooms/keeper.ts";
import type { Services } from "../../rooms/services.ts";
import { Conflict, Outage, Unreadable } from "../../src/journal/journal.ts";
import { memoryJournal } from "../../src/journal/memory.ts";
import { toPlain } from "../../src/journal/plain.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { metricsOf } from "../../src/telemetry/metrics.ts";
import { view } from "../../src/lobby/view.ts";
import { questions } from "../support/quiz.ts";
import { answerTo, chat, create, games, join, start, starting } from "../support/lobby.ts";
import { ana, ben } from "../support/quiz.ts";
import { until } from "../support/until.ts";

const silent = () => {};

/** A keeper on a journal that can be made to fail, with a clock of its own. */
const rig = () => {
  let now = start;
  let failure: Error | undefined;
  let attempts = 0;
  const journal: Services["journal"] = memoryJournal({ now: () => now, alongside: silent });
  const flaky: Services["journal"] = {
    ...journal,
    append: (...given) => {
      attempts++;
      return failure === undefined ? journal.append(...given) : Promise.reject(failure);
    },
  };
  const seen: { degraded: boolean[]; lost: unknown[]; events: LobbyEvent[] } = { degraded: [], lost: [], events: [] };
  const keeper = new Keeper({
    services: {
      journal: flaky,
      metrics: metricsOf(),
      log: { debug: silent, info: silent, warn: silent, error: silent },
      now: () => now,
    },
    games,
    code: "ABCDE",
    onCommit: ({ steps }) => seen.events.push(...steps.map(({ event }) => event)),
    onDegraded: (degraded) => seen.degraded.push(degraded),
    onLost: (error) => seen.lost.push(error),
  });
  return {
    keeper,
    journal,
    seen,
    attempts: () => attempts,
    fail: (error: Error | undefined) => (failure = error),
    pass: (ms: number) => (now += ms),
    now: () => now,
  };
};

const playing = async () => {
  const all = rig();
  const { keeper, pass } = all;
  await keeper.create(create());
  const stage = keeper.durable.stage;
  assert(stage.status === "building");
  await keeper.handle({ type: "built", game: stage.making.order.game, questions: questions(2), note: "" });
  for (const player of [ana, ben]) await keeper.handle(join(player));
  await keeper.handle(starting(ana));
  pass(3000);
  await keeper.handle({ type: "tick" });
  return all;
};

describe("the keeper of a lobby", () => {
  it("answers nothing while the journal is away, stops the clock, and goes on by itself", async () => {
    const { keeper, journal, seen, fail, pass, now } = await playing();
    const shown = () => view(games, keeper.durable, now()).game;
    assert.equal(shown().phaseEndsAt, now() + 10_000);
    pass(4000);
    fail(new Outage("gone"));
    let answered = false;
    const answer = keeper.handle(answerTo(ana, "q1", 0)).then((decision) => {
      answered = true;
      return decision;
    });
    await until("the outage to be seen", () => keeper.isDegraded);
    assert.equal(keeper.due, undefined, "nothing runs out");
    pass(60_000);
    const late = keeper.handle(answerTo(ben, "q1", 1));
    const talk = keeper.handle(chat(ben, "is anybody there?"));
    await until("another try", () => !answered);
    assert.equal(keeper.durable.chat.length, 0);
    fail(undefined);
    assert.deepEqual((await answer).ok, true);
    assert.deepEqual((await late).ok, true, "nobody is too late because the store was");
    assert.deepEqual((await talk).ok, true);
    await until("the clock to go on", () => keeper.durable === keeper.decided);
    assert.deepEqual(seen.degraded, [true, false]);
    assert.equal(shown().phase, "reveal");
    const log = await journal.read("ABCDE");
    assert.equal(log.filter(({ type }) => type === "in_game").length, 4);
    const times = log.flatMap((event) =>
      event.type === "in_game" ? [(event.event as unknown as { time?: number }).time] : [],
    );
    assert.deepEqual(
      times.filter((time) => time !== undefined),
      [4000, 4000],
    );
  });

  it("gives an open question back the time of the outage", async () => {
    const { keeper, fail, pass, now } = await playing();
    pass(4000);
    fail(new Outage("gone"));
    const talk = keeper.handle(chat(ana, "hello"));
    await until("the outage to be seen", () => keeper.isDegraded);
    pass(30_000);
    fail(undefined);
    await talk;
    await until("the clock to go on", () => !keeper.isDegraded && keeper.durable === keeper.decided);
    assert.equal(view(games, keeper.durable, now()).game.phaseEndsAt, now() + 6000);
  });

  it("bounds what waits", async () => {
    const { keeper, fail } = await playing();
    fail(new Outage("gone"));
    const first = keeper.handle(answerTo(ben, "q1", 2));
    const waiting = [first, ...Array.from({ length: 4999 }, () => keeper.handle({ type: "tick" }))];
    assert.deepEqual(await keeper.handle(chat(ana, "one more")), { ok: false, reason: "not_available" });
    fail(undefined);
    await Promise.all(waiting);
    assert.equal((await keeper.handle(chat(ana, "now"))).ok, true);
  });

  it("stops for good when the lobby is another's, with nothing told", async () => {
    const { keeper, seen, fail, attempts } = await playing();
    const told = seen.events.length;
    fail(new Conflict("taken over"));
    await assert.rejects(keeper.handle(chat(ana, "hello")), Conflict);
    assert.equal(seen.lost.length, 1);
    assert.equal(seen.events.length, told);
    const before = attempts();
    assert.deepEqual(await keeper.handle(chat(ana, "hello")), { ok: false, reason: "not_available" });
    assert.equal(attempts(), before, "it never writes again");
  });

  it("goes to sleep and is woken as it was", async () => {
    const { keeper, journal, pass } = await playing();
    await keeper.handle(answerTo(ben, "q1", 2));
    const asleep = keeper.durable;
    await keeper.rest();
    pass(3_600_000);
    const taken = await journal.take("ABCDE");
    assert(taken !== undefined);
    assert.equal(taken.events.length, 0, "the snapshot holds all");
    const woken = rig();
    await woken.journal.create("ABCDE", { owner: "", status: "", public: false, listing: {} });
    woken.pass(3_600_000);
    await woken.keeper.wake({ ...taken, epoch: 1, length: 0 });
    const { members, ...rest } = toPlain(woken.keeper.durable) as Record<string, unknown>;
    const was = toPlain(asleep) as Record<string, unknown>;
    assert.deepEqual(Object.keys(members as object), Object.keys(was["members"] as object));
    assert.deepEqual(rest["chat"], was["chat"]);
    assert.deepEqual(rest["asked"], was["asked"]);
    assert.deepEqual(
      woken.seen.events.map(({ type }) => type),
      ["woken", "clock_moved"],
    );
  });

  it("is woken from its events where the snapshot is of another version", async () => {
    const { keeper, journal } = await playing();
    await keeper.handle(answerTo(ben, "q1", 2));
    const asleep = toPlain(keeper.durable) as Record<string, unknown>;
    await keeper.rest();
    const taken = await journal.take("ABCDE");
    assert(taken !== undefined && taken.snapshotLength > 0);
    const woken = new Keeper({
      services: { journal, metrics: metricsOf(), log: logOf("silent"), now: () => start },
      games,
      code: "ABCDE",
      onCommit: () => {},
      onDegraded: () => {},
      onLost: (error) => assert.fail(String(error)),
    });
    const { asked: _, ...older } = asleep;
    await woken.wake({ ...taken, snapshot: older });
    assert.deepEqual((toPlain(woken.durable) as typeof asleep)["asked"], asleep["asked"]);
    assert.deepEqual((toPlain(woken.durable) as typeof asleep)["settings"], asleep["settings"]);
  });

  const unknown: Readonly<Record<string, object>> = {
    "of a kind": { type: "levitated", player: ana },
    "within a game": { type: "in_game", event: { type: "levitated" } },
    "that starts a game of a mode": { type: "game_started", mode: "levitation", game: "g", topic: "", at: 0 },
  };
  for (const [what, event] of Object.entries(unknown))
    it(`is left to others, as it was, when it holds an event ${what} that is not known`, async () => {
      const { keeper, journal, pass, now } = await playing();
      await keeper.rest();
      const restedAt = now();
      pass(60_000);
      const taken = await journal.take("ABCDE");
      assert(taken !== undefined);
      const woken = rig();
      await woken.journal.create("ABCDE", { owner: "", status: "", public: false, listing: {} });
      woken.pass(63_000);
      const events = [event as LobbyEvent];
      await assert.rejects(woken.keeper.wake({ ...taken, epoch: 1, events }), Unreadable);
      assert.deepEqual(woken.seen.events, []);
      const again = await woken.journal.take("ABCDE");
      assert.equal(again?.stoodFrom, restedAt);
    });
});
