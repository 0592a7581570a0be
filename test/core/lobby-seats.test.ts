import assert from "node:assert/strict";
import type { PlayerId } from "../../src/core/ids.ts";
import { anyBot, botSeats, botsIn, restsFrom, times } from "../../src/lobby/state.ts";
import { fresh, hand, join, made, ready, start, tick } from "../support/lobby.ts";
import { ana, ben, cai } from "../support/quiz.ts";

const dan = "dan" as PlayerId;
const bot = (n: number) => `bot${n}` as PlayerId;
const minute = 60_000;

describe("lobby: seats", () => {
  it("[S1] gives one identity one seat", () => {
    const story = ready();
    assert.deepEqual(story.events(join(ben)), []);
    const back = story.when({ type: "drop", player: ben }).when(join(ben, "human", "Benny"));
    assert.equal(back.state.members.size, 3);
    assert.equal(back.state.members.get(ben)?.name, "ben");
  });

  it("[S2] keeps a dropped person's seat for two minutes, and no bot's", () => {
    const dropped = ready().when({ type: "drop", player: ben });
    assert.equal(dropped.at(start + times.seat - 1, tick).state.members.has(ben), true);
    assert.equal(dropped.at(start + times.seat, tick).state.members.has(ben), false);
    const back = dropped.when(join(ben), start + times.seat - 1);
    assert.equal(back.at(start + 5 * minute, tick).state.members.has(ben), true);
    const withBot = made({}, 1).when(join(bot(1), "bot"));
    assert.equal(withBot.when({ type: "drop", player: bot(1) }).state.members.size, 0);
  });

  it("[S3] has so many seats and gives a person a bot's", () => {
    ready({ maxPlayers: 3 }).rejects(join(dan), "lobby_full");
    const full = made({ maxPlayers: 3 }, 2)
      .when(join(ana))
      .when(join(bot(1), "bot"))
      .when(join(bot(2), "bot"));
    full.rejects(join(bot(3), "bot"), "lobby_full");
    const more = full.when(join(ben));
    assert.deepEqual([...more.state.members.keys()], [ana, bot(1), ben]);
    more.rejects(join(bot(2), "bot"), "lobby_full");
    const people = more.when(join(cai));
    assert.deepEqual([...people.state.members.keys()], [ana, ben, cai]);
    people.rejects(join(dan), "lobby_full");
    assert.deepEqual(people.events(join(ben)), []);
  });

  it("[S4] lets nobody new into a locked lobby, but those who belong", () => {
    const locked = ready().when({ type: "settings", hand: hand(ana), changes: { locked: true }, fresh: fresh() });
    locked.rejects(join(dan), "lobby_locked");
    assert.equal(locked.when({ type: "drop", player: ben }).when(join(ben)).state.members.size, 3);
    const left = locked.when({ type: "leave", player: ana }).when({ type: "leave", player: ben });
    left.rejects(join(ben), "lobby_locked");
    assert.equal(left.when(join(ana)).state.members.has(ana), true);
  });

  it("[S5] keeps the banned out until it is over", () => {
    const banned = ready().when({
      type: "kick",
      hand: hand(ana),
      player: ben,
      ban: true,
      minutes: 10,
      reason: "",
      fresh: fresh(),
    });
    banned.rejects(join(ben), "banned", start + 10 * minute - 1);
    assert.equal(banned.when(join(ben), start + 10 * minute).state.members.has(ben), true);
  });

  it("[S6] shows no name twice", () => {
    const story = made()
      .when(join(ana, "human", "Sam"))
      .when(join(ben, "human", "sam"))
      .when(join(cai, "human", "Sam"));
    assert.deepEqual(
      [...story.state.members.values()].map(({ name }) => name),
      ["Sam", "sam 2", "Sam 3"],
    );
  });

  it("[S7] wants bots as asked for, as far as there is room", () => {
    const story = made({ maxPlayers: 4 }, 3);
    assert.equal(botSeats(story.state), 3);
    const two = story.when(join(ana)).when(join(ben));
    assert.equal(botSeats(two.state), 2);
    made().rejects(join(bot(1), "bot"), "lobby_full");
    assert.equal(botsIn(two.when(join(bot(1), "bot")).state).length, 1);
  });

  it("[S8] may sleep when nobody has been here for ten minutes", () => {
    assert.equal(restsFrom(made().state), start + times.empty);
    const left = ready()
      .when({ type: "leave", player: ana }, start + minute)
      .when({ type: "leave", player: ben }, start + minute);
    assert.equal(restsFrom(left.state), undefined);
    const empty = left.when({ type: "drop", player: cai }, start + 2 * minute);
    assert.equal(restsFrom(empty.state), start + 2 * minute + times.empty);
    assert.equal(restsFrom(empty.when(join(cai)).state), undefined);
    assert.notEqual(restsFrom(made({}, 1).when(join(bot(1), "bot")).state), undefined, "a bot is nobody");
    ready()
      .when({ type: "close", hand: hand(ana) })
      .rejects(join(ana), "lobby_not_found");
  });
});

