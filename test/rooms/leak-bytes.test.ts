import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import type { PlayerId } from "../../src/core/ids.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { readServerFrame } from "../support/frames.ts";
import { call } from "../support/http.ts";
import { choicesPerQuestion, markedQuestions, sourceOf } from "../support/marked.ts";
import { RawClient } from "../support/raw.ts";
import { until } from "../support/until.ts";

/** What each connection and HTTP have got by the reveal of each question. */
type Run = readonly (readonly string[])[];

describe("the same game with another right choice", function () {
  this.timeout(120_000);
  let app: TestApp;
  let clock = 0;
  let keys: readonly number[] = [];
  let explanation = "";

  before(async () => {
    const source = sourceOf(() =>
      markedQuestions(2, (index) => keys[index] ?? 0).map((one) => ({ ...one, explanation })),
    );
    app = await startApp({ source, now: () => clock, pace: 0.001 });
  });
  after(() => app.close());

  const tokenOf = (id: string): string =>
    app.services.tokens.issue({ id: id as PlayerId, name: id, role: "player", kind: "human" });

  /**
   * Plays two questions on a clock that stands, with ids that come in the same order each time. With a `host`, somebody
   * else has made the lobby and looked at the questions.
   */
  const play = async (wanted: readonly number[], host = ""): Promise<Run> => {
    keys = wanted;
    explanation = `because of ${wanted.join()}`;
    clock = 1_800_000_000_000;
    let minted = 0;
    Object.assign(app.services, { newId: () => `id-${++minted}` });
    const body = { topic: "", seconds: 10, public: true };
    const maker = tokenOf(host || "ann");
    const { json } = await call(app, "POST", "/api/lobbies", { token: maker, body });
    const code = json["code"] as string;
    const looker = host === "" ? undefined : await RawClient.join(app, maker, code);
    const here = looker === undefined ? 0 : 1;
    await until("the host", () => looker === undefined || looker.state?.players.size === here);
    const ann = await RawClient.join(app, tokenOf("ann"), code);
    await until("Ann", () => ann.state?.players.size === here + 1);
    const bob = await RawClient.join(app, tokenOf("bob"), code);
    await until("Bob", () => ann.state?.players.size === here + 2);
    const screen = await RawClient.join(app, tokenOf("tv"), code, { as: "screen" });
    const all = [ann, bob, screen];
    const see = (what: string, fits: (client: RawClient) => unknown) =>
      until(what, () => all.every((one) => fits(one)));
    await see("the screen", ({ state }) => state?.spectators === 1);
    const http: string[] = [];
    const look = async () => {
      for (const path of ["/api/lobbies", `/api/lobbies/${code}`]) http.push((await call(app, "GET", path)).text);
    };
    /** Moves the clock to the end of the phase; the room's own timer does the rest. */
    const pass = async (phase: string, ms = (ann.state?.game.phaseEndsAt ?? 0) - clock) => {
      clock += ms;
      await see(phase, ({ state }) => state?.game.phase === phase);
    };
    // What a game is bound to is other for another key, and salted, so that it tells nothing.
    const anonymous = (text: string) =>
      text.replaceAll(code, "#####").replaceAll(ann.state?.game.commitment || code, "#".repeat(64));
    const gathered = (): string[] => [
      ...all.map(({ frames }) =>
        frames
          .slice(1)
          .map((frame) => anonymous(frame.toString("latin1")))
          .join("\n"),
      ),
      anonymous(http.join("\n")),
    ];
    const byReveal: string[][] = [];
    if (looker !== undefined) {
      await looker.answerTo(looker.request("preview"));
      await see("who has looked", ({ state }) => state?.players.get(host)?.seen);
    }
    const starter = looker ?? ann;
    await starter.answerTo(starter.request("start"));
    for (let number = 1; number <= 2; number++) {
      await pass("question");
      await look();
      const question = ann.state?.game.question.id;
      await ann.answerTo(ann.request("answer", { question, choice: 1 }));
      await see("Ann's answer", ({ state }) => state?.players.get("ann")?.answered);
      await ann.answerTo(ann.request("answer", { question, choice: 2 }));
      await bob.answerTo(bob.request("chat", { text: `is it ${number}?` }));
      await bob.answerTo(bob.request("chat", { text: "/score" }));
      await starter.answerTo(starter.request("pause"));
      clock += 700;
      await starter.answerTo(starter.request("resume"));
      await see("the resumption", ({ state }) => state?.game.paused === false);
      const late = await RawClient.join(app, tokenOf("bob"), code, { as: "spectator" });
      await until("the late one's state", () => late.frames.some((frame) => isWelcome(frame)));
      http.push(
        anonymous(
          late.frames
            .slice(1)
            .map((frame) => frame.toString("latin1"))
            .join("\n"),
        ),
      );
      late.socket.close();
      await see("the late one gone", ({ state }) => state?.spectators === 1);
      await look();
      byReveal.push(gathered());
      await bob.answerTo(bob.request("answer", { question, choice: 1 }));
      await see("the reveal", ({ state }) => state?.game.phase === "reveal");
      byReveal.push(gathered());
      if (number === 1) {
        await pass("scores");
        clock = ann.state?.game.phaseEndsAt ?? 0;
      }
    }
    for (const { socket } of [...all, ...(looker === undefined ? [] : [looker])]) socket.close();
    await call(app, "DELETE", `/api/lobbies/${code}`, { token: maker });
    await until("the lobby gone", () => matchMaker.getLocalRoomById(code) === undefined);
    return byReveal;
  };

  const isWelcome = (frame: Buffer): boolean => {
    const read = readServerFrame(frame);
    return read.kind === "notice" && read.type === "you";
  };

  const others = Array.from({ length: choicesPerQuestion - 1 }, (_, index) => index + 1);

  it("is the same to the byte for everybody until the first reveal", async () => {
    const run = await play([0, 0]);
    assert.ok((run[0] ?? []).every((text) => text.length > 500));
    for (const key of others) {
      const other = await play([key, 0]);
      assert.deepEqual(other[0], run[0]);
      assert.notDeepEqual(other[1], run[1]);
    }
  });

  it("is the same to the byte for everybody from there until the second", async () => {
    const run = await play([1, 0]);
    for (const key of others) {
      const other = await play([1, key]);
      assert.deepEqual(strip(other), strip(run));
      assert.notDeepEqual(other[3], run[3]);
    }
  });

  it("is the same to the byte for all but the owner, who has looked at the questions", async () => {
    const run = await play([0, 0], "own");
    const other = await play([1, 0], "own");
    assert.deepEqual(other[0], run[0]);
    assert.notDeepEqual(other[1], run[1]);
  });

  /** The first reveal shows its explanation, which here names both keys. */
  const strip = (run: Run): string[] | undefined =>
    run[2]?.map((text) => text.replaceAll(/because of \d,\d/g, "because"));
});
