import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, refusalOf } from "../support/people.ts";
import { scrape } from "../support/scrape.ts";
import { until } from "../support/until.ts";

describe("the figures and the health of a server", function () {
  this.timeout(120_000);
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("count who is here, what is said, and how long the answers take", async () => {
    const before = await scrape(app);
    const [ana, ben] = await Promise.all([guest(app, "Ana"), guest(app, "Ben")]);
    const code = await makeLobby(ana, { bots: 1 });
    const seats = await Promise.all([enter(ana, code), enter(ben, code)]);
    await seats[0].sees("the bot", ({ players }) => players.size === 3);
    await seats[0].say("hello everybody");
    assert.equal(await refusalOf(seats[1].say("you are an idiot")), "blocked");
    await call(app, "GET", `/api/lobbies/${code}`);
    const { sum, names } = await scrape(app);
    const more = (name: string, labels?: Readonly<Record<string, string>>) =>
      sum(name, labels) - before.sum(name, labels);
    assert.equal(more("parlor_players", { kind: "human" }), 2);
    assert.equal(more("parlor_players", { kind: "bot" }), 1);
    assert.equal(more("parlor_lobbies"), 1);
    assert.equal(more("parlor_lobbies_by_status"), 1);
    assert(more("parlor_events_total") >= 5);
    assert(more("parlor_commit_seconds_count") >= 3);
    assert(more("parlor_reply_seconds_count", { type: "chat" }) >= 2);
    assert.equal(more("parlor_refusals_total", { code: "blocked" }), 1);
    assert.equal(more("parlor_verdicts_total", { purpose: "chat", action: "block", tier: "2" }), 1);
    assert(more("parlor_verdicts_total", { purpose: "chat", action: "allow" }) >= 1);
    assert.equal(more("parlor_strikes_total", { tier: "2" }), 1);
    assert.equal(more("parlor_sanctions_total", { kind: "warning" }), 1);
    assert.equal(more("parlor_http_seconds_count", { route: "GET /api/lobbies/:code", status: "2xx" }), 1);
    assert(more("parlor_http_seconds_count", { route: "POST /matchmake" }) >= 2);
    assert(more("parlor_bytes_total", { direction: "sent" }) > 1000);
    assert(more("parlor_bytes_total", { direction: "received" }) > 1000);
    assert(sum("nodejs_eventloop_lag_p99_seconds") > 0);
    assert.equal(sum("parlor_ready"), 1);
    // What is not configured is not told of as if it were away.
    assert(!names.has("parlor_redis_ping_seconds"));
    await Promise.all(seats.map((seat) => seat.leave()));
  });

  it("have labels out of fixed sets, whatever is asked for", async () => {
    const asked = ["/api/lobbies/QQQQQ", "/api/lobbies/WWWWW", "/x1", "/x2", "/api/x3", "/.env", "/matchmake/a/b"];
    for (const path of asked) await call(app, path.startsWith("/m") ? "POST" : "GET", path, {});
    const ana = await guest(app, "Ana");
    const seat = await enter(ana, await makeLobby(ana));
    for (const type of ["x4", "constructor", "__proto__"]) await refusalOf(seat.room.request(type as "chat", {}));
    const { series } = await scrape(app);
    const labelled = [...series.keys()].join("\n");
    for (const word of ["QQQQQ", "/x1", "/x2", "x3", "x4", ".env", "constructor", "__proto__", "matchmake/"]) {
      assert(!labelled.includes(word), word);
    }
    assert(labelled.includes('route="other"'));
    await seat.leave();
  });

  it("say which part is well", async () => {
    const { status, json } = await call(app, "GET", "/health/ready");
    assert.equal(status, 200);
    assert.deepEqual(json, {
      ready: true,
      listening: true,
      draining: false,
      database: "none",
      redis: "none",
      lobbies: "well",
    });
  });

  it("give every request an id of its own, which the client can quote", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await call(app, "GET", "/api/lobbies")).headers.get("x-request-id") ?? ""),
    );
    assert(ids[0] !== ids[1] && ids.every((id) => /^[\w-]{22}$/.test(id)));
    // Who is no proxy of ours has no say in it.
    const { headers } = await call(app, "GET", "/api/lobbies", { headers: { "x-request-id": "a-forged-request" } });
    assert.notEqual(headers.get("x-request-id"), "a-forged-request");
  });

  it("believe a proxy's ids where there is one", async () => {
    await app.close();
    const lines: string[] = [];
    app = await startApp({ environment: { TRUST_PROXY: "true" }, onLog: (line) => lines.push(line) });
    const { token, id } = await guest(app, "Ana");
    const headers = { "x-request-id": "0123456789abcdef" };
    const { status, headers: got } = await call(app, "POST", "/api/lobbies", { token, body: {}, headers });
    assert.equal(status, 201);
    assert.equal(got.get("x-request-id"), "0123456789abcdef");
    const line = await until("the line", () => lines.find((one) => one.includes("0123456789abcdef")));
    assert(line.includes(id) && line.includes("POST /api/lobbies") && line.includes("201"), line);
    assert(!lines.some((one) => one.includes(token)));
  });
});
