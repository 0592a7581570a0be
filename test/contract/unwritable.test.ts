import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../../src/database/database.ts";
import { storableJson } from "../../src/database/texts.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { adapters } from "../support/database.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";

const nul = "a\0b";
const half = "a\ud800b";

describe("what no database takes", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let bob: Person;

  before(async () => {
    app = await startApp({ store: undefined as never });
    [ann, bob] = [await guest(app, "Ann"), await guest(app, "Bob")];
  });
  after(() => app.close());

  it("is refused in every message, and stops no lobby", async () => {
    const code = await makeLobby(ann, { mode: "story", count: 4, seconds: 60 });
    const [owner, other] = [await enter(ann, code), await enter(bob, code)];
    for (const [seat, type, payload] of [
      [other, "chat", { text: nul }],
      [other, "report", { player: ann.id, reason: nul }],
      [other, "suggest", { topic: nul }],
      [other, "history", { before: nul }],
      [other, "move", { ask: "x", text: nul }],
      [owner, "settings", { title: nul }],
      [owner, "settings", { options: { [nul]: 1 } }],
      [owner, "bots", { add: nul }],
      [owner, "kick", { player: bob.id, reason: nul }],
      [owner, "evening", { begin: [{ topic: nul }] }],
    ] as const) {
      assert.equal(await refusalOf(seat.ask(type, payload)), "malformed", type);
    }
    await other.say("We are still here.");
    assert.equal(other.state.title, "Ann's lobby");
    assert.deepEqual(app.errors, []);
  });

  it("is refused in every address", async () => {
    const asked = async (path: string) => (await call(app, "GET", path, { token: ann.token })).code;
    for (const query of ["cursor=%00", "cursor=a?b%00", "%00=1"])
      assert.equal(await asked(`/api/webhooks?${query}`), "malformed", query);
    assert.equal(await asked("/api/players/a%00b"), "not_found");
    assert.deepEqual(app.errors, []);
  });

  it("is refused in every body", async () => {
    for (const [body, names] of [
      [{ topic: nul, title: "fine" }, ["topic"]],
      [{ topic: half, prompt: nul }, ["topic", "prompt"]],
      [{ options: { a: [half] } }, ["options"]],
      [{ [nul]: 1 }, ["body"]],
    ] as const) {
      const { status, code, fields } = await call(app, "POST", "/api/lobbies", { token: ann.token, body });
      assert.deepEqual([status, code, Object.keys(fields)], [400, "malformed", names]);
    }
    const deep = `${"[".repeat(15_000)}"${JSON.stringify(nul).slice(1, -1)}"${"]".repeat(15_000)}`;
    assert.equal((await call(app, "POST", "/api/lobbies", { token: ann.token, body: deep })).code, "malformed");
    // What is pasted from files is tidied.
    const odd = `${nul} ${half}`;
    const question = { prompt: `Which ${odd}?`, choices: [odd, "two"], key: 0, explanation: odd, category: odd };
    const pack = { title: odd, description: odd, questions: [question] };
    const made = await call(app, "POST", "/api/packs", { token: ann.token, body: pack });
    assert.deepEqual([made.status, made.text.includes("\\u0000"), /\\ud8/.test(made.text)], [201, false, false]);
    assert.deepEqual(app.errors, []);
  });

  for (const { name, newPlace } of adapters) {
    it(`is left out of what others say, on ${name}`, async () => {
      const database = await openDatabase(await newPlace());
      for (const [value, kept] of [
        [
          { line: nul, more: [half, "\udc00"] },
          { line: "ab", more: ["a\ufffdb", "\ufffd"] },
        ],
        [{ line: "😀 \\u0000 and \\ud800 in words" }, { line: "😀 \\u0000 and \\ud800 in words" }],
      ]) {
        const read = sql<{ readonly value: unknown }>`select ${storableJson(value)}::jsonb as value`;
        assert.deepEqual((await read.execute(database.db)).rows[0]?.value, kept);
      }
      await database.close();
    });
  }
});
