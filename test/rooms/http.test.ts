import assert from "node:assert/strict";
import { Server } from "@colyseus/core";
import { adminPassword, startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";

type Page = {
  readonly lobbies: readonly { readonly code: string; readonly title: string }[];
  readonly cursor?: string;
};

describe("the routes", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let bob: Person;

  before(async () => {
    app = await startApp();
    ann = await guest(app, "Ann");
    bob = await guest(app, "Bob");
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("sign in guests, by a name of theirs or a friendly one, and say who they are", async () => {
    assert.equal(ann.name, "Ann");
    const { user, token } = await clientOf(app).auth.signInAnonymously();
    assert.match(user.name, /^\w+ \w+$/);
    assert.deepEqual(user, { id: user.id, name: user.name, role: "player", kind: "human", anonymous: true });
    assert.deepEqual((await call(app, "GET", "/auth/userdata", { token })).json, { user });
    for (const name of ["admin", "Аdmіn", "‮", "x".repeat(40)]) {
      assert.equal(await refusalOf(clientOf(app).auth.signInAnonymously({ name })), "name_refused", name);
    }
  });

  it("sign in the admin by the password alone", async () => {
    const { user } = await clientOf(app).auth.signInWithEmailAndPassword("admin", adminPassword);
    assert.equal(user.role, "admin");
    for (const [name, password] of [
      ["admin", "wrong password"],
      ["root", adminPassword],
    ] as const) {
      const attempt = clientOf(app).auth.signInWithEmailAndPassword(name, password);
      assert.equal(await refusalOf(attempt), "wrong_credentials");
    }
  });

  it("make a lobby, and list it when it is public", async () => {
    const made = await call(app, "POST", "/api/lobbies", { token: ann.token, body: { topic: "music", public: true } });
    const { code, url } = made.json as { code: string; url: string };
    assert.equal(made.status, 201);
    assert.match(code, /^[2-9A-HJKMNP-Z]{5}$/);
    assert.equal(url, `${app.url}/l/${code}`);
    const hidden = await makeLobby(ann, { topic: "music" });
    const { lobbies } = (await call(app, "GET", "/api/lobbies")).json as Page;
    assert.deepEqual(
      lobbies.map((one) => one.code),
      [code],
    );
    const shown = (await call(app, "GET", `/api/lobbies/${hidden.toLowerCase()}`)).json;
    assert.deepEqual([shown["code"], shown["topic"], shown["ownerId"]], [hidden, "music", ann.id]);
  });

  it("list them page by page", async () => {
    for (let n = 0; n < 4; n++) await makeLobby(bob, { public: true });
    const all = ((await call(app, "GET", "/api/lobbies")).json as Page).lobbies.map(({ code }) => code);
    const paged: string[] = [];
    for (let cursor = ""; ;) {
      const page = (await call(app, "GET", `/api/lobbies?limit=2${cursor}`)).json as Page;
      paged.push(...page.lobbies.map(({ code }) => code));
      if (page.cursor === undefined) break;
      cursor = `&cursor=${page.cursor}`;
    }
    assert.ok(all.length >= 4);
    assert.deepEqual(paged, all);
    assert.equal((await call(app, "GET", "/api/lobbies?limit=101")).code, "malformed");
  });

  it("change and close a lobby for its owner and the admin, for nobody else", async () => {
    const { token: admin } = await clientOf(app).auth.signInWithEmailAndPassword("admin", adminPassword);
    const code = await makeLobby(ann);
    const path = `/api/lobbies/${code}`;
    const seat = await enter(ann, code);
    for (const method of ["PATCH", "DELETE"]) {
      const body = method === "PATCH" ? { body: { title: "Mine now" } } : {};
      const refused = await call(app, method, path, { token: bob.token, ...body });
      assert.deepEqual([refused.status, refused.code], [403, "not_owner"]);
      assert.deepEqual((await call(app, method, path, body)).code, "unauthorized");
    }
    assert.equal((await call(app, "PATCH", path, { token: ann.token, body: { title: "One" } })).status, 200);
    await seat.sees("the title", ({ title }) => title === "One");
    assert.equal((await call(app, "PATCH", path, { token: admin, body: { title: "Two" } })).status, 200);
    await seat.sees("the title", ({ title }) => title === "Two");
    assert.equal((await call(app, "DELETE", path, { token: ann.token })).status, 200);
    assert.equal(await seat.closes(), 4105);
    assert.deepEqual((await call(app, "GET", path)).status, 404);
    assert.equal(await refusalOf(bob.client.joinById(code)), "lobby_not_found");
  });

  it("name each field that is wrong", async () => {
    const body = { topic: 5, count: 1000, seconds: 1, surprise: true };
    const refused = await call(app, "POST", "/api/lobbies", { token: ann.token, body });
    assert.deepEqual([refused.status, refused.code], [400, "malformed"]);
    assert.deepEqual(Object.keys(refused.fields).toSorted(), ["body", "count", "seconds", "topic"]);
    const code = await makeLobby(ann);
    const patch = await call(app, "PATCH", `/api/lobbies/${code}`, { token: ann.token, body: { maxPlayers: 0 } });
    assert.deepEqual(Object.keys(patch.fields), ["maxPlayers"]);
    for (const [method, path] of [
      ["POST", "/api/lobbies"],
      ["PATCH", `/api/lobbies/${code}`],
    ] as const) {
      const asked = async (wish: object) => call(app, method, path, { token: ann.token, body: wish });
      const unknown = await asked({ mode: "chess" });
      assert.deepEqual([unknown.status, unknown.code, Object.keys(unknown.fields)], [400, "not_available", ["mode"]]);
      for (const options of [{ surprise: 1 }, { scoring: "surprise" }]) {
        const { status, code: why } = await asked({ mode: "quiz", options });
        assert.deepEqual([status, why], [400, "no_such_option"], method);
      }
    }
    assert.deepEqual(app.errors, [], "what a client asks wrongly is no error of the server's");
    assert.equal((await call(app, "GET", "/api/leaderboard?board=year")).fields["board"] === undefined, false);
  });

  it("answer what is not there with 404 and a code", async () => {
    for (const path of [
      "/api/lobbies/ZZZZZ",
      "/api/lobbies/__proto__",
      "/api/players/nobody",
      "/api/games/none",
      "/nope",
    ]) {
      const { status, code } = await call(app, "GET", path);
      assert.deepEqual([status, code], [404, path.includes("lobbies") ? "lobby_not_found" : "not_found"], path);
    }
  });

  it("are all in the OpenAPI document, and nothing else is", async () => {
    const endpoints = Object.values(Server.current?.router?.endpoints ?? {}) as {
      readonly path: string;
      readonly options: { readonly method: string };
    }[];
    const routes = endpoints
      .filter(({ path }) => !path.startsWith("/matchmake/"))
      .map(({ path, options }) => `${options.method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const { paths } = (await call(app, "GET", "/api/openapi.json")).json as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.ok(routes.length > 10);
    assert.deepEqual(described.toSorted(), routes.toSorted());
  });

  it("tell operators how the process is", async () => {
    assert.equal((await call(app, "GET", "/health/live")).status, 200);
    assert.equal((await call(app, "GET", "/health/ready")).status, 200);
    assert.match((await call(app, "GET", "/metrics")).text, /^parlor_lobbies \d+$/m);
  });
});
