import assert from "node:assert/strict";
import { fold } from "../../src/core/decider.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { mentions } from "../../src/core/mentions.ts";
import {
  forgettable,
  forgetting,
  personIn,
  type StoredEvent,
  withoutWords,
  wordsAt,
} from "../../src/journal/erasing.ts";
import type { LobbyCommand } from "../../src/lobby/commands.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { playOf } from "../../src/lobby/state.ts";
import { answerTo, chat, create, join, lobby, orderOf, ready, start, starting, tick } from "../support/lobby.ts";
import { ana, ben, questions } from "../support/quiz.ts";

const bot = "bot1" as PlayerId;
const fromBot = (text: string): LobbyCommand => {
  const command = chat(bot, text);
  return { ...command, person: { ...command.person, kind: "bot", name: "Muse" } };
};

/** Everything that happens in a game of two with some talk. */
const evening = (): readonly LobbyEvent[] => {
  const events: LobbyEvent[] = [];
  let state = lobby.initial;
  const tell = (command: LobbyCommand, now: number): void => {
    const decision = lobby.decide(state, command, now);
    assert.ok(decision.ok);
    events.push(...decision.events);
    state = fold(lobby.evolve, state, decision.events);
  };
  tell(create({ count: 2 }, 1), start);
  const story = { state } as Parameters<typeof orderOf>[0];
  tell({ type: "built", game: orderOf(story).game, questions: questions(2), note: "" }, start);
  for (const one of [join(ana, "human", "Ana"), join(ben, "human", "Ben"), join(bot, "bot", "Muse")]) tell(one, start);
  tell(chat(ana, "hello from me"), start + 1000);
  tell(fromBot("Welcome, Ana!"), start + 2000);
  tell(chat(ben, "x", 2), start + 3000);
  tell(starting(ana), start + 4000);
  for (let now = start + 4000; playOf(state) !== undefined && state.stage.status === "in-progress"; now += 1000) {
    const asked = events.findLast((one) => one.type === "in_game" && (one.event as { type?: string }).type === "asked");
    const { question } = (asked?.type === "in_game" ? asked.event : {}) as { question?: string };
    for (const player of [ana, ben]) {
      const answer = lobby.decide(state, answerTo(player, question ?? "", player === ana ? 0 : 1), now);
      if (answer.ok) events.push(...answer.events);
      if (answer.ok) state = fold(lobby.evolve, state, answer.events);
    }
    tell(tick, now);
  }
  return events;
};

const plain = (events: readonly LobbyEvent[]): readonly StoredEvent[] =>
  JSON.parse(JSON.stringify(events)) as readonly StoredEvent[];
const fell = (events: readonly StoredEvent[]) =>
  fold(lobby.evolve, lobby.initial, events as readonly unknown[] as readonly LobbyEvent[]);

describe("events without words", () => {
  it("fold to the same game and the same flow of talk, and show no line", () => {
    const events = plain(evening());
    const before = fell(events);
    assert.ok(before.chat.length > 0 && before.stage.status === "completed");
    for (const without of [withoutWords, forgetting(ana, true)]) {
      const changed = events.map(without);
      const after = fell(changed);
      assert.deepEqual(playOf(after), playOf(before));
      assert.deepEqual([...after.strikes], [...before.strikes]);
      assert.equal(after.talkers.get(ana)?.lines, before.talkers.get(ana)?.lines);
      assert.ok(!JSON.stringify(changed).includes("hello from me"));
      assert.ok(!JSON.stringify([after.chat, after.talkers.get(ana)]).includes("hello"));
    }
    assert.deepEqual(fell(events.map(withoutWords)).chat, []);
    const gone = events.map(forgetting(ana, true));
    assert.ok(!JSON.stringify(gone).includes("Ana"));
    assert.deepEqual(gone.map(forgetting(ana, true)), gone, "a second time changes nothing");
  });

  it("are told from those with words, and by whose they are", () => {
    const events = plain(evening());
    const wordy = events.filter((event) => wordsAt(event) !== undefined);
    assert.deepEqual(
      wordy.map(({ type }) => type),
      ["chatted", "chatted", "struck"],
    );
    assert.equal(wordsAt(wordy[0] as StoredEvent), start + 1000);
    assert.ok(wordy.map(withoutWords).every((event) => wordsAt(event) === undefined));
    assert.deepEqual(
      events.filter((event) => personIn(event) === ana).map(({ type }) => type),
      ["created", "joined", "chatted"],
    );
    const untouched = events.filter(({ type }) => !forgettable.some((one) => one === type));
    const forget = forgetting(ana, true);
    for (const event of untouched) assert.equal(forget(event), event);
  });

  it("leave out lines in which bots call somebody by name, and no other", () => {
    for (const text of ["Ana, well done", "well done ANA!", "(ana)"]) assert.ok(mentions(text, ["Ana"]), text);
    for (const text of ["banana", "Anna", ""]) assert.ok(!mentions(text, ["Ana", ""]), text);
    assert.ok(mentions("hi ★★!", ["★★"]));
    assert.ok(mentions("Al Gore 2 won", ["Al Gore 2"]));
  });
});

describe("a lobby that runs", () => {
  it("forgets somebody and what bots said to them, once", () => {
    const story = ready({ title: "Ana's", prompt: "be kind to Ana" }, 1)
      .when(join(bot, "bot", "Muse"))
      .when(chat(ana, "mine"))
      .when(fromBot("Well done, ana"))
      .when(chat(ben, "his"));
    const { state } = story.when({ type: "forget", player: ana, name: "Ana" });
    assert.deepEqual(
      state.chat.map(({ text }) => text),
      ["his"],
    );
    assert.deepEqual([state.settings.title, state.settings.prompt], ["", ""]);
    assert.deepEqual([state.members.get(ana)?.name, state.talkers.has(ana)], ["Removed", false]);
    assert.deepEqual(story.events({ type: "forget", player: "nobody" as PlayerId }), []);
  });

  it("keeps no line of before an instant: shown, held back, or remembered to tell repetitions", () => {
    const story = ready({ holdLines: 1 })
      .when(chat(ben, "waits"))
      .when(chat(ana, "old"), start + 1000);
    const { state } = story.when(chat(ana, "new"), start + 5000).when({ type: "expire_chat", before: start + 5000 });
    assert.deepEqual(
      state.chat.map(({ text }) => text),
      ["new"],
    );
    assert.equal(state.held.size, 0);
    assert.deepEqual(
      [...state.talkers.values()].flatMap(({ said }) => said.map(({ what }) => what)),
      ["new"],
    );
    assert.deepEqual(story.events({ type: "expire_chat", before: start }), []);
  });
});
