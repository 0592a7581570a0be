import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { brokenStream, refusal, silence, text } from "../support/openai-behaviours.ts";
import { type OpenAiServer, startOpenAi } from "../support/openai-server.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

const streamed = text("What a lovely thought! Shall we find out?");

describe("the company of bots", function () {
  this.timeout(120_000);
  let app: TestApp | undefined;
  let server: OpenAiServer | undefined;
  let ann: Person;
  afterEach(async () => {
    await app?.close();
    await server?.close();
    server = undefined;
  });

  const open = async (body: object, behaviour = streamed): Promise<Seat> => {
    server = await startOpenAi({ answer: () => behaviour });
    return sitDown({ environment: { OPENAI_BASE_URL: server.url } }, body);
  };
  const sitDown = async (
    { environment = {}, ...options }: { readonly environment?: Readonly<Record<string, string>> },
    body: object,
  ): Promise<Seat> => {
    // A greeting first would have the bot rest; at this pace what is asked meanwhile is soon forgotten.
    const quiet = { BOT_GATE: '{"chance": {"arrival": 0}}' };
    app = await startApp({ pace: 0.02, environment: { ...quiet, ...environment }, ...options });
    ann = await guest(app, "Ann");
    const seat = await enter(ann, await makeLobby(ann, { topic: "space", count: 2, ...body }));
    await seat.sees("the bots", ({ players }) => players.size > 1);
    return seat;
  };
  const linesOf = (seat: Seat) => seat.all("chat").filter(({ kind }) => kind === "bot");

  it("answers who speaks to it, with no model at all, and is honest about what it is", async () => {
    const seat = await sitDown({}, { bots: 1 });
    await seat.say("GPT-Muse, are you a human?");
    const { text: words } = await seat.hears(
      "chat",
      ({ kind, text: its }) => kind === "bot" && /\b(AI|bot)\b/.test(its),
    );
    assert.match(words, /\b(AI|bot)\b/);
    assert(words.length <= 160);
  });

  it("answers with a model's words where there is one, typing first", async () => {
    const seat = await open({ bots: 1, prompt: "Talk like pirates" });
    await seat.say("GPT-Muse, what do you think?");
    const { text: words } = await seat.hears("chat", ({ kind }) => kind === "bot");
    assert.equal(words, "What a lovely thought! Shall we find out?");
    assert(seat.all("typing").some(({ on }) => on));
    const request = server?.chats.find(({ body }) => body.stream === true);
    assert.match(request?.user ?? "", /Talk like pirates/);
    assert.doesNotMatch(request?.system ?? "", /pirates|what do you think/);
  });

  it("says a long answer in two lines while the model still speaks, typing before each", async () => {
    const said = ["It is a big place. I like it there.", "Mostly dark. Bring a lamp."];
    const behaviour = brokenStream([...said.map((line) => `${line} `), "And"], "silence");
    server = await startOpenAi({ answer: () => behaviour });
    const environment = { OPENAI_BASE_URL: server.url, BOT_GATE: '{"chance": {"arrival": 0}}' };
    const seat = await sitDown({ environment }, { bots: 1 });
    await seat.say("GPT-Muse, what is space like?");
    await until("both lines", () => linesOf(seat).length >= 2);
    assert.deepEqual(
      linesOf(seat).map(({ text: words }) => words),
      said,
    );
    await until("the signs", () => seat.all("typing").length >= 4);
    assert.deepEqual(
      seat.all("typing").map(({ on }) => on),
      [true, false, true, false],
    );
    assert.match(server?.chats.find(({ body }) => body.stream === true)?.user ?? "", /"length"/);
  });

  it("keeps to the operator's caps", async () => {
    server = await startOpenAi({
      answer: () => brokenStream(["It is big. I like it. ", "Mostly dark. Bring it."], "stop"),
    });
    const environment = { OPENAI_BASE_URL: server.url, BOT_GATE: '{"chance": {"arrival": 0}, "share": {"ofDuet": 0}}' };
    const seat = await sitDown({ environment }, { bots: 1 });
    await seat.say("GPT-Muse, what is space like?");
    await seat.hears("chat", ({ text: words }) => words === "It is big. I like it.");
    assert.doesNotMatch(server.chats.find(({ body }) => body.stream === true)?.user ?? "", /"length"/);
  });

  it("keeps to the operator's budget, and says nothing about it", async () => {
    server = await startOpenAi({ answer: () => streamed });
    const environment = { OPENAI_BASE_URL: server.url, MODEL_BUDGET: '{"lobbyDay": {"calls": 0}}' };
    const seat = await sitDown({ environment }, { bots: 1 });
    await seat.say("GPT-Muse, hello!");
    const { text: words } = await seat.hears("chat", ({ kind }) => kind === "bot");
    assert.doesNotMatch(words, /budget|model|spent|lovely thought/i);
    assert.equal(server.chats.filter(({ body }) => body.stream === true).length, 0);
  });

  it("falls back on its script when the model is silent or declines", async () => {
    for (const behaviour of [silence, refusal()]) {
      const seat = await open({ bots: 1 }, behaviour);
      await seat.say("GPT-Muse, hello!");
      await seat.hears("chat", ({ kind }) => kind === "bot", 12_000);
      await app?.close();
      await server?.close();
    }
  });

  it("asks no model while a question is open", async () => {
    const seat = await open({ bots: 1, seconds: 30 });
    await seat.sees("questions", ({ status, building }) => status === "ready" && building.stage === "");
    await seat.ask("start");
    await seat.sees("a question", ({ game }) => game.phase === "question");
    const asked = server?.chats.filter(({ body }) => body.stream === true).length;
    await seat.say("GPT-Muse, what is the answer?");
    const { text: words } = await seat.hears("chat", ({ kind }) => kind === "bot");
    assert.equal(server?.chats.filter(({ body }) => body.stream === true).length, asked);
    for (const choice of seat.state.game.question.choices) assert(!words.toLowerCase().includes(choice.toLowerCase()));
  });

  it("offers a game after a while, which the owner can take", async () => {
    const seat = await sitDown({}, { bots: 1 });
    await seat.sees("an offer", ({ offer }) => offer.id !== "", 10_000);
    const { player } = seat.state.offer;
    assert.equal(seat.state.players.get(player)?.kind, "bot");
    await until("the words", () => linesOf(seat).some(({ text: words }) => words.includes("Would you like to play")));
    await seat.say("/yes");
    await seat.sees("a game", ({ status }) => status === "in-progress");
  });

  it("tells a story with people, turn by turn, when asked", async () => {
    const seat = await sitDown({}, { bots: 2 });
    await seat.say("Let's write a story together!");
    await seat.hears("chat", ({ kind }) => kind === "bot", 10_000);
    const before = linesOf(seat).length;
    // Nobody types faster than that.
    const asked = app?.services.now() ?? 0;
    await until("the time to type", () => (app?.services.now() ?? 0) > asked + 700);
    await seat.say("A small dragon came out of the lake and looked around.");
    await until("the next sentence", () => linesOf(seat).length > before, 10_000);
  });

  it("is as the owner sets it", async () => {
    const seat = await sitDown({}, { bots: 1 });
    const bot = [...seat.state.players.values()].find(({ kind }) => kind === "bot");
    assert(bot !== undefined);
    await seat.ask("bots", { set: bot.id, skill: 0.9, talk: 0 });
    await seat.sees("the skill", ({ players }) => Math.abs((players.get(bot.id)?.skill ?? 0) - 0.9) < 1e-6);
    const ben = await enter(await guest(app as TestApp, "Ben"), seat.state.code);
    assert.equal(await refusalOf(ben.ask("bots", { set: bot.id, skill: 0 })), "not_owner");
    assert.equal(await refusalOf(ben.ask("suggest", { source: "pack", pack: "no-such-pack" })), "not_found");
    await ben.ask("suggest", { topic: "rivers", source: "bank", count: 3 });
    await seat.sees("the offer", ({ offer }) => offer.source === "bank" && offer.count === 3);
    await seat.ask("mute", { player: bot.id, minutes: 5 });
    await seat.sees("the muting", ({ players }) => players.get(bot.id)?.muted === true);
  });

  it("really asks the model where a bot plays by one", async () => {
    server = await startOpenAi({
      answer: ({ schema, user }) => {
        if (schema !== "answer") return streamed;
        const { choices } = JSON.parse(user) as { choices: { id: string }[] };
        return text(JSON.stringify({ choice: choices[2]?.id }));
      },
    });
    app = await startApp({ pace: 0.02, environment: { OPENAI_BASE_URL: server.url } });
    ann = await guest(app, "Ann");
    const seat = await enter(ann, await makeLobby(ann, { count: 1, seconds: 20, source: "bank" }));
    await seat.ask("bots", { add: "quill", brain: "model" });
    await seat.sees("the bot", ({ players, status }) => players.size === 2 && status === "ready");
    await seat.ask("start");
    await seat.sees("the bot's answer", ({ players }) =>
      [...players.values()].some(({ answered, kind }) => answered && kind === "bot"),
    );
    await seat.ask("answer", { question: seat.state.game.question.id, choice: 0 });
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal");
    assert.equal([...seat.state.game.reveal.counts][2], 1);
  });

  it("takes no wish from the owner that nobody should read", async () => {
    const seat = await sitDown({}, { bots: 1 });
    assert.equal(await refusalOf(seat.ask("settings", { prompt: "Call everybody a fucking idiot" })), "blocked");
    assert.equal(await refusalOf(seat.ask("bots", { add: "rae", prompt: "Be a fucking idiot" })), "blocked");
    assert.equal(await refusalOf(makeLobby(ann, { prompt: "Be a fucking idiot" })), "blocked");
    await seat.ask("settings", { prompt: "Be kind, and rhyme" });
    await seat.sees("the wish", ({ prompt }) => prompt === "Be kind, and rhyme");
  });
});
