import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { guest, makeLobby, type Person, refusalOf } from "../support/people.ts";

describe("what stands before the routes", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let code: string;

  before(async () => {
    app = await startApp({ environment: { ALLOWED_ORIGINS: "https://friend.example" } });
    ann = await guest(app, "Ann");
    code = await makeLobby(ann);
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("refuses a body of a megabyte, announced or not, and goes on", async () => {
    const body = JSON.stringify({ topic: "x".repeat(1_000_000) });
    const refused = await call(app, "POST", "/api/lobbies", { token: ann.token, body });
    assert.deepEqual([refused.status, refused.code], [413, "too_long"]);
    const matchmaking = await call(app, "POST", `/matchmake/joinById/${code}`, { token: ann.token, body });
    assert.deepEqual([matchmaking.status, matchmaking.code], [413, "too_long"]);
    assert.match(await sendChunks(200), /^HTTP\/1\.1 413 /);
    assert.equal((await call(app, "GET", "/health/live")).status, 200);
  });

  /** Sends chunks of 1 KB without saying how many; gives what came back. */
  const sendChunks = async (count: number): Promise<string> => {
    const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write(
      "POST /api/lobbies HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
    );
    for (let n = 0; n < count; n++) socket.write(`400\r\n${"x".repeat(1024)}\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer];
    socket.destroy();
    return answer.toString();
  };

  it("refuses what is no JSON", async () => {
    const post = (body: string, type = "application/json") =>
      call(app, "POST", "/api/lobbies", { token: ann.token, body, headers: { "content-type": type } });
    assert.equal((await post("{")).code, "malformed");
    assert.equal((await post("{}", "text/plain")).status, 415);
    for (const body of ["null", "[]", "5"]) assert.equal((await post(body)).code, "malformed", body);
  });

  it("refuses a text as it refuses any other body that is no object", async () => {
    const { status, code: refusal } = await call(app, "POST", "/api/lobbies", { token: ann.token, body: '"text"' });
    assert.deepEqual([status, refusal], [400, "malformed"]);
  });

  it("refuses pages of other origins, on every door", async () => {
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1"]) {
      const headers = { origin };
      assert.equal((await call(app, "GET", "/api/lobbies", { headers })).status, 403);
      assert.equal((await call(app, "POST", "/api/lobbies", { token: ann.token, body: {}, headers })).status, 403);
      assert.equal(
        (await call(app, "POST", `/matchmake/joinById/${code}`, { token: ann.token, body: {}, headers })).status,
        403,
      );
      assert.equal(await upgradeStatus(origin), 403);
    }
  });

  it("lets our own page, allowed ones and programs through", async () => {
    for (const origin of [app.url, "https://friend.example"]) {
      assert.equal((await call(app, "GET", "/api/lobbies", { headers: { origin } })).status, 200);
      assert.equal(await upgradeStatus(origin), 101);
    }
    const friend = await call(app, "GET", "/api/lobbies", { headers: { origin: "https://friend.example" } });
    assert.equal(friend.headers.get("access-control-allow-origin"), "https://friend.example");
    assert.equal(await upgradeStatus(undefined), 101);
  });

  const upgradeStatus = async (origin: string | undefined): Promise<number> => {
    const address = `${app.url.replace("http", "ws")}/x/${code}?sessionId=none`;
    const socket = new WebSocket(address, origin === undefined ? {} : { origin });
    socket.on("error", () => {});
    const status = await Promise.race([
      once(socket, "open").then(() => 101),
      once(socket, "unexpected-response").then(([, response]) => (response as { statusCode: number }).statusCode),
    ]);
    socket.terminate();
    return status;
  };

  it("sends safe headers with every answer", async () => {
    for (const path of ["/api/lobbies", "/api/lobbies/ZZZZZ", "/nope", "/health/live", "/metrics"]) {
      const { headers } = await call(app, "GET", path);
      assert.match(headers.get("content-security-policy") ?? "", /default-src 'self'/, path);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      assert.equal(headers.get("referrer-policy"), "no-referrer", path);
      assert.equal(headers.get("x-powered-by"), null, path);
    }
  });

  it("lets nobody make rooms by matchmaking", async () => {
    const { token } = ann;
    for (const path of [
      "create/lobby",
      "joinOrCreate/lobby",
      "join/lobby",
      "create/directory",
      "constructor/lobby",
      "__proto__/lobby",
      "create",
      "",
    ]) {
      for (const prefix of ["/matchmake/", "//matchmake/", "/%6datchmake/", "/x/../matchmake/"]) {
        const { status, json } = await call(app, "POST", prefix + path, { token, body: {} });
        assert.ok(status >= 400, `${prefix}${path}: ${status}`);
        assert.equal(json["sessionId"], undefined);
      }
    }
    assert.equal(await refusalOf(ann.client.create("lobby", { command: {} })), "not_available");
    assert.equal(await refusalOf(ann.client.joinOrCreate("lobby")), "not_available");
  });
});
