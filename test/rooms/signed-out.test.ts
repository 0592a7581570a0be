import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { clientOf, enter, guest, makeLobby, refusalOf } from "../support/people.ts";

describe("a connection whose token ends", () => {
  const clock = new Clock();
  let app: TestApp;
  before(async () => {
    app = await startApp({ now: clock.now });
  });
  after(() => app.close());

  it("is closed when its owner signs out everywhere, and does not come back", async () => {
    const ana = await guest(app, "Ana");
    const { token } = await ana.client.auth.registerWithEmailAndPassword("ana@example.org", "correct horse", {});
    const client = clientOf(app, token);
    const code = await makeLobby(ana);
    const seat = await enter({ ...ana, client, token }, code);
    await client.http.post("/auth/sign-out-everywhere");
    assert.equal(await seat.closes(), closeCodes.tokenExpired);
    assert.equal(await refusalOf(client.joinById(code)), "unauthorized");
    const again = clientOf(app);
    const { token: fresh } = await again.auth.signInWithEmailAndPassword("ana@example.org", "correct horse");
    const back = await enter({ ...ana, client: clientOf(app, fresh), token: fresh }, code);
    assert.equal(back.state.ownerId, ana.id, "a guest who registered keeps everything");
  });
});
