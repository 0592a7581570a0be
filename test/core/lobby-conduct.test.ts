import assert from "node:assert/strict";
import type { PlayerId } from "../../src/core/ids.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { nothingPast, type PastConduct } from "../../src/lobby/ladder.ts";
import { notices } from "../../src/lobby/notices.ts";
import { forever } from "../../src/lobby/state.ts";
import { chat, fresh, games, hand, join, judged, ready, rules, start, tick } from "../support/lobby.ts";
import { ana, ben, cai } from "../support/quiz.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const bot = "bot1" as PlayerId;
const dan = "dan" as PlayerId;

type Story = ReturnType<typeof ready>;
type Struck = Extract<LobbyEvent, { readonly type: "struck" }>;

const struckIn = (events: readonly LobbyEvent[]): Struck => {
  const found = events.find((event) => event.type === "struck");
  assert(found?.type === "struck", `no strike: ${events.map(({ type }) => type).join(", ")}`);
  return found;
};
const typesOf = (events: readonly LobbyEvent[]): readonly string[] => events.map(({ type }) => type);
/** Ben's breaches, ten minutes apart. */
const breaches = (story: Story, count: number, tier = 2): Story =>
  Array.from({ length: count }).reduce<Story>(
    (so) => so.at(so.now + 10 * minute, tick).when(chat(ben, "x", tier)),
    story,
  );
const past = (weights: readonly number[], bans: readonly number[] = []): PastConduct => ({
  strikes: weights.map((weight, n) => ({ id: `elsewhere${n}`, weight, at: start - n, expiresAt: start + day })),
  bans,
});

