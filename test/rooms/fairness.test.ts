import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Evidence } from "../../src/core/fairness-check.ts";
import { run } from "../../src/fairness/verify.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";

/** A game as a client saw it: its id, and what it was bound to while it was played. */
type Seen = { readonly game: string; readonly commitment: string };

describe("fairness that anyone can check", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let directory: string;

  before(async () => {
    app = await startApp({ source: sourceOf(() => markedQuestions(3, (index) => index)) });
    ann = await guest(app, "Ann");
    directory = await mkdtemp(join(tmpdir(), "parlor-fairness-"));
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
    await app.close();
  });

  const proofOf = (game: string) => call(app, "GET", `/api/games/${game}/proof`);

  /** Ann goes through a game from phase to phase. */
  const playThrough = async (mode: string): Promise<Seen> => {
    const code = await makeLobby(ann, { mode, count: 3, seconds: 20, bots: 1 });
    const seat = await enter(ann, code);
    await seat.sees("a bot, and all that is needed", ({ players, status }) => players.size === 2 && status === "ready");
    await seat.ask("start");
    await seat.sees("the game", ({ status, game }) => status === "in-progress" && game.commitment !== "");
    const { id: game, commitment } = seat.state.game;
    assert.equal((await proofOf(game)).status, 404);
    while (seat.state.status === "in-progress") await seat.ask("skip").catch(() => {});
    await seat.sees("the end", ({ status }) => status === "completed");
    assert.equal(seat.state.game.commitment, commitment);
    await seat.leave();
    return { game, commitment };
  };

  const verify = async (...args: readonly string[]): Promise<readonly [code: number, said: string]> => {
    const said: string[] = [];
    const note = (line: string) => said.push(line);
    return [await run(args, { log: note, error: note }), said.join("\n")];
  };

  for (const mode of ["quiz", "find-the-bot"])
    it(`checks a game of ${mode} by the route and by the command`, async () => {
      const { game, commitment } = await playThrough(mode);
      const { status, json } = await proofOf(game);
      assert.equal(status, 200);
      const evidence = json as unknown as Evidence;
      assert.deepEqual(evidence.proof?.commitments, [commitment]);
      assert.equal(evidence.asked.length, mode === "quiz" ? 3 : 0);
      assert(!JSON.stringify(evidence).includes("Ann"), "it names nobody");
      const [fair, said] = await verify(game, "--url", app.url, "--commitment", commitment);
      assert.equal(fair, 0, said);
      assert.match(said, /^FAIR: /mu);
      assert.match(said, /noted while it was played: 1/u);

      const [stranger, why] = await verify(game, "--url", app.url, "--commitment", "0".repeat(64));
      assert.equal(stranger, 1);
      assert.match(why, /NOT FAIR/u);
      const file = join(directory, `${mode}.json`);
      await writeFile(file, JSON.stringify(json));
      assert.equal((await verify(file))[0], 0);
      await writeFile(file, JSON.stringify(json).replace(evidence.proof?.seed ?? "", "another"));
      const [forged, words] = await verify(file);
      assert.equal(forged, 1);
      assert.match(words, /does not make commitment 1/u);
    });

  it("says clearly what can't be checked", async () => {
    assert.deepEqual((await verify("nothing", "--url", app.url))[0], 1);
    assert.match((await verify("nothing", "--url", app.url))[1], /no such game/u);
    assert.match((await verify("game", "--url", "http://127.0.0.1:1"))[1], /did not answer/u);
    assert.match((await verify("game", "--url", "nowhere"))[1], /Invalid URL/u);
    const file = join(directory, "file.json");
    for (const [text, words] of [
      ["{", /no JSON/u],
      ["{}", /no proof: game/u],
      ['{"game":"g","mode":"quiz","asked":[],"corrections":[]}', /NOT COMMITTED/u],
    ] as const) {
      await writeFile(file, text);
      const [code, said] = await verify(file);
      assert.equal(code, 1);
      assert.match(said, words);
    }
    assert.equal((await verify("--help"))[0], 0);
    assert.equal((await verify())[0], 1);
    assert.equal((await verify("--nonsense"))[0], 1);
  });
});
