import assert from "node:assert/strict";
import { adminPassword } from "../support/app.ts";
import { call } from "../support/http.ts";
import { type MailApp, startMailApp } from "../support/mail-app.ts";
import { guest } from "../support/people.ts";

const password = "correct horse";
let made = 0;
const newEmail = () => `cho${++made}@example.org`;

describe("leaving", function () {
  this.timeout(120_000);
  let mail: MailApp;
  before(async () => {
    mail = await startMailApp();
  });
  after(() => mail.close());
  afterEach(() => assert.deepEqual(mail.app.errors, []));

  const login = (email: string, given = password) => mail.post("/auth/login", { email, password: given });
  const stateOf = async (token: string) => (await call(mail.app, "GET", "/auth/userdata", { token })).status;
  const signOut = (token: string) => mail.post("/auth/sign-out-everywhere", undefined, { token });

  describe("signing out everywhere", () => {
    it("ends every token of the account, and that of the guest it was", async () => {
      const ann = await guest(mail.app, "Ann");
      const email = newEmail();
      const { token } = await ann.client.auth.registerWithEmailAndPassword(email, password);
      const other = ((await login(email)).json as { token: string }).token;
      assert.deepEqual([await stateOf(ann.token), await stateOf(token), await stateOf(other)], [200, 200, 200]);
      assert.equal((await signOut(token)).status, 200);
      assert.deepEqual([await stateOf(ann.token), await stateOf(token), await stateOf(other)], [401, 401, 401]);
      assert.equal((await signOut(token)).code, "unauthorized");
      assert.equal(await stateOf(((await login(email)).json as { token: string }).token), 200);
    });

    it("is for accounts, the admin's among them, and not for guests", async () => {
      const ann = await guest(mail.app, "Ann");
      const refused = await signOut(ann.token);
      assert.deepEqual([refused.status, refused.code], [403, "no_account"]);
      assert.equal((await signOut("")).code, "unauthorized");
      const { token } = (await login("admin", adminPassword)).json as { token: string };
      assert.equal((await signOut(token)).status, 200);
      assert.equal(await stateOf(token), 401);
      const { token: next } = (await login("admin", adminPassword)).json as { token: string };
      assert.equal(await stateOf(next), 200);
    });
  });

  describe("deleting an account", () => {
    const remove = (token: string, given?: string) => mail.post("/auth/delete-account", { password: given }, { token });

    it("takes the password, ends every token and frees the e-mail for another id", async () => {
      const ann = await guest(mail.app, "Ann");
      const email = newEmail();
      const { token } = await ann.client.auth.registerWithEmailAndPassword(email, password);
      assert.equal((await remove(token)).code, "wrong_credentials");
      assert.equal((await remove(token, "a wrong password")).code, "wrong_credentials");
      assert.equal((await remove(token, password)).status, 200);
      assert.deepEqual([await stateOf(token), await stateOf(ann.token)], [401, 401]);
      assert.equal((await login(email)).code, "wrong_credentials");
      assert.equal((await mail.post("/auth/register", { email, password }, { token: ann.token })).code, "unauthorized");
      const again = await mail.post("/auth/register", { email, password });
      assert.notEqual((again.json["user"] as { id: string }).id, ann.id);
    });

    it("is not for guests, nor for the admin", async () => {
      assert.equal((await remove((await guest(mail.app, "Ann")).token)).code, "no_account");
      const { token } = (await login("admin", adminPassword)).json as { token: string };
      assert.equal((await remove(token, adminPassword)).code, "not_available");
    });
  });
});