describe("lobby: conduct", () => {
  it("[C1] shows nobody what is blocked, and what is masked with its mask", () => {
    const story = ready();
    const events = story.events(chat(ben, "x", 2));
    assert(!typesOf(events).includes("chatted"));
    assert(!JSON.stringify(events.flatMap((event) => notices(games, story.state, event))).includes('"x"'));
    const mask = { ...judged("you ****"), action: "mask", tier: 1 } as const;
    const [line] = story.events({ ...chat(ben, "you fool"), judged: mask });
    assert(line?.type === "chatted");
    assert.equal(line.text, "you ****");
  });

  it("[C2] weighs a strike by its tier, and counts none for what is merely coarse or comes from the staff", () => {
    const story = ready();
    assert.equal(struckIn(story.events(chat(ben, "x", 2))).weight, 1);
    assert.equal(struckIn(story.events(chat(ben, "x", 3))).weight, 2);
    story.rejects(chat(ben, "x", 1), "blocked");
    const staff = chat(ben, "x", 3);
    story.rejects({ ...staff, person: { ...staff.person, staff: true } }, "blocked");
    const line = chat(bot, "x", 1);
    const withBot = ready({}, 1).when(join(bot, "bot"));
    assert.equal(struckIn(withBot.events({ ...line, person: { ...line.person, kind: "bot" } })).weight, 1);
  });

  it("[C3] warns, mutes and bans, with strikes from everywhere counted once", () => {
    const first = breaches(ready(), 1);
    const told = struckIn(ready().events(chat(ben, "x", 2)));
    assert.deepEqual([told.count, told.limit, told.sanction, told.until], [1, 3, "warning", null]);
    const events = first.events(chat(ben, "x", 2), first.now + minute);
    const { sanction, until, count } = struckIn(events);
    assert.deepEqual([sanction, until, count], ["mute", first.now + minute + rules.muteMs, 2]);
    const second2 = breaches(ready(), 2);
    second2.rejects(chat(ben, "hi"), "muted", second2.now + rules.muteMs - 1);
    const third = breaches(ready(), 3);
    assert.equal(third.state.members.has(ben), false);
    third.rejects(join(ben), "banned", third.now + day - 1);
    assert.equal(third.when(join(ben), third.now + day).state.members.has(ben), true);
    const severe = struckIn(ready().events(chat(ben, "x", 3)));
    assert.deepEqual([severe.sanction, severe.until], ["mute", start + 2 * rules.muteMs]);
    // From elsewhere: two of them, one of which this lobby knows of already.
    const elsewhere = ready().events({ ...chat(ben, "x", 2), past: past([1, 1]) });
    assert.deepEqual(typesOf(elsewhere), ["struck", "banned", "left"]);
    const [known] = first.state.strikes.get(ben) ?? [];
    assert(known !== undefined);
    const same = first.events({ ...chat(ben, "x", 2), past: { strikes: [known], bans: [] } }, first.now + minute);
    assert.equal(struckIn(same).count, 2);
    const old = { strikes: [{ id: "old", weight: 2, at: start - day, expiresAt: start }], bans: [] };
    assert.equal(struckIn(ready().events({ ...chat(ben, "x", 2), past: old })).count, 1);
  });

  it("[C3] tells the struck person, and nobody else, why and what follows", () => {
    const story = ready();
    const [told, ...others] = story.events(chat(ben, "x", 3)).flatMap((event) => notices(games, story.state, event));
    assert.deepEqual(others, []);
    assert.equal(told?.to, ben);
    const { id, ...strike } = told.payload as Record<string, unknown>;
    assert.equal(typeof id, "string");
    const until = start + 2 * rules.muteMs;
    assert.deepEqual(strike, {
      count: 2,
      limit: 3,
      reason: "insult",
      sanction: "mute",
      until,
      expiresAt: start + rules.strikeMs,
    });
  });

  it("[C4] counts a burst once", () => {
    const story = ready().when(chat(ben, "x", 2));
    story.rejects(chat(ben, "x", 2), "blocked", start + 4999);
    assert.equal(struckIn(story.events(chat(ben, "x", 2), start + 5000)).count, 2);
    assert.equal(struckIn(story.events(chat(cai, "x", 2), start + 1)).count, 1, "others have bursts of their own");
  });

  it("[C11] counts the breaches of who is muted", () => {
    const muted = breaches(ready(), 2);
    muted.rejects(chat(ben, "hi"), "muted", muted.now + 6000);
    assert.equal(struckIn(muted.events(chat(ben, "x", 2), muted.now + 6000)).sanction, "ban");
  });

  it("[C5] bans longer the second time, and without an end the third", () => {
    const ban = (bans: readonly number[]) => struckIn(ready().events({ ...chat(ben, "x", 2), past: past([2], bans) }));
    assert.equal(ban([]).until, start + day);
    assert.equal(ban([start - day]).until, start + 7 * day);
    assert.equal(ban([start - 2 * day, start - day]).until, null);
    const endless = ready().when({ ...chat(ben, "x", 2), past: past([2], [1, 2]) });
    assert.equal(endless.state.banned.get(ben)?.until, forever);
    endless.rejects(join(ben), "banned", start + 1000 * day);
  });

  it("[C6] dismisses a bot that does not learn", () => {
    let story = ready({}, 1).when(join(bot, "bot"));
    const line = chat(bot, "x", 1);
    for (let n = 1; n <= 3; n++) {
      story = story
        .at(story.now + 10 * minute, tick)
        .when({ ...line, person: { ...line.person, kind: "bot" }, fresh: fresh() });
    }
    assert.equal(story.state.members.has(bot), false);
    assert.deepEqual(story.state.bots, []);
    assert.equal(story.state.banned.size, 0);
  });

  it("[C7] lets the oldest strike wear off by good conduct", () => {
    let story = breaches(ready(), 2);
    for (let n = 0; n < rules.cleanLines; n++) story = story.at(story.now + 10 * minute, tick).when(chat(ben, `${n}`));
    assert.equal(story.state.strikes.get(ben)?.length, 1);
    for (let n = 0; n < rules.cleanLines; n++) story = story.at(story.now + 10 * minute, tick).when(chat(ben, `${n}`));
    assert.equal(story.state.strikes.has(ben), false);
  });

  it("[C8] ends what followed from strikes that are taken back", () => {
    const banned = breaches(ready(), 3);
    const strikes = (banned.state.strikes.get(ben) ?? []).map(({ id }) => id);
    banned.rejects({ type: "pardon", hand: hand(ana), player: ben, strikes }, "not_owner");
    const back = banned.when({ type: "pardon", hand: hand(dan, true), player: ben, strikes }).when(join(ben));
    assert.equal(struckIn(back.events(chat(ben, "x", 2))).count, 1);
    const muted = breaches(ready(), 2).when({ type: "pardon", hand: hand(dan, true), player: ben, strikes: [] });
    assert.equal(muted.when(chat(ben, "sorry")).state.chat.length, 1);
    const person = { id: ben, name: "ben", kind: "human" } as const;
    const byHand = {
      type: "strike",
      person,
      text: "rude",
      reason: "harassment",
      past: nothingPast,
      rules,
      fresh: fresh(),
    } as const;
    ready().rejects({ ...byHand, hand: hand(ana) }, "not_owner");
    const struck = struckIn(ready().events({ ...byHand, hand: hand(dan, true) }));
    assert.deepEqual([struck.by, struck.weight, struck.reason, struck.rule], [dan, 1, "harassment", "staff"]);
  });

  it("[C9] holds an owner's ban everywhere of theirs, until somebody lifts it", () => {
    const kick = (by: PlayerId, staff: boolean, player = ben) =>
      ({ type: "kick", hand: hand(by, staff), player, ban: true, minutes: 10, reason: "r", fresh: fresh() }) as const;
    const scopeOf = (events: readonly LobbyEvent[]) => events.find(({ type }) => type === "banned");
    const [own, staffs] = [ready().events(kick(ana, false)), ready().events(kick(dan, true))].map(scopeOf);
    assert(own?.type === "banned" && staffs?.type === "banned");
    assert.deepEqual([own.scope, own.name, own.reason, staffs.scope], ["owner", "ben", "r", "lobby"]);
    const banned = ready().when(kick(ana, false));
    banned.rejects({ type: "unban", hand: hand(cai), player: ben }, "not_owner");
    banned.rejects({ type: "unban", hand: hand(ana), player: cai }, "no_such_player");
    assert.equal(banned.when({ type: "unban", hand: hand(ana), player: ben }).when(join(ben)).state.banned.size, 0);
    // Who has spoken and gone can be banned, too; who was never here can't.
    const gone = ready().when(chat(ben, "bye")).when({ type: "leave", player: ben });
    assert.equal(gone.when(kick(ana, false)).state.banned.has(ben), true);
    gone.rejects({ ...kick(ana, false), ban: false }, "no_such_player");
    gone.rejects(kick(ana, false, dan), "no_such_player");
  });

  it("[C9] keeps the staff out of an owner's reach", () => {
    const person = { id: dan, name: "dan", kind: "human", staff: true } as const;
    const story = ready().when({ type: "join", person, fresh: fresh() });
    const kick = { type: "kick", player: dan, ban: false, minutes: undefined, reason: "", fresh: fresh() } as const;
    story.rejects({ ...kick, hand: hand(ana) }, "not_owner");
    story.rejects({ type: "mute", hand: hand(ana), player: dan, minutes: 5, reason: "", fresh: fresh() }, "not_owner");
    assert.equal(story.when({ ...kick, hand: hand("mod" as PlayerId, true) }).state.members.has(dan), false);
  });

  it("[C10] forgets what somebody said, and keeps their ban without a name", () => {
    const story = breaches(ready().when(chat(ben, "mine")).when(chat(cai, "hers")), 3);
    const after = story.when({ type: "forget", player: ben });
    assert.deepEqual(
      after.state.chat.map(({ text }) => text),
      ["hers"],
    );
    assert.equal(after.state.banned.get(ben)?.name, "");
    after.rejects(join(ben), "banned");
  });
});

