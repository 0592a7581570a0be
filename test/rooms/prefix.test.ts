import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";

describe("a process behind a path of a proxy", () => {
  let app: TestApp;
  before(async () => {
    app = await startApp({ environment: { PUBLIC_ADDRESS: "play.example.org/p1" } });
  });
  after(() => app.close());

  it("answers under its path as it does without", async () => {
    assert.equal((await call(app, "GET", "/p1/health/live")).status, 200);
    assert.equal((await call(app, "GET", "/health/live")).status, 200);
    assert.equal((await call(app, "GET", "/p1/api/lobbies")).status, 200);
    for (const other of ["/p2/health/live", "/p11/health/live", "/p1health/live", "/p1/p1/health/live"]) {
      assert.equal((await call(app, "GET", other)).status, 404, other);
    }
  });
});