describe("lobby: the owner", () => {
  it("[O1] is who made it, or the first person in it", () => {
    assert.equal(made().when(join(ben)).state.ownerId, ana);
    const nobodys = made({}, 1, "").when(join(bot(1), "bot"));
    assert.equal(nobodys.state.ownerId, "");
    assert.equal(nobodys.when(join(ben)).when(join(ana)).state.ownerId, ben);
  });

  it("[O2] passes to the person here longest when the owner is away for a minute", () => {
    for (const type of ["leave", "drop"] as const) {
      const away = ready().when({ type, player: ana });
      assert.equal(away.at(start + times.owner - 1, tick).state.ownerId, ana);
      assert.equal(away.at(start + times.owner, tick).state.ownerId, ben);
      const back = away.when(join(ana), start + times.owner - 1);
      assert.equal(back.at(start + 5 * minute, tick).state.ownerId, ana);
    }
    const alone = ready()
      .when({ type: "drop", player: ben })
      .when({ type: "drop", player: cai })
      .when({ type: "drop", player: ana });
    const waiting = alone.at(start + times.owner + 1000, tick);
    assert.equal(waiting.state.ownerId, ana, "there is nobody to pass it to");
    const cameBack = waiting.when(join(cai));
    assert.equal(cameBack.at(cameBack.now + 1, tick).state.ownerId, cai);
  });

  it("[O3] stays with an owner who has not come yet", () => {
    assert.equal(
      made()
        .when(join(ben))
        .at(start + 5 * minute, tick).state.ownerId,
      ana,
    );
  });

  it("[O4] alone has the controls, beside the server's staff", () => {
    const story = ready();
    const controls = [
      { type: "settings", changes: { slowMode: 5 }, fresh: fresh() },
      { type: "pause" },
      { type: "resume" },
      { type: "skip" },
      { type: "stop" },
      { type: "kick", player: cai, ban: false, minutes: undefined, reason: "", fresh: fresh() },
      { type: "mute", player: cai, minutes: 1, reason: "", fresh: fresh() },
      { type: "unban", player: cai },
      { type: "remove_line", id: "line", reason: "" },
      { type: "decide_held", id: "line", allow: true },
      { type: "pardon", player: cai, strikes: [] },
      { type: "transfer", player: cai },
      { type: "add_bots", count: 1, wish: anyBot },
      { type: "remove_bot", player: cai },
      { type: "close" },
    ] as const;
    for (const control of controls) {
      story.rejects({ ...control, hand: hand(ben) }, "not_owner");
      story.rejects({ ...control, hand: hand(dan) }, "not_owner");
    }
    assert.equal(story.when({ type: "close", hand: hand(dan, true) }).state.closed, true);
  });
});