describe("lobby: the flow of talk", () => {
  const inTrouble = () =>
    ready().when({ type: "settings", hand: hand(ana), changes: { emergency: true }, fresh: fresh() });
  const link = "look at https://spam.example/x";

  it("[T6] bounds mentions and emoji, but not the owner's", () => {
    const story = ready();
    const names = "@a @b @c @d @e @f";
    story.rejects(chat(ben, names), "too_many_mentions");
    assert.equal(story.when(chat(ben, "@a @b @c @d @e mail@host")).state.chat.length, 1);
    story.rejects(chat(ben, "🎉".repeat(16)), "too_many_emoji");
    assert.equal(story.when(chat(ben, "🎉".repeat(15))).state.chat.length, 1);
    assert.equal(story.when(chat(ana, names)).state.chat.length, 1);
  });

  it("[T7] lets those write links whom the lobby allows them", () => {
    ready().rejects(chat(ben, link), "no_links");
    ready().rejects(chat(ben, "www.spam.example"), "no_links");
    ready().rejects(chat(ben, "come to bad-site.com/now"), "no_links");
    assert.equal(ready().when(chat(ana, link)).state.chat.length, 1);
    assert.equal(ready({ links: "allowed" }).when(chat(ben, link)).state.chat.length, 1);
    const listed = ready({ links: "listed" });
    listed.rejects(chat(ben, link), "no_links");
    listed.rejects(chat(ben, "https://notexample.org"), "no_links");
    listed.rejects(chat(ben, "https://example.org https://spam.example"), "no_links");
    assert.equal(listed.when(chat(ben, "https://en.example.org/wiki")).state.chat.length, 1);
    for (const harmless of ["It was in 1914.In May", "3.14", "e.g. this", "no... really", "Mr.T"]) {
      assert.equal(ready().when(chat(ben, harmless)).state.chat.length, 1, harmless);
    }
  });

  it("[T8] lets nobody say the same a third time within half a minute", () => {
    const twice = ready()
      .when(chat(ben, "Hello!"))
      .when(chat(ben, "hello"), start + 2000);
    twice.rejects(chat(ben, "HELLO?"), "repeated", start + 4000);
    assert.equal(twice.when(chat(ben, "hello"), start + 30_000).state.chat.length, 3);
    assert.equal(twice.when(chat(cai, "hello"), start + 4000).state.chat.length, 3);
  });

  it("[T9] says in small letters what is shouted", () => {
    const said = (text: string, settings = {}) => ready(settings).when(chat(ben, text)).state.chat[0]?.text;
    assert.equal(said("WHY DOES NOBODY ANSWER"), "why does nobody answer");
    assert.equal(said("WHY NOT NASA"), "WHY NOT NASA");
    assert.equal(said("the NASA and the ESA and the UNESCO"), "the NASA and the ESA and the UNESCO");
    assert.equal(said("WHY DOES NOBODY ANSWER", { level: "off" }), "WHY DOES NOBODY ANSWER");
  });

  it("[T10] hears in an emergency people with an account alone, and slowly", () => {
    const story = inTrouble();
    story.rejects(chat(ben, "hi"), "registered_only");
    const registered = {
      ...chat(ben, "hi"),
      person: { id: ben, name: "ben", kind: "human", registered: true },
    } as const;
    const spoken = story.when(registered);
    spoken.rejects({ ...registered, text: "ho", fresh: fresh() }, "too_fast", start + 29_999);
    assert.equal(story.when(chat(ana, "hi")).state.chat.length, 1);
  });

  it("[S10] in an emergency lets nobody new in without an account", () => {
    const story = inTrouble();
    story.rejects(join(dan), "registered_only");
    const person = { id: dan, name: "dan", kind: "human", registered: true } as const;
    assert.equal(story.when({ type: "join", person, fresh: fresh() }).state.members.has(dan), true);
    assert.equal(story.when({ type: "drop", player: ben }).when(join(ben)).state.members.has(ben), true);
  });

  it("[T11] strikes nobody for haste, length or liveliness", () => {
    const story = ready()
      .when(chat(ben, "hello"))
      .when(chat(ben, "hello"), start + 60);
    const faults = [
      [chat(ben, "again"), "too_fast", start + 61],
      [chat(ben, "hello"), "repeated", start + 2000],
      [chat(ben, "@a @b @c @d @e @f"), "too_many_mentions", start + 2000],
      [chat(ben, "🎉".repeat(16)), "too_many_emoji", start + 2000],
      [chat(ben, link), "no_links", start + 2000],
    ] as const;
    // A refusal has no events, so it can count nothing.
    for (const [command, reason, at] of faults) story.rejects(command, reason, at);
  });

  it("[T12] has newcomers' lines looked at first", () => {
    const story = ready({ holdLines: 2 });
    const [held] = story.events(chat(ben, "first"));
    assert(held?.type === "held");
    const toldOwner = notices(games, story.state, held).find(({ type }) => type === "held");
    assert.equal(toldOwner?.to, ana);
    const waiting = story.when(chat(ben, "first"));
    const [id] = [...waiting.state.held.keys()];
    assert(id !== undefined && waiting.state.chat.length === 0);
    waiting.rejects({ type: "decide_held", hand: hand(cai), id, allow: true }, "not_owner");
    const allowed = waiting.when({ type: "decide_held", hand: hand(ana), id, allow: true });
    assert.deepEqual([allowed.state.chat.length, allowed.state.held.size], [1, 0]);
    allowed.rejects({ type: "decide_held", hand: hand(ana), id, allow: true }, "no_such_message");
    const refused = waiting.when({ type: "decide_held", hand: hand(ana), id, allow: false });
    assert.deepEqual([refused.state.chat.length, refused.state.held.size], [0, 0]);
    const [told] = waiting
      .events({ type: "decide_held", hand: hand(ana), id, allow: false })
      .flatMap((event) => notices(games, waiting.state, event));
    assert.deepEqual([told?.to, (told?.payload as { code: string } | undefined)?.code], [ben, "held_refused"]);
    // What was allowed counts: after two lines they are no newcomer any more.
    const two = allowed.when(chat(ben, "second"), start + 2000);
    const [other] = [...two.state.held.keys()];
    const known = two.when({ type: "decide_held", hand: hand(ana), id: other as string, allow: true });
    assert.equal(known.when(chat(ben, "third"), start + 9000).state.chat.length, 3);
    assert.equal(story.when(chat(ana, "mine")).state.chat.length, 1);
    const young = ready({ holdMinutes: 5 });
    assert.equal(young.when(chat(ben, "early")).state.held.size, 1);
    assert.equal(young.when(chat(ben, "later"), start + 5 * minute).state.chat.length, 1);
    let many = ready({ holdLines: 20 });
    for (let n = 0; n < 60; n++) many = many.when(chat(ben, `line ${n}`), start + n * 3000);
    assert.equal(many.state.held.size, 50);
  });

  it("[T13] takes a line away for everybody", () => {
    const story = ready().when(chat(ben, "spam")).when(chat(cai, "fine"));
    const id = story.state.chat[0]?.id as string;
    story.rejects({ type: "remove_line", hand: hand(cai), id, reason: "" }, "not_owner");
    story.rejects({ type: "remove_line", hand: hand(ana), id: "nothing", reason: "" }, "no_such_message");
    const [removed] = story.events({ type: "remove_line", hand: hand(ana), id, reason: "spam" });
    assert(removed !== undefined);
    assert.deepEqual(notices(games, story.state, removed), [
      { to: "all", type: "chat_removed", payload: { id, reason: "spam" } },
    ]);
    const after = story.when({ type: "remove_line", hand: hand(ana), id, reason: "spam" });
    assert.deepEqual(
      after.state.chat.map(({ text }) => text),
      ["fine"],
    );
  });

  it("[S9] locks itself when a wave of new people comes", () => {
    const people = (n: number) => Array.from({ length: n }, (_, nth) => `guest${nth}` as PlayerId);
    const wave = ready({ joinWave: 4, maxPlayers: 20 }).at(start + minute, tick);
    const four = people(4).reduce((story, id) => story.when(join(id)), wave);
    four.rejects(join(dan), "lobby_locked", four.now + 5 * minute - 1);
    assert.equal(four.when({ type: "drop", player: ben }).when(join(ben)).state.members.size, 7);
    assert.equal(four.at(four.now + 5 * minute, tick).when(join(dan)).state.members.size, 8);
    const slow = people(9).reduce((story, id) => story.when(join(id), story.now + 4000), wave);
    assert.equal(slow.state.members.size, 12);
  });

  it("[S5] knows a banned guest again by the device, and nobody with an account", () => {
    const guest = (id: PlayerId, device: string, registered = false) =>
      ({ type: "join", person: { id, name: id, kind: "human", device, registered }, fresh: fresh() }) as const;
    const kicked = ready()
      .when(guest(dan, "tablet"))
      .when({ type: "kick", hand: hand(ana), player: dan, ban: true, minutes: 10, reason: "", fresh: fresh() });
    kicked.rejects(guest("dan2" as PlayerId, "tablet"), "banned");
    assert.equal(kicked.when(guest("eva" as PlayerId, "phone")).state.members.size, 4);
    assert.equal(kicked.when(guest("fay" as PlayerId, "tablet", true)).state.members.size, 4);
    assert.equal(kicked.when(guest("dan3" as PlayerId, "tablet"), start + 10 * minute).state.members.size, 4);
    const other = ready()
      .when(guest(dan, "tablet", true))
      .when({ type: "kick", hand: hand(ana), player: dan, ban: true, minutes: 10, reason: "", fresh: fresh() });
    assert.equal(other.when(guest("gus" as PlayerId, "tablet")).state.members.size, 4);
  });
});
