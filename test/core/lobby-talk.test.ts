import assert from "node:assert/strict";
import type { PlayerId } from "../../src/core/ids.ts";
import { history } from "../../src/lobby/chat.ts";
import { notices } from "../../src/lobby/notices.ts";
import { view } from "../../src/lobby/view.ts";
import { chat, fresh, games, hand, join, playing, ready, start, tick, wish } from "../support/lobby.ts";
import { ana, ben, cai } from "../support/quiz.ts";

const minute = 60_000;

describe("lobby: talk", () => {
  it("[T1] goes to all and is kept, up to 200 lines", () => {
    const story = ready();
    const [line] = story.events(chat(ben, "hello"));
    assert(line?.type === "chatted");
    const [notice] = notices(games, story.state, line);
    assert.deepEqual(notice, {
      to: "all",
      type: "chat",
      payload: { id: line.id, player: ben, name: "ben", kind: "human", text: "hello", at: start },
    });
    let long = story;
    for (let n = 0; n < 205; n++) long = long.when(chat(ben, `${n}`), start + n * 2000);
    assert.equal(long.state.chat.length, 200);
    const page = history(long.state);
    assert.deepEqual([page.length, page[0]?.text, page.at(-1)?.text], [50, "155", "204"]);
    const before = history(long.state, page[0]?.id);
    assert.deepEqual([before.length, before.at(-1)?.text], [50, "154"]);
    assert.equal(history(long.state, long.state.chat[0]?.id).length, 0);
  });

  it("[T2] allows five lines at once, then one every 1.5 s", () => {
    let story = ready();
    for (let n = 0; n < 5; n++) story = story.when(chat(ben, `hi${n}`), start + n * 50);
    story.rejects(chat(ben, "ho"), "too_fast", start + 250);
    assert.equal(story.when(chat(cai, "hi")).state.chat.length, 6, "others are not held back");
    const later = story.when(chat(ben, "hi"), start + 1600);
    later.rejects(chat(ben, "hi"), "too_fast", start + 1700);
  });

  it("[T3] allows nobody to type faster than a person can", () => {
    const long = "x".repeat(300);
    const story = ready().when(chat(ben, long));
    story.rejects(chat(ben, long), "too_fast", start + 200);
    story.rejects(chat(ben, long), "too_fast", start + 2999);
    assert.equal(story.when(chat(ben, long), start + 3000).state.chat.length, 2);
    assert.equal(story.when(chat(ben, "x".repeat(500)), start + 3000).state.chat.length, 2);
    assert.equal(story.when(chat(ben, "ok"), start + 200).state.chat.length, 2);
  });

  it("[T4] refuses the muted until it is over", () => {
    const muted = ready().when({ type: "mute", hand: hand(ana), player: ben, minutes: 2, reason: "", fresh: fresh() });
    muted.rejects(chat(ben, "hi"), "muted", start + 2 * minute - 1);
    assert.equal(muted.when(chat(ben, "hi"), start + 2 * minute).state.chat.length, 1);
    assert.equal(muted.at(start + 2 * minute, tick).state.muted.size, 0);
    const unmuted = muted.when({ type: "mute", hand: hand(ana), player: ben, minutes: 0, reason: "", fresh: fresh() });
    assert.equal(unmuted.when(chat(ben, "hi")).state.chat.length, 1);
  });

  it("[T5] makes everybody but the owner wait in slow mode", () => {
    const slow = ready({ slowMode: 10 }).when(chat(ben, "a")).when(chat(ana, "a"));
    slow.rejects(chat(ben, "b"), "too_fast", start + 9999);
    assert.equal(slow.when(chat(ben, "b"), start + 10_000).state.chat.length, 3);
    assert.equal(slow.when(chat(ana, "b"), start + 100).state.chat.length, 3);
  });
});

