import assert from "node:assert/strict";
import type { LobbyState } from "../../rooms/schema/lobby-state.ts";
import { LobbyFeed } from "../../src/bots/lobby-feed.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { readServerFrame } from "../support/frames.ts";
import { call } from "../support/http.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { clientOf, enter, guest, makeLobby, type Person } from "../support/people.ts";
import { playOn } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";
import { type Item, Wire } from "../support/wire.ts";

const told = /"(?:key|right|correct|points|explanation|counts)":/;

describe("what is secret until the reveal", function () {
  this.timeout(120_000);
  const count = 10;
  const questions = markedQuestions(count, () => 0);
  let app: TestApp;
  let wire: Wire;
  let code: string;
  let stranger: Person;

  before("two people, two bots, a screen, the directory and a stranger on HTTP see a whole game", async () => {
    app = await startApp({ source: sourceOf(() => questions) });
    wire = new Wire(app);
    const [ann, bob] = [await guest(app, "Ann"), await guest(app, "Bob")];
    stranger = await guest(app, "Eve");
    for (const [name, { client }] of Object.entries({ ann, bob, stranger })) wire.follow(name, client);
    code = await makeLobby(ann, { public: true, bots: 2, seconds: 3, topic: "marked" });
    const directory = await stranger.client.join("directory");
    directory.onMessage("*", () => {});
    const seats = [await enter(ann, code), await enter(bob, code)] as const;
    const screen = await enter(stranger, code, { as: "screen" });
    await seats[0].sees("the bots", ({ players }) => players.size === 4);
    await seats[0].ask("start");
    await Promise.all([
      askAround(screen),
      playOn(seats[0], 3, async ({ id }) => (await lookIn(ann, id), 0)),
      playOn(seats[1], 3, () => 1),
    ]);
    wire.stop();
  });
  after(() => app.close());

  /** Everything an outsider can ask for, at every change until the game is over. */
  const askAround = async (screen: Seat): Promise<void> => {
    let changes = 0;
    screen.room.onStateChange(() => changes++);
    for (let seen = 0; screen.phase !== "podium"; seen = changes) {
      await until("a change", () => changes > seen);
      await Promise.all(["/api/lobbies", `/api/lobbies/${code}`, "/metrics"].map((path) => call(app, "GET", path)));
    }
  };

  /** Comes in as somebody else while a question is open: a whole state and a welcome at that moment. */
  const lookIn = async (ann: Person, question: string): Promise<void> => {
    const visitor = clientOf(app, stranger.token);
    wire.follow(`visitor ${question}`, visitor);
    const seat = await enter({ ...stranger, client: visitor }, code, { as: "spectator" });
    const { client } = ann;
    await client.http.get("/api/leaderboard");
    await seat.leave();
  };

  const indexOf = (type: "asked" | "closed", question: string): number =>
    wire.log.findIndex((entry) => entry.kind === "mark" && entry.type === type && entry.question === question);

  const items = (from = 0, to = wire.log.length): Item[] =>
    wire.log.slice(from, to).filter((entry) => entry.kind !== "mark");

  it("is watched from everywhere", () => {
    const receivers = new Set(items().map(({ to }) => to.split(" ")[0]));
    assert.deepEqual(receivers, new Set(["http", "ann", "bob", "bot", "stranger", "visitor"]));
    assert.ok(items().some(({ to }) => to.startsWith("stranger directory")));
    for (const { id } of questions) {
      const open = items(indexOf("asked", id), indexOf("closed", id));
      for (const who of ["http", "ann", "bob", "bot", "visitor"]) {
        assert.ok(
          open.some(({ to }) => to.startsWith(who)),
          `${who} got something while ${id} was open`,
        );
      }
    }
  });

  it("is in no frame and no answer before, and in each player's frames and over HTTP after", () => {
    for (const { id, explanation } of questions) {
      const revealed = indexOf("closed", id);
      assert.ok(revealed > 0);
      const early = items(0, revealed).find(({ bytes }) => bytes.includes(explanation));
      assert.equal(early, undefined, `${id} leaked to ${early?.to}`);
      const knowing = new Set(
        items(revealed)
          .filter(({ bytes }) => bytes.includes(explanation))
          .map(({ to }) => to.split(" ")[0]),
      );
      for (const who of ["ann", "bob", "bot", "stranger"]) assert.ok(knowing.has(who), `${who} is told about ${id}`);
    }
    const overHttp = items().filter(
      ({ kind, bytes }) => kind === "http" && questions.some(({ explanation }) => bytes.includes(explanation)),
    );
    assert.ok(overHttp.length > 0);
  });

  it("is in no frame and no answer before the end, as far as it opens what the game is bound to", async () => {
    const events = await app.services.journal.read(code);
    const order = events.findLast((event) => event.type === "ordered")?.order;
    const proof = events.findLast((event) => event.type === "game_completed")?.proof;
    assert(order?.nonce !== undefined && proof !== undefined);
    const salts = proof.lots.flat().flatMap((one) => ("salt" in one ? [one.salt] : []));
    assert.equal(salts.length, count);
    assert.ok(items().some(({ bytes }) => bytes.includes(proof.commitments[0] ?? "none")));
    for (const secret of [order.nonce, order.seed, proof.salt, ...salts])
      assert.equal(items().find(({ bytes }) => bytes.includes(secret))?.to, undefined);
  });

  it("is in no notice and no answer to a request while the question is open", () => {
    for (const { id } of questions) {
      for (const { to, kind, bytes } of items(indexOf("asked", id), indexOf("closed", id))) {
        const read = kind === "frame" && !to.includes("directory") ? readServerFrame(bytes) : undefined;
        if (read?.kind !== "notice" && read?.kind !== "answer") continue;
        if (read.kind === "notice") assert.notEqual(read.type, "result", to);
        assert.doesNotMatch(JSON.stringify(read.payload ?? null), told, to);
      }
    }
  });

  it("is in no state that anybody decodes, and no score moves while a question is open", () => {
    const feeds = new Map<string, LobbyFeed>();
    const scores = new Map<string, string>();
    let looked = 0;
    for (const { to, kind, bytes } of items()) {
      if (kind !== "frame" || to.includes("directory")) continue;
      const feed = feeds.get(to) ?? new LobbyFeed();
      feeds.set(to, feed);
      if (!feed.take((bytes[0] ?? 0) & 0x1f, bytes)) continue;
      const { game, players } = feed.state as unknown as LobbyState;
      if (game.phase !== "question") continue;
      looked++;
      assert.deepEqual([game.reveal.key, game.reveal.explanation, [...game.reveal.counts]], [-1, "", []], to);
      const sum = [...players.values()]
        .map(({ id, score, streak, rank }) => [id, score, streak, rank].join())
        .toSorted()
        .join(" ");
      const question = `${to} ${game.question.id}`;
      assert.equal(sum, scores.get(question) ?? sum, to);
      scores.set(question, sum);
    }
    assert.ok(looked > 100, `${looked} states with an open question`);
  });

  it("does not follow from where the right choice stands", () => {
    const texts = items().flatMap(({ bytes }) => {
      const read = readServerFrame(bytes);
      return read.kind === "notice" && read.type === "result" ? [(read.payload as { key: number }).key] : [];
    });
    assert.ok(new Set(texts).size > 1);
  });
});
