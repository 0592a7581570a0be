import assert from "node:assert/strict";
import { openDatabase } from "../../src/database/database.ts";
import { dump } from "../../src/database/dump.ts";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { eraseOld } from "../../src/privacy/retention.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { dayMs } from "../support/conduct.ts";
import { newDataDir } from "../support/database.ts";
import { call } from "../support/http.ts";
import { draft } from "../support/packs.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";

const password = "correct horse";

const dumpOf = async (dataDir: string): Promise<string> => {
  const { db, close } = await openDatabase({ dataDir });
  let text = "";
  for await (const line of dump(db)) text += line;
  await close();
  return text;
};

type Exported = Readonly<Record<"chat" | "lobbies" | "packs" | "visits" | "sanctions" | "leftOut", object[]>> & {
  readonly person: object;
};

describe("privacy", function () {
  this.timeout(120_000);
  const clock = new Clock();
  let dataDir: string;
  let app: TestApp;
  let ana: Person;
  let ben: Person;
  let code: string;

  const start = () => startApp({ now: clock.now, environment: { DATA_DIR: dataDir }, store: undefined as never });
  /** What somebody new is shown of what was said. */
  const historyFor = async (name: string): Promise<readonly string[]> => {
    const seat = await enter(await guest(app, name), code);
    const { history } = await seat.hears("you");
    await seat.leave();
    return history.map(({ text }) => text);
  };
  const mine = async ({ token }: Pick<Person, "token">) => {
    const answer = await call(app, "GET", "/api/me/export", { token });
    return { ...answer, data: answer.json as unknown as Exported };
  };

  before(async () => {
    dataDir = await newDataDir();
    app = await start();
    ana = await guest(app, "Quokkabelle");
    const { client } = await guest(app, "Ben");
    const { user, token } = await client.auth.registerWithEmailAndPassword("ben@example.org", password);
    ben = { id: user.id, name: "Ben", token, client: clientOf(app, token) };
    code = await makeLobby(ana, { title: "Quokka den", prompt: "Quokka talk", bots: 0 });
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("gives somebody all that is kept of them, also while they are banned, twice an hour", async () => {
    const seat = await enter(ana, code);
    await seat.say("a line of Ana's");
    await seat.leave();
    await call(app, "POST", "/api/packs", { token: ana.token, body: { title: "Pets", questions: [draft("cats")] } });
    const imposed = { kind: "ban", scope: "server", name: ana.name, device: "", lobby: "", owner: "", by: "" } as const;
    const ban = { ...imposed, id: "b", player: ana.id, reason: "insult", strikes: 3, strike: "", at: 0, until: null };
    await app.services.conduct.impose(ban);
    const { status, headers, data } = await mine(ana);
    assert.equal(status, 200);
    assert.match(headers.get("content-disposition") ?? "", /^attachment; filename="parlor-my-data.json"$/);
    const { name } = ana;
    assert.deepEqual(data.person, { id: ana.id, name, role: "player", registered: false, email: null });
    assert.partialDeepStrictEqual(data.lobbies, [{ lobby: code, title: "Quokka den", prompt: "Quokka talk" }]);
    assert.partialDeepStrictEqual(data.chat, [{ lobby: code, text: "a line of Ana's" }]);
    assert.partialDeepStrictEqual(data.visits, [{ lobby: code, name }]);
    assert.partialDeepStrictEqual(data.packs, [{ title: "Pets", questions: [{ prompt: "What about cats?" }] }]);
    assert.partialDeepStrictEqual(data.sanctions, [{ id: "b", kind: "ban", byRules: true, until: null }]);
    assert.deepEqual(data.leftOut, []);
    await app.services.conduct.lift("b", ben.id, clock.now());
    assert.equal((await mine(ana)).status, 200);
    assert.equal((await mine(ana)).code, "too_fast");
    assert.equal((await mine({ token: "" })).code, "unauthorized");
    assert.partialDeepStrictEqual((await mine(ben)).data.person, { email: "ben@example.org", registered: true });
  });

  it("erases a guest who wants to go, and takes them out of lobbies that run", async () => {
    const [anas, bens] = [await enter(ana, code), await enter(ben, code)];
    await bens.say("a line of Ben's");
    assert.equal(bens.state.title, "Quokka den");
    assert.equal((await call(app, "POST", "/api/me/delete", { token: ana.token })).status, 200);
    assert.equal(await anas.closes(), closeCodes.tokenExpired);
    await bens.sees("that she has gone", ({ title, players }) => title === "" && !players.has(ana.id));
    assert.deepEqual(await historyFor("Cy"), ["a line of Ben's"]);
    await bens.leave();
  });

  it("leaves nothing that can be done with the token of who has gone", async () => {
    const { token } = ana;
    const routes = [
      ["POST", "/api/me/delete"],
      ["GET", "/api/me/export"],
      ["GET", "/auth/userdata"],
      ["POST", "/auth/register", { email: "q@example.org", password }],
      ["POST", "/api/lobbies", {}],
      ["PATCH", `/api/lobbies/${code}`, { title: "mine" }],
      ["POST", "/api/packs", { title: "Pets" }],
      ["GET", "/api/packs"],
      ["GET", "/api/me/sanctions"],
    ] as const;
    for (const [method, path, body] of routes) {
      const { status } = await call(app, method, path, { token, body });
      assert.equal(status, 401, path);
    }
    assert.equal(await refusalOf(ana.client.joinById(code)), "unauthorized");
  });

  it("is for guests; an account goes with its password", async () => {
    assert.equal((await call(app, "POST", "/api/me/delete", { token: ben.token })).code, "wrong_credentials");
    assert.equal(
      (await call(app, "POST", "/auth/delete-account", { token: ben.token, body: { password } })).status,
      200,
    );
    assert.equal((await mine(ben)).code, "unauthorized");
    assert.deepEqual(await historyFor("Dan"), []);
  });

  it("erases what is old, and a restart brings nothing back", async () => {
    const eve = await enter(await guest(app, "Eve"), code);
    await eve.say("long ago");
    clock.advance(29 * dayMs);
    const fay = await enter(await guest(app, "Fay"), code);
    await fay.say("lately");
    assert.deepEqual(await historyFor("Guy"), ["long ago", "lately"]);
    clock.advance(2 * dayMs);
    await eraseOld(app.services);
    assert.deepEqual(await historyFor("Hal"), ["lately"]);
    await Promise.all([eve.leave(), fay.leave()]);
    await app.close();
    const kept = await dumpOf(dataDir);
    app = await start();
    assert.deepEqual(await historyFor("Ida"), ["lately"]);
    const gone = ["Quokka", "a line of", "long ago", "ben@example.org", '"name":"Ben"', "Pets"];
    assert.deepEqual(
      gone.filter((text) => kept.includes(text)),
      [],
    );
    assert.ok(kept.includes("lately"));
  });
});