describe("lobby: hosting", () => {
  const kick = (player: PlayerId, ban = false) =>
    ({ type: "kick", hand: hand(ana), player, ban, minutes: undefined, reason: "", fresh: fresh() }) as const;
  const set = (changes: object) => ({ type: "settings", hand: hand(ana), changes, fresh: fresh() }) as const;

  it("[H1] takes a kicked player's seat, and bans for a day", () => {
    const kicked = ready().when(kick(ben));
    assert.equal(kicked.state.members.has(ben), false);
    assert.equal(kicked.when(join(ben)).state.members.has(ben), true);
    const banned = ready().when(kick(ben, true));
    banned.rejects(join(ben), "banned", start + 24 * 60 * minute - 1);
    ready().rejects(kick(ana), "no_such_player");
    ready().rejects(kick("nobody" as PlayerId), "no_such_player");
  });

  it("[H2] has questions made anew when what they are made of changes", () => {
    assert.equal(ready().when(set({ topic: "space" })).state.stage.status, "building");
    assert.equal(ready().when(set({ slowMode: 3 })).state.stage.status, "ready");
    assert.equal(playing().when(set({ topic: "space" })).state.stage.status, "in-progress");
    assert.deepEqual(ready().events(set({ topic: "" })), [], "nothing changed");
  });

  it("[H3] is never smaller than the people in it", () => {
    ready().rejects(set({ maxPlayers: 2 }), "lobby_full");
    const bot = "bot" as PlayerId;
    const withBot = ready({ maxPlayers: 4 }, 1).when(join(bot, "bot"));
    assert.equal(withBot.when(set({ maxPlayers: 3 })).state.members.has(bot), false);
    withBot.rejects({ type: "add_bots", hand: hand(ana), count: 1, wish }, "lobby_full");
    const without = withBot.when({ type: "remove_bot", hand: hand(ana), player: bot });
    assert.deepEqual([without.state.members.has(bot), without.state.bots.length], [false, 0]);
    withBot.rejects({ type: "remove_bot", hand: hand(ana), player: ben }, "no_such_player");
    assert.equal(withBot.when(kick(bot)).state.bots.length, 0);
  });

  it("[H4] passes only to a person here", () => {
    const give = (player: PlayerId) => ({ type: "transfer", hand: hand(ana), player }) as const;
    assert.equal(ready().when(give(ben)).state.ownerId, ben);
    ready().rejects(give("dan" as PlayerId), "no_such_player");
    const bot = "bot" as PlayerId;
    ready({}, 1).when(join(bot, "bot")).rejects(give(bot), "no_such_player");
  });

  it("[H7] has its bots, and their company, as the owner sets them, for all to see", () => {
    const bot = "bot" as PlayerId;
    const traits = { skill: 0.5, talk: 0.3, brain: "skill" } as const;
    const story = ready({}, 1).when({
      type: "join",
      person: { id: bot, name: "Bot", kind: "bot", bot: traits },
      fresh: fresh(),
    });
    const tune = (player: PlayerId, by = ana) =>
      ({ type: "tune_bot", hand: hand(by), player, changes: { skill: 0.9 } }) as const;
    story.rejects(tune(bot, ben), "not_owner");
    story.rejects(tune(ben), "no_such_player");
    const tuned = story.when(tune(bot)).when({
      type: "settings",
      hand: hand(ana),
      changes: { prompt: "Talk like pirates" },
      fresh: fresh(),
    });
    const { players, prompt } = view(games, tuned.state, tuned.now);
    const { skill, talk, brain } = players.get(bot) ?? {};
    assert.deepEqual([skill, talk, brain, prompt], [0.9, 0.3, "skill", "Talk like pirates"]);
  });

  it("[H5] takes reports of lines that were said, questions that were asked, and people who were here", () => {
    const story = playing().when(chat(ben, "boo"));
    const id = story.state.chat[0]?.id ?? "";
    const report = (message: string | undefined, question: string | undefined, about?: PlayerId) =>
      ({ type: "report", player: cai, message, question, about, reason: "rude", fresh: fresh() }) as const;
    assert.equal(story.events(report(undefined, undefined, ben))[0]?.type, "reported");
    story.rejects(report(undefined, undefined, "nobody" as PlayerId), "no_such_player");
    story.rejects(report(undefined, undefined, cai), "no_such_player");
    assert.equal(story.events(report(id, undefined))[0]?.type, "reported");
    assert.equal(story.events(report(undefined, "q1"))[0]?.type, "reported");
    story.rejects(report("nothing", undefined), "no_such_message");
    story.rejects(report(undefined, "q9"), "wrong_question");
    story.rejects({ ...report(id, undefined), player: "dan" as PlayerId }, "not_a_player");
  });
});
